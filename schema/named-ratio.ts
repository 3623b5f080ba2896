import type { Limit } from '../src/domain/limits';
import { toNumber } from '../src/domain/ratio';
import { RATIOS, type RatioCode, type RatioDefinition } from '../src/domain/ratios';
import { MEASURE_UNITS } from '../src/domain/vocabulary';
import { Ratio } from './leaves';

const OWN = { PUBLISHED: '', OWN_DEFAULT: ', our own default' } as const;
const limit = ({ at, en, basis }: Limit) => `${toNumber(at)} (${en}${OWN[basis]})`;

/** A ratio of the domain: the formula and the limits in its description are the ones that are computed with. */
export function NamedRatio(code: RatioCode): PropertyDecorator {
  const { nl, formula, unit, limits }: RatioDefinition = RATIOS[code];
  const said = limits.length > 0 ? ` Limits: ${limits.map(limit).join('; ')}.` : '';
  const says = `${formula.en}. ${MEASURE_UNITS[unit].says} Null when not assessable: a figure is missing or the denominator is not above 0.${said}`;
  return Ratio(nl, says.charAt(0).toUpperCase() + says.slice(1));
}
