import { fractionOfYearPassed, type SeasonalProfile } from '../period';
import { type Ratio, shareOf } from '../ratio';

/**
 * The share of a year's budget that is expected to be used at the end of a quarter: by the seasonal profile of last year
 * when its four quarters are known and none is negative, else linear.
 */
export function expectedShare(quarter: string, lastYear?: readonly (bigint | null)[] | null): Ratio {
  const profile = lastYear ? profileOf(lastYear) : null;
  return profile ? fractionOfYearPassed(quarter, profile) : fractionOfYearPassed(quarter);
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
