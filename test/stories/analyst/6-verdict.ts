/** What two sides come to: the difference, its share, the coverage and the verdict. */

import type { Sides } from './6-sides';
import { type Known, minus, over, shown } from './calculator';

type Both = Pick<Sides, 'expected' | 'actual' | 'covered' | 'coverable'>;

/** Up to the larger of the two it is no mismatch: a share of what was expected, and a number in its unit. */
const TOLERANCE: Readonly<Record<string, readonly [share: number, atLeast: number]>> = {
  EUR_CENT: [0.05, 1_000_000],
  COUNT: [0, 0],
  FRACTION: [0, 0.05],
  DAYS: [0.05, 0],
};
const COVERAGE_MIN = 0.8;

/** To twelve digits: a fraction of decimals is not exact in a calculator. */
const exactly = (value: number): number => Number(value.toPrecision(12));

export function verdictOn(unit: string, { expected, actual, covered, coverable }: Both): string {
  if (expected === null || actual === null || covered < COVERAGE_MIN * coverable) return 'INCOMPLETE';
  const [share, atLeast] = TOLERANCE[unit] as readonly [number, number];
  const size = exactly(Math.abs(actual - expected));
  if (size <= Math.max(exactly(share * Math.abs(expected)), atLeast)) return 'WITHIN_TOLERANCE';
  return actual > expected ? 'ABOVE' : 'BELOW';
}

export interface Outcome extends Both {
  readonly difference: Known;
  readonly differenceShare: Known;
  readonly coverage: Known;
}

export function outcomeOf(both: Both): Outcome {
  const difference = minus(both.actual, both.expected);
  return {
    ...both,
    difference: shown(difference),
    differenceShare: shown(over(difference, both.expected)),
    coverage: shown(over(both.covered, both.coverable)),
  };
}
