import type { PersonnelHalf } from '../facts';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import type { InputName } from './names';
import { quantity } from './term';

type Quantity = keyof PersonnelHalf & InputName;

/** One number of the latest half-year that has ended, as a share of another. */
export function shareOfHalf(part: Quantity, whole: Quantity): IndicatorDefinition['measure'] {
  return ({ halves }, { half }) => {
    const of = halves.get(half.index);
    return quotient([quantity(part, of?.[part], half)], [quantity(whole, of?.[whole], half)], half);
  };
}
