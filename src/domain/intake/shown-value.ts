/** Whether a value may be repeated in a finding: a finding is stored, mailed and printed, and may hold nothing of a person. */
import { findInTable, findInText } from '../personal-data';
import { passesElevenTest } from '../personal-data/bsn';
import type { Found } from '../personal-data/kinds';

/** Nothing of a person that a rule can find is without an address or four digits; most cells have neither. */
const MAY_HOLD_ANY = /@|[([{]\s?(?:at|apen)|\p{Nd}(?:\P{Nd}*\p{Nd}){3}/iu;
/** A text that is longer is refused for that. */
const READ_MAX = 5000;

/** Whether it is worth looking into at all. */
export const mayHoldPersonal = (text: string): boolean => MAY_HOLD_ANY.test(text);

const SHOWN_MAX = 60;
const HIDDEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** The value as far as it may be shown; null when it may be personal data, or cannot be written. */
export function shownValue(text: string): string | null {
  if (!MAY_HOLD_ANY.test(text) && !HIDDEN.test(text)) return cut(text);
  if (text.length > READ_MAX) return null;
  const digits = text.replace(/[\s.-]/gu, '');
  const mayBeBsn = /^\d{8,9}$/.test(digits) && passesElevenTest(digits.padStart(9, '0'));
  if (mayBeBsn || HIDDEN.test(text) || findInText(text).length > 0) return null;
  return cut(text);
}

const cut = (text: string) => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX - 1)}…` : text);

/** Contact data of an office are asked for; nothing else of a person is. */
const OF_AN_OFFICE: ReadonlySet<string> = new Set(['EMAIL', 'PHONE']);

/** What in a text may not stay: with the label of its field before it, because a label says what a number is. */
export function personalIn(given: string, label: string, isContact: boolean): readonly Found[] {
  if (!MAY_HOLD_ANY.test(given)) return [];
  const text = given.slice(0, READ_MAX);
  const before = `${label}: `;
  const found = findInText(`${before}${text}`).flatMap(({ kind, start, end }) =>
    end > before.length ? [{ kind, start: Math.max(0, start - before.length), end: end - before.length }] : [],
  );
  return isContact ? found.filter(({ kind }) => !OF_AN_OFFICE.has(kind)) : found;
}

export const isNineDigits = (text: string) => /^\d{9}$/.test(text.trim());

/** Whether the numbers of a column are all those of people: see findInTable. */
export function areOfPeople(label: string, cells: readonly string[]): boolean {
  const numbers = cells.filter(isNineDigits);
  const found =
    numbers.length > 0
      ? findInTable(
          [label],
          cells.map((cell) => [cell]),
        )
      : [];
  return found.filter(({ kind }) => kind === 'BSN').length >= numbers.length && numbers.length > 0;
}

/** As it is found of such a number. */
export const A_NUMBER: readonly Found[] = [{ kind: 'BSN', start: 0, end: 9 }];
