/**
 * Finds personal data in a text and in a table of cells. It gives kinds and places, never the value, so that whoever passes an
 * answer on cannot pass on what was found. What it cannot find is a name: see docs/personal-data.md.
 */
import { BIRTH_DATE } from './birth-date';
import { BSN, isOfSomethingElse, passesElevenTest } from './bsn';
import { EMAIL } from './email';
import { IBAN } from './iban';
import type { Finder, Found, PersonalDataKind } from './kinds';
import { legible } from './legible';
import { PHONE } from './phone';

const FINDERS = { BSN, EMAIL, PHONE, IBAN, BIRTH_DATE } as const satisfies Readonly<Record<PersonalDataKind, Finder>>;
const KINDS = Object.entries(FINDERS) as readonly (readonly [PersonalDataKind, Finder])[];

/** Everything that was found in a text, in its order. */
export function findInText(given: string): readonly Found[] {
  const { text, at } = legible(given);
  const found = KINDS.flatMap(([kind, finder]) =>
    finder.inText(text).map(({ start, end }) => ({
      kind,
      start: at[start] as number,
      end: (at[end - 1] as number) + 1,
    })),
  );
  // The digits of an account may look like a telephone number: what lies within a longer one is part of it.
  const isPart = (one: Found) => found.some((other) => other.start < one.start && one.start < other.end);
  return found.filter((one) => !isPart(one)).sort((one, other) => one.start - other.start);
}

/** A cell in which something was found. Rows and columns are counted from nought, without the headings. */
export interface FoundInCell {
  readonly kind: PersonalDataKind;
  readonly row: number;
  readonly column: number;
}

/** As many different numbers in one column that all pass the eleven test are no coincidence: one in a thousand million is. */
const NO_COINCIDENCE = 9;

/**
 * Everything that was found in a table: the heading of a column is the context of its cells, and a cell of more than one word is
 * read as a text as well. Columns without a useful heading are judged by all their numbers together.
 */
export function findInTable(headings: readonly string[], rows: readonly (readonly string[])[]): readonly FoundInCell[] {
  const contexts = headings.map((heading) => legible(heading.replaceAll('_', ' ')).text);
  const unnamed = new Set(
    contexts.flatMap((context, column) => (holdsNumbersOfPeople(context, rows, column) ? [column] : [])),
  );
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const { text } = legible(cell);
      const kinds = KINDS.filter(
        ([kind, finder]) =>
          finder.inCell(text, contexts[column] ?? '') ||
          (/\p{L}/u.test(text) && finder.inText(text).length > 0) ||
          (kind === 'BSN' && unnamed.has(column) && isNineDigits(text)),
      );
      return kinds.map(([kind]) => ({ kind, row, column }));
    }),
  );
}

const isNineDigits = (text: string) => /^\d{9}$/.test(text.trim());

function holdsNumbersOfPeople(heading: string, rows: readonly (readonly string[])[], column: number): boolean {
  if (isOfSomethingElse(heading)) return false;
  const numbers = new Set(rows.map((cells) => legible(cells[column] ?? '').text.trim()).filter((text) => text !== ''));
  return numbers.size >= NO_COINCIDENCE && [...numbers].every((text) => isNineDigits(text) && passesElevenTest(text));
}
