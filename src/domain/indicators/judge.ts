import { CODE_OF_LIMIT, type Limit, type LimitCode } from '../limits';
import { writeMissing } from '../missing';
import { compareRatios, type Ratio, toNumber } from '../ratio';
import type { IndicatorDefinition, JudgedIndicator, Measurement } from './indicator';

/** The sign of a comparison in which a value is on the wrong side: below when higher is better. */
const WRONG = { HIGHER: -1, LOWER: 1, NEITHER: null } as const;

/** A measurement beside its thresholds and beside the one it is compared with. All comparisons are exact. */
export function judge(
  { code, better, thresholds }: IndicatorDefinition,
  { value, inputs, asOf, source, missing }: Measurement,
  { value: previous }: Measurement,
): JudgedIndicator {
  return {
    code,
    value: value && toNumber(value),
    previous: previous && toNumber(previous),
    trend: value && previous && trendOf(value, previous, better),
    crossed: value ? crossedBy(value, thresholds, better) : [],
    asOf,
    source,
    inputs,
    missing: writeMissing(missing),
  };
}

function trendOf(value: Ratio, previous: Ratio, better: IndicatorDefinition['better']): JudgedIndicator['trend'] {
  if (better === 'NEITHER') return null;
  const direction = compareRatios(value, previous);
  return direction === 0 ? 'SAME' : direction === WRONG[better] ? 'WORSE' : 'BETTER';
}

function crossedBy(value: Ratio, thresholds: readonly Limit[], better: IndicatorDefinition['better']): LimitCode[] {
  const crossed: LimitCode[] = [];
  for (const limit of thresholds) {
    const code = CODE_OF_LIMIT.get(limit);
    if (code && compareRatios(value, limit.at) === WRONG[better]) crossed.push(code);
  }
  return crossed;
}
