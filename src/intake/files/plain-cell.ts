/** One cell, freed of how spreadsheets keep it: a day is a day, and what went wrong is said to have gone wrong. */
import type { Cell, CellValue } from 'hucre/xlsx';

export interface PlainCell {
  /** What a person sees, without thousands separators and the like. */
  readonly text: string;
  readonly number?: number;
  /** YYYY-MM-DD. */
  readonly day?: string;
  /** Shown with a percent sign: the number 0.185 is seen as 18.5 %. */
  readonly isPercentage?: true;
  readonly formula?: 'WITH_OUTCOME' | 'WITHOUT_OUTCOME';
  /** #REF! and the like, and numbers that are none. */
  readonly isError?: true;
}

type Details = Pick<Cell, 'type' | 'formula' | 'style'>;

/** Null when nothing stands in it; a formula without an outcome is something. */
export function plainCell(value: CellValue, details: Details | undefined): PlainCell | null {
  if (details?.formula === undefined) return value === null || value === '' ? null : plain(value, details);
  if (value === null) return { text: '', formula: 'WITHOUT_OUTCOME' };
  return { ...plain(value, details), formula: 'WITH_OUTCOME' };
}

function plain(value: NonNullable<CellValue>, details: Details | undefined): PlainCell {
  if (details?.type === 'error') return { text: String(value), isError: true };
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'boolean') return { text: value ? 'ja' : 'nee' };
  return typeof value === 'number' ? numberOf(value, details?.style?.numFmt ?? '') : { text: value };
}

const DUTCH_DAY = (iso: string) => iso.split('-').reverse().join('-');
/** The days of a spreadsheet start here: what is before it is a time, or a mistake. */
const FIRST_YEAR = 1900;

function dayOf(moment: Date): PlainCell {
  if (Number.isNaN(moment.getTime())) return { text: '', isError: true };
  const [day = '', time = ''] = moment.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (moment.getUTCFullYear() < FIRST_YEAR || day.length !== 10) return { text: clock };
  return { text: clock === '00:00' ? DUTCH_DAY(day) : `${DUTCH_DAY(day)} ${clock}`, day };
}

/** Without what stands between quotes, is escaped, or is a condition. */
const bare = (format: string) => format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');

function numberOf(value: number, format: string): PlainCell {
  if (!Number.isFinite(value)) return { text: '', isError: true };
  // Minus nought is nought.
  const number = value === 0 ? 0 : value;
  if (bare(format).includes('%')) return { text: `${percents(number)}%`, number, isPercentage: true };
  // A code such as 0363 is often kept as a number that is shown with its zeros.
  const width = /^0{2,}$/.test(format) ? format.length : 0;
  return { text: String(number).padStart(width, '0'), number };
}

/** The number before the percent sign, without the dust of binary fractions: spreadsheets keep fifteen digits. */
export const percents = (fraction: number): number => Number((fraction * 100).toPrecision(15));
