/**
 * Quarters as whole numbers (year x 4 + 0..3), because the generator counts with them all the time. Dates are texts of
 * UTC days; periods are half-open.
 */
export type QuarterNumber = number;

export const quarterOf = (year: number, number: 1 | 2 | 3 | 4): QuarterNumber => year * 4 + number - 1;
export const yearOf = (quarter: QuarterNumber): number => Math.floor(quarter / 4);
/** 0 for the first quarter of a year, 3 for the last. */
export const placeInYear = (quarter: QuarterNumber): number => quarter % 4;

/** The world stands still on this day. */
export const AS_OF = '2026-11-15';
/** The simulation starts three quarters before the history, so that year-to-date figures of 2022 exist. */
export const SIMULATED_FROM = quarterOf(2022, 1);
export const HISTORY_FROM = quarterOf(2022, 4);
export const HISTORY_TO = quarterOf(2026, 3);
/** From this quarter on the Regeling Jeugdwet 8g is in force beside the covenant. */
export const REGELING_FROM = quarterOf(2026, 1);

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
export const SIMULATED: readonly QuarterNumber[] = range(SIMULATED_FROM, HISTORY_TO);
export const HISTORY: readonly QuarterNumber[] = range(HISTORY_FROM, HISTORY_TO);
/** The last four quarters. */
export const LAST_YEAR: readonly QuarterNumber[] = range(HISTORY_TO - 3, HISTORY_TO);
/** The quarters for which declarations are kept: a year, and the quarter before it, beside which its end can be seen. */
export const DECLARED: readonly QuarterNumber[] = range(HISTORY_TO - 4, HISTORY_TO);
export const YEARS: readonly number[] = range(2022, 2026);

const STARTS = ['01-01', '04-01', '07-01', '10-01'];
const startTexts = new Map(
  range(quarterOf(2015, 1), quarterOf(2035, 4)).map((q) => [q, `${yearOf(q)}-${STARTS[q % 4]}`]),
);

export const quarterStart = (quarter: QuarterNumber): string => startTexts.get(quarter) as string;
export const quarterEnd = (quarter: QuarterNumber): string => quarterStart(quarter + 1);
export const yearStart = (year: number): string => `${year}-01-01`;
/** After every day of the world. */
export const FOR_EVER = '9999-01-01';

const DAY = 86_400_000;
const dayTexts = new Map<number, string>();

/** The day that lies a number of days after another. */
export function addDays(day: string, days: number): string {
  const time = Math.floor(Date.parse(day) / DAY) + days;
  let text = dayTexts.get(time);
  if (text === undefined) {
    text = new Date(time * DAY).toISOString().slice(0, 10);
    dayTexts.set(time, text);
  }
  return text;
}

const lastDays = new Map(HISTORY.map((q) => [q, addDays(quarterEnd(q), -1)]));
/** The last day of a quarter: when its stocks are measured. */
export const lastDayOf = (quarter: QuarterNumber): string => lastDays.get(quarter) ?? addDays(quarterEnd(quarter), -1);

/** The first days of the months of a quarter, and of the month after it. */
export function monthStarts(quarter: QuarterNumber): readonly [string, string, string, string] {
  const year = yearOf(quarter);
  const month = (at: number) => `${year}-${String(placeInYear(quarter) * 3 + at + 1).padStart(2, '0')}-01`;
  return [month(0), month(1), month(2), quarterEnd(quarter)];
}
