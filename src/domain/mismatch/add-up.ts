import type { Comparison } from './compare';

/** One source that should have delivered both sides. */
export interface Pair {
  readonly expected: bigint | null;
  readonly actual: bigint | null;
}

/** Both sides of some subjects added up, and how many of them counted. */
export type Covered = Omit<Comparison, 'tolerance'>;

/**
 * Two sides of many subjects added up, such as the providers of a region. A subject counts when both its sides are known,
 * and is left out of both sums when one is not: otherwise a missing budget would look like too much production.
 */
export function addUpPairs(pairs: Iterable<Pair>): Covered {
  let expected = 0n;
  let actual = 0n;
  let covered = 0;
  let coverable = 0;
  for (const pair of pairs) {
    coverable++;
    if (pair.expected === null || pair.actual === null) continue;
    covered++;
    expected += pair.expected;
    actual += pair.actual;
  }
  return covered > 0 ? { expected, actual, covered, coverable } : { expected: null, actual: null, covered, coverable };
}

/** Sums of pairs added up, such as those of the regions to that of the country: what all those pairs come to. */
export function addUpSums(sums: readonly Covered[]): Covered {
  const { expected, actual } = addUpPairs(sums);
  return { expected, actual, ...countsOf(sums) };
}

export interface Sum {
  /** Null when nothing is known: an empty sum is not zero. */
  readonly sum: bigint | null;
  readonly covered: number;
  readonly coverable: number;
}

/** One side added up, such as the budgets of the municipalities of a region. */
export function addUp(amounts: Iterable<bigint | null>): Sum {
  let sum: bigint | null = null;
  let covered = 0;
  let coverable = 0;
  for (const amount of amounts) {
    coverable++;
    if (amount === null) continue;
    covered++;
    sum = (sum ?? 0n) + amount;
  }
  return { sum, covered, coverable };
}

/** Sums of one side added up, in the same way. */
export const addUpTotals = (totals: readonly Sum[]): Sum => ({
  sum: addUp(totals.map(({ sum }) => sum)).sum,
  ...countsOf(totals),
});

/**
 * Two sides that come from different sources, as one comparison. Its coverage is that of the side that is covered least:
 * all municipalities beside a third of the providers is a comparison with a third.
 */
export function layBeside(expected: Sum, actual: Sum): Covered {
  const isActualLess = actual.covered * expected.coverable < expected.covered * actual.coverable;
  const { covered, coverable } = actual.coverable === 0 || isActualLess ? actual : expected;
  return { expected: expected.sum, actual: actual.sum, covered, coverable };
}

type Counts = Pick<Comparison, 'covered' | 'coverable'>;

function countsOf(sums: readonly Counts[]): Counts {
  let covered = 0;
  let coverable = 0;
  for (const sum of sums) {
    covered += sum.covered;
    coverable += sum.coverable;
  }
  return { covered, coverable };
}
