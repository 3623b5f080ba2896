/**
 * Quarters and half-open periods. A quarter is written as its first day, 'YYYY-MM-DD', as in the database; people and
 * the API write it as "2026Q3". There is no clock here: now is always an argument of the caller.
 */
import { fraction, type Ratio } from './ratio';

/** The weights of the four quarters of a year: the amounts of last year, for instance. Only their proportions count. */
export type SeasonalProfile = readonly [q1: bigint, q2: bigint, q3: bigint, q4: bigint];
export const LINEAR: SeasonalProfile = [1n, 1n, 1n, 1n];

const A_DAY_MS = 86_400_000;
const FIRST_DAY = /^\d{4}-(?:01|04|07|10)-01$/;
const MONTHS = ['01', '04', '07', '10'] as const;

/** The first day of a quarter written as "2026Q3"; null when it is not a quarter. */
export function parseQuarter(text: string): string | null {
  const [, year, number] = /^(\d{4})Q([1-4])$/.exec(text) ?? [];
  return year && number ? `${year}-${MONTHS[Number(number) - 1]}-01` : null;
}

/** "2026Q3" for the quarter that starts on 2026-07-01. RangeError when the day does not start a quarter. */
export function formatQuarter(quarter: string): string {
  return labelAt(quarterIndex(quarter));
}

/** "2026Q3" for the index of a quarter. */
export function labelAt(index: number): string {
  return `${String(Math.floor(index / 4)).padStart(4, '0')}Q${(index % 4) + 1}`;
}

export function isQuarter(day: string): boolean {
  return FIRST_DAY.test(day);
}

/** Consecutive quarters have consecutive indices, so that a distance is a subtraction. */
export function quarterIndex(quarter: string): number {
  if (!FIRST_DAY.test(quarter)) throw new RangeError('A quarter is written as its first day, such as 2026-07-01.');
  return Number(quarter.slice(0, 4)) * 4 + (Number(quarter.slice(5, 7)) - 1) / 3;
}

/** The inverse of quarterIndex. */
export function quarterAt(index: number): string {
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-${MONTHS[index % 4]}-01`;
}

/** 1 to 4. */
export function quarterNumber(quarter: string): number {
  return (quarterIndex(quarter) % 4) + 1;
}

export function yearOf(quarter: string): number {
  return Math.floor(quarterIndex(quarter) / 4);
}

/** Half-open: the first day after the quarter. */
export function quarterEnd(quarter: string): string {
  return addQuarters(quarter, 1);
}

export function addQuarters(quarter: string, count: number): string {
  return quarterAt(quarterIndex(quarter) + count);
}

export function previousQuarter(quarter: string): string {
  return addQuarters(quarter, -1);
}

export function nextQuarter(quarter: string): string {
  return addQuarters(quarter, 1);
}

export function sameQuarterLastYear(quarter: string): string {
  return addQuarters(quarter, -4);
}

/** The quarter a day lies in. RangeError when it is not a day of the calendar. */
export function quarterOf(day: string): string {
  if (!isDay(day)) throw new RangeError('A day is written as 2026-07-01.');
  return `${day.slice(0, 4)}-${MONTHS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}-01`;
}

/** All quarters from the first to the last, both included. */
export function quartersBetween(first: string, last: string): string[] {
  const from = quarterIndex(first);
  return Array.from({ length: Math.max(0, quarterIndex(last) - from + 1) }, (_, at) => quarterAt(from + at));
}

/** The last day inside the quarter: the as-of date of its closing stocks. */
export function lastDayOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][quarterNumber(quarter) - 1]}`;
}

/** True for a day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/** The number of days in a half-open period of two days of the calendar. */
export function daysInPeriod(start: string, end: string): number {
  return dayNumber(end) - dayNumber(start);
}

/** The day so many days after another. */
export function addDays(day: string, count: number): string {
  return new Date((dayNumber(day) + count) * A_DAY_MS).toISOString().slice(0, 10);
}

export function daysInQuarter(quarter: string): number {
  const index = quarterIndex(quarter);
  if (index % 4 > 0) return index % 4 === 1 ? 91 : 92;
  return isLeapYear(Math.floor(index / 4)) ? 91 : 90;
}

/** The share of the year that has passed at the end of the quarter. RangeError for a profile without a positive sum. */
export function fractionOfYearPassed(quarter: string, profile: SeasonalProfile = LINEAR): Ratio {
  const passed = quarterNumber(quarter);
  const sum = (weights: readonly bigint[]) => weights.reduce((total, weight) => total + weight, 0n);
  return fraction(sum(profile.slice(0, passed)), sum(profile));
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Days since 1970-01-01. Date.UTC is arithmetic only: it reads no clock and no time zone. */
function dayNumber(day: string): number {
  if (!isDay(day)) throw new RangeError('A day is written as 2026-07-01.');
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / A_DAY_MS;
}
