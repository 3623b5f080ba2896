/** A table to be filled: its columns, and its rows as lines in the text format of COPY. */
export interface Table {
  readonly name: string;
  /** The stream of chance that gives the rows their ids, when nothing refers to them: the rows do not hold an id then. */
  readonly ids?: string;
  readonly columns: readonly string[];
  rows(): Iterable<string>;
}

export type Value = string | number | boolean | null;

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written(value: Value): string | number {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'string' && SPECIAL.test(value)
    ? value.replaceAll(SPECIALS, (c) => ESCAPED[c] as string)
    : value;
}

/** One row as COPY reads it. */
export function line(...values: readonly Value[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : '\t'}${written(value)}`;
  return `${text}\n`;
}

/** One row of codes, ids and numbers: nothing that COPY would take for something else. */
export function codes(...values: readonly Value[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : '\t'}${value === null ? '\\N' : value}`;
  return `${text}\n`;
}

/** A list of words as COPY reads an array. */
export const array = (words: readonly string[]) => `{${words.join(',')}}`;
