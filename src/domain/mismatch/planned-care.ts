/**
 * Mismatch 7: bed occupancy realised beside budgeted, and treatment duration realised beside estimated, over a year
 * (covenant, Bijlage 4, providers 8). Added up as a mean that is weighted by budgeted revenue: a ratio of sums, so that a
 * small provider does not weigh as much as a large one. Beds and treatments, the better weights, are not delivered.
 */
import type { YearCounts } from '../facts';
import { fraction, type Ratio, ratio } from '../ratio';
import { ASPECTS, type CareAspect } from './aspects';
import type { Measured } from './measure';

/** Forms of care with a bed (CBS 85099NED): stay, but not in a foster family. */
const FORMS_WITH_BEDS: ReadonlySet<string> = new Set(['JH1222', 'JH1223', 'JH1224']);

export function haveBeds(forms: Iterable<string>): boolean {
  return [...forms].some((form) => FORMS_WITH_BEDS.has(form));
}

export interface PlannedCare {
  readonly providerId: string;
  /** Of the year that is compared; null when nothing of it was delivered. */
  readonly year: YearCounts | null;
  /** Budgeted revenue in cents. Who has none above zero cannot be weighed, and is not covered in a mean. */
  readonly weight: bigint | null;
  /** Whether it offers care with a stay. Who has no beds is not missed in the occupancy. */
  readonly hasBeds: boolean;
}

type Side = Exclude<keyof YearCounts, 'year'>;

const SIDES = {
  BED_OCCUPANCY: { expected: 'bedOccupancyBudgeted', actual: 'bedOccupancyRealised' },
  TREATMENT_DURATION: { expected: 'treatmentDaysEstimated', actual: 'treatmentDaysRealised' },
} as const satisfies Readonly<Record<CareAspect, { readonly expected: Side; readonly actual: Side }>>;

/** Of one provider; null when it was not asked, because it has no beds. */
export function plannedCare(aspect: CareAspect, of: PlannedCare): Measured | null {
  if (!isAsked(aspect, of)) return null;
  const { expected, actual } = sidesOf(aspect, of);
  const covered = expected !== null && actual !== null ? 1 : 0;
  return { unit: ASPECTS[aspect].unit, expected, actual, covered, coverable: 1 };
}

/** Of a region or the country: the weighted mean of both sides, over the providers of which both are known. */
export function meanPlannedCare(aspect: CareAspect, all: Iterable<PlannedCare>): Measured {
  let [expected, actual, weights] = [fraction(0n), fraction(0n), 0n];
  let [covered, coverable] = [0, 0];
  for (const of of all) {
    if (!isAsked(aspect, of)) continue;
    coverable++;
    const sides = sidesOf(aspect, of);
    if (sides.expected === null || sides.actual === null || of.weight === null || of.weight <= 0n) continue;
    covered++;
    weights += of.weight;
    expected = plus(expected, sides.expected, of.weight);
    actual = plus(actual, sides.actual, of.weight);
  }
  const mean = (sum: Ratio) => ratio(sum.numerator, sum.denominator * weights);
  return { unit: ASPECTS[aspect].unit, expected: mean(expected), actual: mean(actual), covered, coverable };
}

function sidesOf(aspect: CareAspect, { year }: PlannedCare): Pick<Measured, 'expected' | 'actual'> {
  const { expected, actual } = SIDES[aspect];
  return { expected: year?.[expected] ?? null, actual: year?.[actual] ?? null };
}

/** What was delivered counts, whatever was asked. */
function isAsked(aspect: CareAspect, of: PlannedCare): boolean {
  const { expected, actual } = sidesOf(aspect, of);
  return aspect !== 'BED_OCCUPANCY' || of.hasBeds || expected !== null || actual !== null;
}

/** The sum and so many times a value, over their least common denominator: that of decimals stays small. */
function plus(sum: Ratio, value: Ratio, times: bigint): Ratio {
  const shared = greatestCommonDivisor(sum.denominator, value.denominator);
  const [left, right] = [value.denominator / shared, sum.denominator / shared];
  return fraction(sum.numerator * left + value.numerator * times * right, sum.denominator * left);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
