/** Reads a day as people write it. 03-04-2026 is the third of April: the day comes first, as everywhere in the Netherlands. */
import { isDay } from '../period';
import { legible } from '../personal-data/legible';
import type { RawValue } from './filled';
import type { ValueRule } from './value-problems';

/** The first three letters tell the months apart, in both languages. */
const MONTHS: Readonly<Record<string, string>> = {
  jan: '01', feb: '02', mrt: '03', maa: '03', mar: '03', apr: '04', mei: '05', may: '05', jun: '06', jul: '07',
  aug: '08', sep: '09', okt: '10', oct: '10', nov: '11', dec: '12',
}; // biome-ignore format: it is a table, and is read as one
const NAMES =
  /^(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const IN_LETTERS = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/;
const SHORT_YEAR = /^\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9}\.?)[-/. ]'?\d{2}$/;
/** Contracts of youth care are not older, and nobody plans further ahead. */
const YEARS = { first: 1990, last: 2099 } as const;

/** A rule that is broken, or the day: "2026-12-31". */
export function readDay({ text, day }: RawValue): { readonly day: string } | ValueRule {
  const read = day ?? written(legible(text).text.trim().toLowerCase());
  if (read === 'cell.short-year') return read;
  const year = Number(read?.slice(0, 4));
  return read !== null && isDay(read) && year >= YEARS.first && year <= YEARS.last ? { day: read } : 'cell.not-a-day';
}

function written(text: string): string | 'cell.short-year' | null {
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y && m && d) return dayOf(y, m, d);
  const [, day, month, year] = DAY_FIRST.exec(text) ?? IN_LETTERS.exec(text) ?? [];
  if (day && month && year) {
    if (/^\d+$/.test(month)) return dayOf(year, month, day);
    return NAMES.test(month) ? dayOf(year, MONTHS[month.slice(0, 3)] ?? '00', day) : null;
  }
  return SHORT_YEAR.test(text) ? 'cell.short-year' : null;
}

const dayOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
