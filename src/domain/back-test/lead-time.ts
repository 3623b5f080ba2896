/** How long before a failure the alarm that was still ringing could first be heard. */
import { daysInPeriod } from '../period';
import { knownOn } from './known-on';
import type { AlarmRule, StoredAssessment } from './rules';

const DAYS_IN_QUARTER = 365.25 / 4;

export interface Warning {
  readonly providerId: string;
  /** The quarter of the assessment that began the uninterrupted alarm. */
  readonly quarter: string;
  /** From the day on which that could be known to the failure, in quarters. */
  readonly quartersAhead: number;
  /** It rang in the first assessment there is: it may have rung before. */
  readonly isAtLeast: boolean;
}

export interface LeadTime {
  readonly warned: readonly Warning[];
  /** Alarmed once, but no longer in the last assessment before the failure. */
  readonly withdrawn: readonly string[];
  readonly neverAlarmed: readonly string[];
  /** No assessable quarter was known before the failure. */
  readonly neverAssessable: readonly string[];
  /** In quarters, of those that were warned; null when none was. */
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * The warnings before each failure. A quarter that is not assessable neither begins an alarm nor ends one: silence is no
 * all-clear.
 * @param histories the assessments of each provider, in order of time
 */
export function leadTime(
  histories: ReadonlyMap<string, readonly StoredAssessment[]>,
  failures: ReadonlyMap<string, string>,
  { isRaised }: AlarmRule,
): LeadTime {
  const found = {
    warned: [] as Warning[],
    withdrawn: [] as string[],
    neverAlarmed: [] as string[],
    neverAssessable: [] as string[],
  };
  for (const [providerId, failedOn] of [...failures].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = (histories.get(providerId) ?? []).filter((assessment) => knownOn(assessment) < failedOn);
    const judged = known.filter((assessment) => isRaised(assessment) !== null);
    const silentAt = judged.findLastIndex((assessment) => isRaised(assessment) === false);
    const first = judged[silentAt + 1];
    if (first) {
      const quartersAhead = daysInPeriod(knownOn(first), failedOn) / DAYS_IN_QUARTER;
      found.warned.push({ providerId, quarter: first.quarter, quartersAhead, isAtLeast: silentAt < 0 });
    } else if (judged.length === 0) found.neverAssessable.push(providerId);
    else if (judged.some(isRaised)) found.withdrawn.push(providerId);
    else found.neverAlarmed.push(providerId);
  }
  const ahead = found.warned.map(({ quartersAhead }) => quartersAhead).sort((a, b) => a - b);
  return { ...found, median: median(ahead), least: ahead[0] ?? null, most: ahead.at(-1) ?? null };
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
