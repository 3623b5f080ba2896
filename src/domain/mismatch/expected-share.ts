import { fractionOfYearPassed, type SeasonalProfile } from '../period';
import { type Ratio, shareOf } from '../ratio';
import type { YearWay } from '../vocabulary';

export interface YearShare {
  /** The part of the year that is expected to have been used at the end of the quarter. */
  readonly share: Ratio;
  readonly way: Exclude<YearWay, 'MIXED'>;
}

/**
 * The share of a year's budget that is expected to be used at the end of a quarter, and how it was taken: by the seasonal
 * profile of last year when its four quarters are known and none is negative, else linear.
 */
export function yearShare(quarter: string, lastYear?: readonly (bigint | null)[] | null): YearShare {
  const seasonal = seasonalShare(quarter, lastYear);
  return seasonal ? { share: seasonal, way: 'SEASONAL' } : { share: fractionOfYearPassed(quarter), way: 'LINEAR' };
}

/** The share alone, for who does not say how it was taken. */
export function expectedShare(quarter: string, lastYear?: readonly (bigint | null)[] | null): Ratio {
  return yearShare(quarter, lastYear).share;
}

/** By last year's seasons only; null when a quarter of last year is unknown or negative, or nothing was realised. */
export function seasonalShare(quarter: string, lastYear?: readonly (bigint | null)[] | null): Ratio | null {
  const profile = lastYear ? profileOf(lastYear) : null;
  return profile && fractionOfYearPassed(quarter, profile);
}

/** The way of a sum: that of its parts when they agree. Null when no part has one, such as for a whole year. */
export function combinedWay(ways: Iterable<YearWay | null>): YearWay | null {
  const [way = null, ...others] = new Set([...ways].filter((each) => each !== null));
  return others.length > 0 ? 'MIXED' : way;
}

/** What is expected of a year's budget in cents at the end of a quarter; null when there is no budget. */
export function expectedToDate(budget: bigint | null, share: Ratio): bigint | null {
  return budget === null ? null : shareOf(budget, share);
}

function profileOf([q1, q2, q3, q4]: readonly (bigint | null)[]): SeasonalProfile | null {
  if (!isWeight(q1) || !isWeight(q2) || !isWeight(q3) || !isWeight(q4)) return null;
  return q1 + q2 + q3 + q4 > 0n ? [q1, q2, q3, q4] : null;
}

function isWeight(amount: bigint | null | undefined): amount is bigint {
  return amount !== null && amount !== undefined && amount >= 0n;
}
