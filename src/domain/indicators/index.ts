/** The risk indicators of a provider at the end of each quarter (domain: ratios and what Bijlage 4 and 8g add). */
import type { ProviderFacts } from '../facts';
import { quarterIndex } from '../period';
import { byPeriod, type FactsByPeriod } from './facts-by-period';
import type { IndicatorDefinition, JudgedIndicator, Measurement } from './indicator';
import { judge } from './judge';
import { INDICATORS } from './list';
import { type QuarterEnd, quarterEndAt } from './quarter-end';

export type { IndicatorDefinition, JudgedIndicator, Measurement } from './indicator';
export { INDICATORS, type IndicatorCode } from './list';

/** How many quarters back the period lies that an indicator is compared with. */
const BACK = {
  PREVIOUS_PERIOD: { QUARTER: 1, HALF_YEAR: 2, YEAR: 4 },
  SAME_PERIOD_LAST_YEAR: { QUARTER: 4, HALF_YEAR: 4, YEAR: 4 },
} as const;

/** The indicators of one quarter, in order. Today is the last day that anything is known of. */
export function indicatorsOf(facts: ProviderFacts, quarter: string, today: string): readonly JudgedIndicator[] {
  return indicatorsOfEach(facts, [quarter], today)[0] ?? [];
}

/** The indicators of several quarters, from laying out the facts once: as indicatorsOf, one quarter at a time. */
export function indicatorsOfEach(
  facts: ProviderFacts,
  quarters: readonly string[],
  today: string,
): (readonly JudgedIndicator[])[] {
  const prepared = byPeriod(facts);
  const ends = new Map<number, QuarterEnd>();
  const endAt = (index: number): QuarterEnd => {
    const end = ends.get(index) ?? quarterEndAt(index, today);
    ends.set(index, end);
    return end;
  };
  const indices = quarters.map(quarterIndex);
  const judged = INDICATORS.map((definition) => judgeEach(definition, prepared, indices, endAt));
  return indices.map((_, at) => judged.map((ofIndicator) => ofIndicator[at] as JudgedIndicator));
}

/** One indicator at the end of several quarters. A quarter is measured once, also when others are compared with it. */
function judgeEach(
  definition: IndicatorDefinition,
  facts: FactsByPeriod,
  indices: readonly number[],
  endAt: (index: number) => QuarterEnd,
): JudgedIndicator[] {
  const measured = new Map<number, Measurement>();
  const measure = (index: number): Measurement => {
    const measurement = measured.get(index) ?? definition.measure(facts, endAt(index));
    measured.set(index, measurement);
    return measurement;
  };
  const back = BACK[definition.comparesWith][definition.every];
  return indices.map((index) => judge(definition, measure(index), measure(index - back)));
}
