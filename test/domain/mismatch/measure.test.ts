import fc from 'fast-check';
import { ASPECTS, besideOf } from '../../../src/domain/mismatch/aspects';
import { compare } from '../../../src/domain/mismatch/compare';
import { MISMATCHES } from '../../../src/domain/mismatch/kinds';
import {
  compareMeasured,
  MARGINS,
  type Measured,
  type MismatchUnit,
  measured,
} from '../../../src/domain/mismatch/measure';
import { fraction, type Ratio, toNumber } from '../../../src/domain/ratio';

const percent = (value: bigint) => fraction(value, 100n);
const all = { covered: 34, coverable: 34 };
const verdictOn = (unit: MismatchUnit, expected: Ratio | null, actual: Ratio | null) =>
  compareMeasured({ unit, expected, actual, ...all }).verdict;

describe('two sides in a unit of their own', () => {
  it.each([
    ['occupancy that is exactly 5 percentage points lower agrees', percent(90n), percent(85n), 'WITHIN_TOLERANCE'],
    ['occupancy a thousandth of a point beyond does not', percent(90n), fraction(84_999n, 100_000n), 'BELOW'],
    ['nor upwards', percent(90n), fraction(95_001n, 100_000n), 'ABOVE'],
    ['a small occupancy has the same margin in points', percent(10n), percent(15n), 'WITHIN_TOLERANCE'],
    ['an occupancy of zero was realised or not: both are known', percent(0n), percent(0n), 'WITHIN_TOLERANCE'],
  ] as const)('%s', (_, expected, actual, verdict) => {
    expect(verdictOn('FRACTION', expected, actual)).toBe(verdict);
  });

  it.each([
    ['a duration exactly 5 % longer agrees', fraction(200n), fraction(210n), 'WITHIN_TOLERANCE'],
    ['a hundredth of a day more does not', fraction(200n), fraction(21_001n, 100n), 'ABOVE'],
    ['nor a hundredth of a day less than 5 % shorter', fraction(200n), fraction(18_999n, 100n), 'BELOW'],
    ['any day is too long when none was estimated', fraction(0n), fraction(1n), 'ABOVE'],
  ] as const)('%s', (_, expected, actual, verdict) => {
    expect(verdictOn('DAYS', expected, actual)).toBe(verdict);
  });

  it.each([
    ['the same number of forms agrees', 12n, 12n, 'WITHIN_TOLERANCE'],
    ['one form less does not: there is no margin', 12n, 11n, 'BELOW'],
    ['one form in ten thousand less does not either', 10_000n, 9_999n, 'BELOW'],
  ] as const)('%s', (_, expected, actual, verdict) => {
    expect(verdictOn('COUNT', fraction(expected), fraction(actual))).toBe(verdict);
  });

  it('get no verdict when a side is unknown, or below a coverage of 80 %', () => {
    expect(verdictOn('DAYS', null, fraction(1n))).toBe('INCOMPLETE');
    expect(verdictOn('DAYS', fraction(1n), null)).toBe('INCOMPLETE');
    const sides = { unit: 'DAYS', expected: fraction(1n), actual: fraction(9n), coverable: 5 } as const;
    expect(compareMeasured({ ...sides, covered: 4 })).toMatchObject({ verdict: 'ABOVE', coverage: 0.8 });
    expect(compareMeasured({ ...sides, covered: 3 })).toMatchObject({ verdict: 'INCOMPLETE', coverage: 0.6 });
    expect(compareMeasured({ ...sides, covered: 3 }).difference).toEqual(fraction(8n));
  });

  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const part = fc
    .tuple(amount, fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([numerator, denominator]) => fraction(numerator, denominator));

  it('in cents are judged exactly as compare() judges them', () => {
    const known = fc.option(amount);
    fc.assert(
      fc.property(known, known, fc.nat(9), fc.nat(9), (expected, actual, covered, coverable) => {
        const sides = { expected, actual, covered, coverable };
        const { verdict, difference, coverage } = compareMeasured(measured('EUR_CENT', sides));
        const inCents = compare(sides);
        expect([verdict, coverage]).toEqual([inCents.verdict, inCents.coverage]);
        expect(difference?.numerator ?? null).toBe(inCents.difference);
      }),
    );
  });

  it('do not change when a ratio is written with other numbers', () => {
    const units = fc.constantFrom(...(Object.keys(MARGINS) as MismatchUnit[]));
    const times = fc.bigInt({ min: 1n, max: 1_000n });
    fc.assert(
      fc.property(units, part, part, times, (unit, expected, actual, factor) => {
        const same = { numerator: expected.numerator * factor, denominator: expected.denominator * factor };
        expect(verdictOn(unit, same, actual)).toBe(verdictOn(unit, expected, actual));
      }),
    );
  });

  it('keep their verdict when both grow by the same factor, where the margin is relative', () => {
    fc.assert(
      fc.property(part, part, fc.bigInt({ min: 1n, max: 1_000n }), (expected, actual, factor) => {
        const grown = ({ numerator, denominator }: Ratio) => fraction(numerator * factor, denominator);
        expect(verdictOn('DAYS', grown(expected), grown(actual))).toBe(verdictOn('DAYS', expected, actual));
      }),
    );
  });

  it('differ by exactly actual minus expected', () => {
    const sides: Measured = { unit: 'FRACTION', expected: fraction(1n, 3n), actual: fraction(1n, 2n), ...all };
    const { difference } = compareMeasured(sides);
    expect(difference && difference.numerator * 6n).toBe(difference?.denominator);
    expect(difference && toNumber(difference)).toBe(0.166667);
  });
});

describe('what is laid beside what', () => {
  it('is named per aspect, in the unit of the aspect', () => {
    for (const [aspect, { kind, unit, expected }] of Object.entries(ASPECTS)) {
      expect(besideOf(kind, unit, aspect as keyof typeof ASPECTS).expected).toBe(expected);
    }
  });

  it('without an aspect is the only one in that unit, else that of the kind', () => {
    expect(besideOf('PLANNED_VS_REALISED_CARE', 'DAYS').expected).toBe(ASPECTS.TREATMENT_DURATION.expected);
    expect(besideOf('FORECAST_VS_BUDGET', 'EUR_CENT').expected).toBe(MISMATCHES.FORECAST_VS_BUDGET.expected);
    expect(besideOf('BUDGET_VS_DECLARED', 'EUR_CENT', 'RESULT').expected).toBe(MISMATCHES.BUDGET_VS_DECLARED.expected);
  });
});
