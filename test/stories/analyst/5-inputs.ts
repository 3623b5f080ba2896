/** The numbers that indicators are made of, looked up where the API tells them. */
import { countsNot, figureAt } from './1-quarters';
import { endOf, type Known, lastDayOf, periodOf, placeOf } from './calculator';
import { by, type Told } from './desk';
import type { Dossier } from './providers';

export interface Input {
  readonly name: string;
  /** Null when it was not told. */
  readonly value: Known;
  readonly period: string;
  readonly source: string;
}

/** What an indicator is made of at the end of a quarter; null when there is nothing to make it of. */
export type Inputs = (dossier: Dossier, quarter: string) => readonly Input[] | null;

export const told = (name: string, value: Known, period: string): Input => ({
  name,
  value,
  period,
  source: 'DELIVERY',
});

/** Amounts of the quarter itself. */
export const amounts =
  (...names: readonly string[]): Inputs =>
  ({ quarters }, quarter) => {
    const of = by('quarter', quarters).get(quarter);
    const sources = by('figure', of?.origins ?? []);
    return names.map((name) => ({
      ...told(name, of?.[`${name}Cents`] ?? null, quarter),
      source: sources.get(name)?.source ?? 'DELIVERY',
    }));
  };

/** The latest half-year, and the latest year, that had ended by the end of a quarter. */
const halfAt = (quarter: string): string => {
  const half = Math.floor((placeOf(quarter) + 1) / 2) - 1;
  return `${Math.floor(half / 2)}H${(half % 2) + 1}`;
};
const yearAt = (quarter: string): string => String(Math.floor((placeOf(quarter) + 1) / 4) - 1);

const PERSONNEL: Readonly<Record<string, string>> = {
  staffInflow: 'staffInflow',
  staffOutflow: 'staffOutflow',
  formationPrimary: 'formationPrimaryFte',
  occupancyPrimary: 'occupancyPrimaryFte',
  formationTotal: 'formationTotalFte',
  occupancyTotal: 'occupancyTotalFte',
  sickness: 'sicknessPrimary',
  vacancies: 'vacancies',
};

/** Of a half-year: from the report on personnel, without what cannot be right. */
export const ofHalf =
  (...names: readonly string[]): Inputs =>
  (dossier, quarter) => {
    const period = halfAt(quarter);
    const report = dossier.personnel.find((one) => periodOf(one.periodStart, one.periodEnd) === period);
    return names.map((name) => {
      const value = countsNot(dossier, name, period) ? null : (report?.[PERSONNEL[name] as string] ?? null);
      return told(name, value, period);
    });
  };

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const valueAt = (dossier: Dossier, name: string, end: string): Known =>
  figureAt(dossier, snake(name), end, ({ source }: Told) => source === 'DELIVERY')?.value ?? null;

/** Numbers beside the books, of the quarter and of the latest year. */
export const counts =
  (...names: readonly string[]): Inputs =>
  (dossier, quarter) =>
    names.map((name) => told(name, valueAt(dossier, name, endOf(quarter)), quarter));
export const ofYear =
  (...names: readonly string[]): Inputs =>
  (dossier, quarter) => {
    const year = yearAt(quarter);
    return names.map((name) => told(name, valueAt(dossier, name, `${Number(year) + 1}-01-01`), year));
  };

/** The last day of the period that an indicator is about. */
export function lastDay(every: string, quarter: string): string {
  if (every === 'QUARTER') return lastDayOf(quarter);
  if (every === 'YEAR') return `${yearAt(quarter)}-12-31`;
  const half = halfAt(quarter);
  return `${half.slice(0, 4)}-${half.endsWith('1') ? '06-30' : '12-31'}`;
}
