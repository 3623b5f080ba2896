import { compareRatios, fraction, type Ratio, ratio, sizeOf, toNumber } from '../ratio';
import type { Verdict } from '../vocabulary';

/** A difference up to the larger of a share of the expected side and an amount in cents is no mismatch. */
export interface Tolerance {
  readonly share: Ratio;
  readonly atLeast: bigint;
}

/** 5 % or EUR 10,000, whichever is larger: our own default. */
export const TOLERANCE: Tolerance = { share: fraction(5n, 100n), atLeast: 1_000_000n };

/** Below this share of sources there is no verdict: our own default. */
export const COVERAGE_MIN: Ratio = fraction(80n, 100n);

export interface Comparison {
  /** Cents. Null when that side was not delivered. */
  readonly expected: bigint | null;
  readonly actual: bigint | null;
  /** How many of the sources that should have delivered did. */
  readonly covered: number;
  readonly coverable: number;
  readonly tolerance?: Tolerance;
}

export interface ComparisonOutcome {
  readonly verdict: Verdict;
  /** Actual minus expected, in cents; null when a side is missing. Shown also when there is no verdict. */
  readonly difference: bigint | null;
  /** A fraction; null when nothing could be covered. */
  readonly coverage: number | null;
}

/** Lays two sides that should agree side by side. Incomplete: coverage below 80 %, or a side is missing. */
export function compare({
  expected,
  actual,
  covered,
  coverable,
  tolerance = TOLERANCE,
}: Comparison): ComparisonOutcome {
  const coverage = ratio(BigInt(covered), BigInt(coverable));
  const difference = expected === null || actual === null ? null : actual - expected;
  const isCovered = coverage !== null && compareRatios(coverage, COVERAGE_MIN) >= 0;
  return {
    verdict:
      isCovered && expected !== null && difference !== null ? verdictOn(difference, expected, tolerance) : 'INCOMPLETE',
    difference,
    coverage: coverage && toNumber(coverage),
  };
}

function verdictOn(difference: bigint, expected: bigint, { share, atLeast }: Tolerance): Verdict {
  const size = sizeOf(difference);
  const isWithin = size <= atLeast || size * share.denominator <= sizeOf(expected) * share.numerator;
  return isWithin ? 'WITHIN_TOLERANCE' : difference > 0n ? 'ABOVE' : 'BELOW';
}
