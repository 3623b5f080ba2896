import fc from 'fast-check';
import { compareMeasured } from '../../../src/domain/mismatch/measure';
import { meanPlannedCare, type PlannedCare, plannedCare } from '../../../src/domain/mismatch/planned-care';
import { compareRatios, fraction, type Ratio } from '../../../src/domain/ratio';

const percent = (value: bigint | null) => (value === null ? null : fraction(value, 100n));
const days = (value: bigint | null) => (value === null ? null : fraction(value));
const euro = 100n;

interface Known {
  readonly budgeted?: bigint | null;
  readonly realised?: bigint | null;
  readonly estimated?: bigint | null;
  readonly took?: bigint | null;
}
function care(known: Known, weight: bigint | null = 1_000_000n * euro, hasBeds = true): PlannedCare {
  const { budgeted = null, realised = null, estimated = null, took = null } = known;
  return {
    providerId: 'p1',
    weight,
    hasBeds,
    year: {
      year: 2025,
      bedOccupancyBudgeted: percent(budgeted),
      bedOccupancyRealised: percent(realised),
      treatmentDaysEstimated: days(estimated),
      treatmentDaysRealised: days(took),
    },
  };
}

describe('the beds of one provider', () => {
  const verdictOf = (known: Known) => {
    const sides = plannedCare('BED_OCCUPANCY', care(known));
    return sides && compareMeasured(sides).verdict;
  };
  it.each([
    [
      'are occupied as budgeted at exactly 5 percentage points less',
      { budgeted: 90n, realised: 85n },
      'WITHIN_TOLERANCE',
    ],
    ['are empty at 6 points less', { budgeted: 90n, realised: 84n }, 'BELOW'],
    ['are fuller than budgeted at 6 points more', { budgeted: 90n, realised: 96n }, 'ABOVE'],
    ['can be fuller than full: that is no error', { budgeted: 95n, realised: 104n }, 'ABOVE'],
    ['cannot be judged without a budget', { realised: 84n }, 'INCOMPLETE'],
    ['cannot be judged without a realisation', { budgeted: 84n }, 'INCOMPLETE'],
    ['cannot be judged when nothing was delivered', {}, 'INCOMPLETE'],
  ])('%s', (_, known, verdict) => {
    expect(verdictOf(known)).toBe(verdict);
  });

  it('are not missed when it has none, and count when it delivered them all the same', () => {
    expect(plannedCare('BED_OCCUPANCY', care({}, 1n, false))).toBeNull();
    expect(plannedCare('BED_OCCUPANCY', { ...care({}), year: null })).toMatchObject({ covered: 0, coverable: 1 });
    expect(plannedCare('BED_OCCUPANCY', care({ budgeted: 90n, realised: 1n }, 1n, false))).toMatchObject({
      covered: 1,
    });
  });
});

describe('the treatments of one provider', () => {
  it.each([
    ['last as estimated at exactly 5 % longer', 200n, 210n, 'WITHIN_TOLERANCE'],
    ['last longer at a day beyond', 200n, 211n, 'ABOVE'],
    ['last shorter at a day beyond', 200n, 189n, 'BELOW'],
    ['last longer by a factor of 1,000', 200n, 200_000n, 'ABOVE'],
    ['cannot be judged without an estimate', null, 200n, 'INCOMPLETE'],
  ])('%s', (_, estimated, took, verdict) => {
    const sides = plannedCare('TREATMENT_DURATION', care({ estimated, took }, null, false));
    expect(sides && compareMeasured(sides).verdict).toBe(verdict);
  });
});

