import fc from 'fast-check';
import { quarterAt, quarterIndex } from '../../src/domain/period';
import { type Observation, toCumulative, toDiscrete } from '../../src/domain/series';

const of = (...pairs: [quarter: string, value: bigint | null][]): Observation[] =>
  pairs.map(([quarter, value]) => ({ quarter, value }));

describe('a cumulative series', () => {
  it('becomes quarters: the first of the year is itself, the others are differences', () => {
    expect(toDiscrete(of(['2025-10-01', 90n], ['2026-01-01', 10n], ['2026-04-01', 25n], ['2026-07-01', 20n]))).toEqual(
      of(['2025-10-01', null], ['2026-01-01', 10n], ['2026-04-01', 15n], ['2026-07-01', -5n]),
    );
  });

  it('keeps a gap a gap: the quarter after a quarter that is absent is unknown, the one after that is known', () => {
    expect(toDiscrete(of(['2026-01-01', 10n], ['2026-07-01', 40n], ['2026-10-01', 60n]))).toEqual(
      of(['2026-01-01', 10n], ['2026-07-01', null], ['2026-10-01', 20n]),
    );
  });

  it('keeps an unknown quarter unknown', () => {
    expect(toDiscrete(of(['2026-01-01', 10n], ['2026-04-01', null], ['2026-07-01', 40n]))).toEqual(
      of(['2026-01-01', 10n], ['2026-04-01', null], ['2026-07-01', null]),
    );
  });

  it('starts again every year: the last quarter of a year says nothing about the next', () => {
    expect(toDiscrete(of(['2025-10-01', null], ['2026-01-01', 7n])).at(-1)?.value).toBe(7n);
  });

  it('does not have the same quarter twice', () => {
    expect(() => toDiscrete(of(['2026-01-01', 1n], ['2026-01-01', 2n]))).toThrow(RangeError);
  });
});

describe('a series of quarters', () => {
  const known = fc
    .record({ from: fc.integer({ min: 8000, max: 8200 }), values: fc.array(fc.bigInt(), { maxLength: 16 }) })
    .map(({ from, values }) =>
      values.map((value, at) => ({ quarter: quarterAt(Math.ceil(from / 4) * 4 + at), value })),
    );

  it('comes back unchanged after it was made cumulative and discrete again', () => {
    fc.assert(fc.property(known, (series) => expect(toDiscrete(toCumulative(series))).toEqual(series)));
  });

  it('does not depend on the order of delivery', () => {
    const shuffled = known.chain((series) =>
      fc.tuple(fc.constant(series), fc.shuffledSubarray(series, { minLength: series.length })),
    );
    fc.assert(fc.property(shuffled, ([series, other]) => expect(toDiscrete(other)).toEqual(toDiscrete(series))));
  });

  it('never gets a value for a quarter of which the year before it is incomplete', () => {
    const withGaps = known.chain((series) => fc.subarray(series));
    fc.assert(
      fc.property(withGaps, (series) => {
        const given = new Set(series.map(({ quarter }) => quarterIndex(quarter)));
        for (const { quarter, value } of toDiscrete(series)) {
          const index = quarterIndex(quarter);
          expect(value === null).toBe(index % 4 !== 0 && !given.has(index - 1));
        }
      }),
    );
  });
});
