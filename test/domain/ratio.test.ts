import fc from 'fast-check';
import { compareRatios, divideRounded, fraction, ratio, shareOf, toDecimal, toNumber } from '../../src/domain/ratio';

const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 17n });

describe('a ratio', () => {
  it.each([
    ['the numerator is missing', null, 1n],
    ['the denominator is missing', 1n, null],
    ['the denominator is zero', 1n, 0n],
    ['the denominator is below zero', 1n, -1n],
  ])('is not assessable when %s: never zero', (_, numerator, denominator) => {
    expect(ratio(numerator, denominator)).toBeNull();
  });

  it('of nothing to something is zero, which is known', () => {
    expect(toNumber(ratio(0n, 5n) ?? fraction(1n))).toBe(0);
  });

  it('is compared with a limit exactly, where a float no longer sees the difference', () => {
    const limit = fraction(20n, 100n);
    const total = 10n ** 17n * 5n;
    expect(Number(total / 5n - 1n) / Number(total)).toBe(0.2);
    expect(compareRatios(fraction(total / 5n - 1n, total), limit)).toBe(-1);
    expect(compareRatios(fraction(total / 5n, total), limit)).toBe(0);
    expect(compareRatios(fraction(total / 5n + 1n, total), limit)).toBe(1);
  });

  it('compares the same whatever the size of its terms', () => {
    fc.assert(
      fc.property(cents, positive, cents, positive, positive, (a, b, c, d, times) => {
        const scaled = compareRatios(fraction(a * times, b * times), fraction(c, d));
        expect(scaled).toBe(compareRatios(fraction(a, b), fraction(c, d)));
        expect(scaled).toBe(-compareRatios(fraction(c, d), fraction(a, b)) + 0);
      }),
    );
  });

  it('cannot be written as a limit without a denominator above zero', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });
});

describe('a ratio as a number', () => {
  // Answers of PostgreSQL 18: select round(a::numeric / b, 6). The quotients of 1.7 and 1 show when it rounds twice.
  it.each([
    [1n, 3n, '0.333333'],
    [2n, 3n, '0.666667'],
    [-2n, 3n, '-0.666667'],
    [1n, 2_000_000n, '0.000001'],
    [-1n, 2_000_000n, '-0.000001'],
    [3n, 2_000_000n, '0.000002'],
    [199_999_999n, 1_000_000_000n, '0.200000'],
    [0n, 7n, '0.000000'],
    [49_999_999_999n, 100_000_000_000_000_000n, '0.000000'],
    [1_000_000_000_000n, 3n, '333333333333.333333'],
    [15_300_004_500_000_015n, 9_000_000_000_000_009n, '1.700001'],
    [15_300_004_500_000_022n, 9_000_000_000_000_013n, '1.700001'],
    [15_300_004_500_000_032n, 9_000_000_000_000_019n, '1.700001'],
    [9_000_004_500_000_091n, 9_000_000_000_000_091n, '1.000000'],
    [9_223_372_036_854_775_807n, 7n, '1317624576693539401.000000'],
  ])('of %d / %d is %s, as Postgres rounds it', (numerator, denominator, text) => {
    expect(toDecimal(fraction(numerator, denominator))).toBe(text);
    expect(toNumber(fraction(numerator, denominator))).toBe(Number(text));
  });

  it('keeps the order of the ratios, as far as six decimals can show it', () => {
    fc.assert(
      fc.property(cents, positive, cents, positive, (a, b, c, d) => {
        const [one, other] = [fraction(a, b), fraction(c, d)];
        if (compareRatios(one, other) <= 0) expect(toNumber(one)).toBeLessThanOrEqual(toNumber(other));
      }),
    );
  });

  it('is mirrored below zero: halves are rounded away from zero on both sides', () => {
    fc.assert(
      fc.property(cents, positive, (a, b) => {
        expect(toNumber(fraction(-a, b)) + toNumber(fraction(a, b))).toBe(0);
      }),
    );
  });
});

describe('whole cents', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 9n, 0n],
  ])('%d / %d rounds to %d', (numerator, denominator, rounded) => {
    expect(divideRounded(numerator, denominator)).toBe(rounded);
  });

  it('of a share are off by at most half a cent', () => {
    fc.assert(
      fc.property(cents, positive, positive, (amount, a, b) => {
        const twiceOff = 2n * (shareOf(amount, fraction(a, b)) * b - amount * a);
        expect(twiceOff <= b && twiceOff >= -b).toBe(true);
      }),
    );
  });
});
