/** Cuts that lay providers out over the classes as an outcome that was published. */
import type { RiskClass } from '../vocabulary';
import type { Scorecard } from './scorecard';

/** How many providers fall in each class. */
export type ByClass = Readonly<Record<RiskClass, number>>;

/** The only published outcome: 226 providers over 2019 (31 839, nr. 768). It says how many, and not by which rules. */
export const OUTCOME_OF_2019: ByClass = { HIGH: 81, MIDDLE: 90, LOW: 55 };

/**
 * The cuts whose shares of high, middle and low come nearest to those of an outcome (the smallest sum of differences); of
 * several the lowest, so that doubt counts as risk. RangeError without points.
 * @param points of providers that have a class, 0 to 100
 */
export function calibrate(points: readonly number[], outcome: ByClass = OUTCOME_OF_2019): Scorecard['cuts'] {
  if (points.length === 0) throw new RangeError('Without points there is nothing to calibrate on.');
  let nearest = { HIGH: 1, MIDDLE: 0, distance: Number.POSITIVE_INFINITY };
  for (let HIGH = 1; HIGH <= 100; HIGH++) {
    for (let MIDDLE = 0; MIDDLE < HIGH; MIDDLE++) {
      const distance = apart(countsBy(points, { HIGH, MIDDLE }), outcome);
      if (distance < nearest.distance) nearest = { HIGH, MIDDLE, distance };
    }
  }
  return { HIGH: nearest.HIGH, MIDDLE: nearest.MIDDLE };
}

function countsBy(points: readonly number[], { HIGH, MIDDLE }: Scorecard['cuts']): ByClass {
  const high = points.filter((of100) => of100 >= HIGH).length;
  const low = points.filter((of100) => of100 < MIDDLE).length;
  return { HIGH: high, MIDDLE: points.length - high - low, LOW: low };
}

/** How far two layouts are apart, times both their totals: whole numbers, so that equal is equal. */
function apart(found: ByClass, wanted: ByClass): number {
  const classes = Object.keys(wanted) as RiskClass[];
  const total = (counts: ByClass) => classes.reduce((sum, risk) => sum + counts[risk], 0);
  const [all, allWanted] = [total(found), total(wanted)];
  return classes.reduce((sum, risk) => sum + Math.abs(found[risk] * allWanted - wanted[risk] * all), 0);
}
