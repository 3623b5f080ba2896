import { stringify } from 'csv-stringify/sync';
import type { KeptRow } from '../../../domain/intake/kept';
import { LISTS } from '../../../domain/intake/lists';
import type { Declared, DeclaredRow } from './declared';

const COLUMNS = LISTS.declarations.fields.map(({ code }) => code);

/** The rows of a quarter, in a fixed order. */
export function rowsOf(declared: Declared, quarter: string): readonly DeclaredRow[] {
  const rows = [...(declared.rows.get(quarter) ?? new Map<string, DeclaredRow>())];
  return rows.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** A volume below zero is not asked for: more was taken back than delivered in the quarter. The amount stands. */
const volumeOf = ({ volume }: DeclaredRow): bigint => (volume < 0n ? 0n : volume);

/** As the list "declarations" keeps them: amounts in whole cents. */
export function keptRows(rows: readonly DeclaredRow[]): readonly KeptRow[] {
  return rows.map((row, at) => ({
    row: at + 1,
    values: new Map([
      ['municipality', row.municipality],
      ['careForm', row.careForm],
      ['amount', `${row.cents}`],
      ['volume', `${volumeOf(row)}`],
      ['unit', row.unit],
    ]),
  }));
}

/** As a party delivers them: the codes of the columns, a semicolon between, euros with a comma. */
export function csvOf(rows: readonly DeclaredRow[]): string {
  const records = keptRows(rows).map(({ values }) =>
    COLUMNS.map((code) => (code === 'amount' ? euros(values.get(code) as string) : values.get(code))),
  );
  return stringify([COLUMNS, ...records], { delimiter: ';' });
}

/** "-12345" cents are "-123,45". */
export function euros(cents: string): string {
  const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(cents) ?? [];
  const padded = digits.padStart(3, '0');
  return `${sign}${padded.slice(0, -2)},${padded.slice(-2)}`;
}