describe('the care of a region', () => {
  it('is a mean weighted by revenue: a ratio of sums', () => {
    const large = care({ budgeted: 90n, realised: 80n }, 3_000_000n * euro);
    const small = care({ budgeted: 50n, realised: 70n }, 1_000_000n * euro);
    const { expected, actual, ...counted } = meanPlannedCare('BED_OCCUPANCY', [large, small]);
    expect(expected && compareRatios(expected, fraction(80n, 100n))).toBe(0);
    expect(actual && compareRatios(actual, fraction(775n, 1000n))).toBe(0);
    expect(counted).toEqual({ unit: 'FRACTION', covered: 2, coverable: 2 });
  });

  it('leaves out who gave one side only, or cannot be weighed, and counts it as not covered', () => {
    const known = care({ estimated: 100n, took: 120n });
    const others = [
      care({ estimated: 900n }),
      care({ estimated: 900n, took: 900n }, null),
      care({ estimated: 900n, took: 900n }, 0n),
      care({ estimated: 900n, took: 900n }, -1n),
      { ...known, year: null },
    ];
    const { expected, actual, covered, coverable } = meanPlannedCare('TREATMENT_DURATION', [known, ...others]);
    expect([covered, coverable]).toEqual([1, 6]);
    expect(expected && compareRatios(expected, fraction(100n))).toBe(0);
    expect(actual && compareRatios(actual, fraction(120n))).toBe(0);
  });

  it('does not miss the beds of who has none', () => {
    const all = [care({ budgeted: 90n, realised: 90n }), care({}, 1n, false), care({}, 1n, true)];
    expect(meanPlannedCare('BED_OCCUPANCY', all)).toMatchObject({ covered: 1, coverable: 2 });
  });

  it('of nobody is unknown', () => {
    expect(meanPlannedCare('BED_OCCUPANCY', [])).toMatchObject({ expected: null, actual: null, coverable: 0 });
    expect(compareMeasured(meanPlannedCare('BED_OCCUPANCY', [])).verdict).toBe('INCOMPLETE');
  });

  const amount = fc.bigInt({ min: -1_000_000n, max: 10n ** 9n });
  const value = fc.option(
    fc.tuple(amount, fc.bigInt({ min: 1n, max: 10_000n })).map(([above, below]) => fraction(above, below)),
    { freq: 5 },
  );
  const provider = fc.record({
    providerId: fc.constant('p1'),
    weight: fc.option(fc.bigInt({ min: -10n, max: 10n ** 12n }), { freq: 5 }),
    hasBeds: fc.boolean(),
    year: fc.record({
      year: fc.constant(2025),
      bedOccupancyBudgeted: value,
      bedOccupancyRealised: value,
      treatmentDaysEstimated: value,
      treatmentDaysRealised: value,
    }),
  });
  const aspects = ['BED_OCCUPANCY', 'TREATMENT_DURATION'] as const;
  const isSame = (a: Ratio | null, b: Ratio | null) => (a && b ? compareRatios(a, b) === 0 : a === b);

  it('does not depend on the order of the providers, nor on the currency of the weights', () => {
    fc.assert(
      fc.property(fc.array(provider, { maxLength: 12 }), fc.constantFrom(...aspects), (all, aspect) => {
        const mean = meanPlannedCare(aspect, all);
        const dearer = all.map((each) => ({ ...each, weight: each.weight === null ? null : each.weight * 1_000n }));
        for (const other of [all.toReversed(), dearer]) {
          const { expected, actual, covered } = meanPlannedCare(aspect, other);
          expect([isSame(expected, mean.expected), isSame(actual, mean.actual)]).toEqual([true, true]);
          expect(covered).toBe(mean.covered);
        }
      }),
    );
  });

  it('lies between the least and the most of its providers', () => {
    fc.assert(
      fc.property(fc.array(provider, { minLength: 1, maxLength: 12 }), (all) => {
        const { actual } = meanPlannedCare('TREATMENT_DURATION', all);
        const values = all.flatMap(({ year }) => year.treatmentDaysRealised ?? []);
        if (actual === null) return;
        expect(values.some((each) => compareRatios(each, actual) <= 0)).toBe(true);
        expect(values.some((each) => compareRatios(each, actual) >= 0)).toBe(true);
      }),
    );
  });
});
