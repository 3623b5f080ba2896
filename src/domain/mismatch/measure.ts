/**
 * Comparisons in other units than money. A row of comparison has a unit and two exact numbers in that unit; a row in cents
 * is the case that compare() knows. Everything is scaled to whole numbers and judged there, so that there is one verdict.
 */
import { fraction, type Ratio } from '../ratio';
import type { Basis, MeasureUnit, Unit, Verdict } from '../vocabulary';
import { type Comparison, compare, TOLERANCE } from './compare';

/** What two sides are compared in, a word of both unit lists: cents, a number of things, a fraction (0.2 is 20 %), calendar days. */
export type MismatchUnit = Extract<Unit & MeasureUnit, 'EUR_CENT' | 'COUNT' | 'FRACTION' | 'DAYS'>;

/** A difference up to the larger of a share of the expected side and a number in its unit is no mismatch. */
export interface Margin {
  readonly share: Ratio;
  /** In the unit of the comparison. */
  readonly atLeast: Ratio;
  readonly basis: Basis;
}

const NONE = fraction(0n);

/**
 * No source gives a number: all are our own. Money: 5 % or EUR 10,000. A count: none, every form of care counts. Occupancy:
 * 5 percentage points, because 5 % of a small occupancy is less than one bed. Duration: 5 %, as for money.
 */
export const MARGINS = {
  EUR_CENT: { share: TOLERANCE.share, atLeast: fraction(TOLERANCE.atLeast), basis: 'OWN_DEFAULT' },
  COUNT: { share: NONE, atLeast: NONE, basis: 'OWN_DEFAULT' },
  FRACTION: { share: NONE, atLeast: fraction(5n, 100n), basis: 'OWN_DEFAULT' },
  DAYS: { share: fraction(5n, 100n), atLeast: NONE, basis: 'OWN_DEFAULT' },
} as const satisfies Readonly<Record<MismatchUnit, Margin>>;

/** Two sides in one unit: what a row of comparison holds, whatever it is about. */
export interface Measured {
  readonly unit: MismatchUnit;
  /** In the unit. Null when that side is not known. */
  readonly expected: Ratio | null;
  readonly actual: Ratio | null;
  /** How many of the sources that should have delivered did. */
  readonly covered: number;
  readonly coverable: number;
}

export interface MeasuredOutcome {
  readonly verdict: Verdict;
  /** Actual minus expected, in the unit; null when a side is missing. Shown also when there is no verdict. */
  readonly difference: Ratio | null;
  /** A fraction; null when nothing could be covered. */
  readonly coverage: number | null;
}

/** Cents or counts that were added up, as a measured comparison. */
export function measured(
  unit: Extract<MismatchUnit, 'EUR_CENT' | 'COUNT'>,
  { expected, actual, covered, coverable }: Omit<Comparison, 'tolerance'>,
): Measured {
  return { unit, expected: whole(expected), actual: whole(actual), covered, coverable };
}

/** Lays two sides in any unit side by side: for cents exactly what compare() says. */
export function compareMeasured(sides: Measured, margin: Margin = MARGINS[sides.unit]): MeasuredOutcome {
  const { expected, actual, covered, coverable } = sides;
  const scale = (expected?.denominator ?? 1n) * (actual?.denominator ?? 1n) * margin.atLeast.denominator;
  const { verdict, difference, coverage } = compare({
    expected: expected && scaled(expected, scale),
    actual: actual && scaled(actual, scale),
    covered,
    coverable,
    tolerance: { share: margin.share, atLeast: scaled(margin.atLeast, scale) },
  });
  return { verdict, difference: difference === null ? null : fraction(difference, scale), coverage };
}

/** The scale is a multiple of the denominator, so nothing is rounded. */
function scaled({ numerator, denominator }: Ratio, scale: bigint): bigint {
  return numerator * (scale / denominator);
}

function whole(amount: bigint | null): Ratio | null {
  return amount === null ? null : fraction(amount);
}
