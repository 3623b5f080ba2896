/**
 * Financial figures are delivered year-to-date; a trend is judged on the quarters themselves. A gap stays a gap: a
 * difference with a quarter that was not delivered is unknown, never the amount of two quarters in one.
 */
import { quarterAt, quarterIndex } from './period';

export interface Observation {
  /** The first day of the quarter. */
  readonly quarter: string;
  readonly value: bigint | null;
}

/** Year-to-date amounts to amounts per quarter, in order of time. The first quarter of a year is itself. */
export function toDiscrete(cumulative: readonly Observation[]): Observation[] {
  return walk(
    cumulative,
    (before, value) => value - before,
    (_, delivered) => delivered,
  );
}

/** Amounts per quarter to year-to-date amounts, in order of time. Unknown once a quarter of the year is unknown. */
export function toCumulative(discrete: readonly Observation[]): Observation[] {
  return walk(
    discrete,
    (before, value) => before + value,
    (computed) => computed,
  );
}

/** Carries a value from quarter to quarter within the year; a quarter that is absent or unknown carries nothing on. */
function walk(
  series: readonly Observation[],
  combine: (before: bigint, value: bigint) => bigint,
  carry: (computed: bigint | null, given: bigint | null) => bigint | null,
): Observation[] {
  const given = new Map(series.map(({ quarter, value }) => [quarterIndex(quarter), value]));
  if (given.size !== series.length) throw new RangeError('A series has each quarter once.');
  const carried = new Map<number, bigint | null>();
  return [...given.keys()]
    .sort((a, b) => a - b)
    .map((index) => {
      const value = given.get(index) ?? null;
      const before = index % 4 === 0 ? 0n : (carried.get(index - 1) ?? null);
      const computed = value === null || before === null ? null : combine(before, value);
      carried.set(index, carry(computed, value));
      return { quarter: quarterAt(index), value: computed };
    });
}
