/** Which figures keep a criterion from being judged: named per quarter, so that a person can ask for exactly those. */
import { type Missing, missed, missedFor, notAboveZero } from '../missing';
import { BEFORE_HISTORY, type Run } from './run';
import type { Standing, TrendRatio } from './standing';

/** A comparison with a year before needs the ratio of both quarters. */
export function missedTrend(code: TrendRatio, index: number, at: Standing | null): Missing[] {
  return [
    ...missedFor(code, index, at?.figures ?? null),
    ...missedFor(code, index - 4, at?.sameQuarterLastYear?.figures ?? null),
  ];
}

export function missedArrears(index: number, at: Standing | null): Missing[] {
  const ratio = missedFor('currentRatio', index, at?.figures ?? null);
  const isCreditorsKnown = (at?.figures.overdueCreditors ?? null) !== null;
  return isCreditorsKnown ? ratio : [missed('overdueCreditors', index), ...ratio];
}

/** The year-to-date margin needs the result, and the revenue of every quarter of the year. */
export function missedMargin(standing: Standing): Missing[] {
  const { index, yearToDateResult } = standing;
  const missing = yearToDateResult === null ? [missed('yearToDateResult', index)] : [];
  for (let distance = 0; distance <= index % 4; distance++) {
    const revenue = back(standing, distance)?.figures.revenue ?? null;
    if (revenue === null) missing.push(missed('revenue', index - distance));
  }
  return missing.length > 0 ? missing : [notAboveZero('revenue', index)];
}

/** This year's result so far, and the results of the closed years of the run. */
export function missedYears(standing: Standing, years: number): Missing[] {
  const { index, yearToDateResult } = standing;
  const missing = yearToDateResult === null ? [missed('yearToDateResult', index)] : [];
  const sinceClosing = (index + 1) % 4;
  for (let year = 0; year < years; year++) {
    const distance = sinceClosing + year * 4;
    const result = back(standing, distance)?.yearToDateResult ?? null;
    if (result === null) missing.push(missed('yearToDateResult', index - distance));
  }
  return missing;
}

/** Where the provider stood so many quarters ago; null before the history begins. */
function back(standing: Standing, quarters: number): Standing | null {
  let at: Standing | null = standing;
  for (let step = 0; step < quarters && at; step++) at = at.previous;
  return at;
}

/** Names what is unknown in the periods of a run that is undecided: each of them was held or is unknown. */
export function missedInRun(
  standing: Standing,
  periods: number,
  runOf: (at: Standing) => Run,
  missedAt: (index: number, at: Standing | null) => Missing[],
): Missing[] {
  const missing: Missing[] = [];
  for (let distance = 0; distance < periods; distance++) {
    const at = back(standing, distance);
    const { least } = at ? runOf(at) : BEFORE_HISTORY;
    if (least === 0) missing.push(...missedAt(standing.index - distance, at));
  }
  return missing;
}
