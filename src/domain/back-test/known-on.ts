import { addMonths } from '../indicators/days';
import { MONTHS_TO_JUDGE } from '../indicators/quarter-end';
import { quarterEnd } from '../period';
import type { StoredAssessment } from './rules';

/** Public annual accounts (DigiMV) are complete about a year after the year they are about, and carry no date. */
export const MONTHS_TO_ACCOUNTS = 12;

/**
 * The day from which an assessment could be known: when the deliveries of the quarter are judged, two months after its end
 * (a month to deliver and a month to be late), or when its annual accounts were public; and not before the last version of
 * the delivery came in, such as a correction. Nothing before that day may count as a warning: nobody could have read it.
 */
export function knownOn({ quarter, lastHeardOn, restsOnAccounts }: StoredAssessment): string {
  const judgedOn = addMonths(quarterEnd(quarter), restsOnAccounts ? MONTHS_TO_ACCOUNTS : MONTHS_TO_JUDGE);
  return lastHeardOn !== null && lastHeardOn > judgedOn ? lastHeardOn : judgedOn;
}

/** How far ahead an alarm is held to its word. */
export const MONTHS_AHEAD = 12;

/**
 * What became of a provider in the year after an assessment was known. Null when it cannot be told: the year has not passed
 * yet, or what was to be foreseen had happened before.
 * @param happenedOn the day of what was to be foreseen; null when it never happened
 * @param observedUntil the last day that anything is known of
 */
export function cameTrue(known: string, happenedOn: string | null, observedUntil: string): boolean | null {
  const yearLater = addMonths(known, MONTHS_AHEAD);
  if (yearLater > observedUntil || (happenedOn !== null && happenedOn <= known)) return null;
  return happenedOn !== null && happenedOn <= yearLater;
}
