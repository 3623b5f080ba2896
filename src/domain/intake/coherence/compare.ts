/** Exact comparisons of amounts, for rules with a margin. */
import { compareRatios, fraction, type Ratio, sizeOf } from '../../ratio';

export const plus = (a: Ratio, b: Ratio): Ratio =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, fraction(-b.numerator, b.denominator));
export const times = (a: Ratio, b: Ratio): Ratio => fraction(a.numerator * b.numerator, a.denominator * b.denominator);
export const sizeOfRatio = (a: Ratio): Ratio => fraction(sizeOf(a.numerator), a.denominator);
export const isAbove = (a: Ratio, b: Ratio): boolean => compareRatios(a, b) > 0;
export const isZero = ({ numerator }: Ratio): boolean => numerator === 0n;
export const ZERO = fraction(0n);

/** Whether two amounts differ more than a share of the second, and more than a least amount as well. */
export function differs(a: Ratio, b: Ratio, share: Ratio, atLeast: Ratio = ZERO): boolean {
  const difference = sizeOfRatio(minus(a, b));
  return isAbove(difference, times(sizeOfRatio(b), share)) && isAbove(difference, atLeast);
}
