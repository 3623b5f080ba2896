/** What stands in a file where nothing is asked: it is not taken, and it may hold no data of people either. */
import type { Section } from '../../domain/intake/form';
import { mayHoldPersonal } from '../../domain/intake/shown-value';
import { findInTable } from '../../domain/personal-data';
import type { Findings } from './findings';
import type { MarkedSheet } from './marked-sheet';
import { addressOf, type PlainSheet } from './spreadsheet';
import { VALUE_COLUMN } from './template-layout';

/** Where data of people stand in cells below their headings. Rows in which there can be none cost next to nothing. */
export function personalCells(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly row: number; readonly column: number }[] {
  const looked = rows.flatMap((cells, row) => (cells.some(mayHoldPersonal) ? [{ cells, row }] : []));
  const found = findInTable(
    headings,
    looked.map(({ cells }) => cells),
  );
  return found.map(({ row, column }) => ({ row: looked[row]?.row ?? 0, column }));
}

const textsOf = ({ rows }: PlainSheet) => rows.map((cells) => cells.map((cell) => cell?.text ?? ''));

/** Of a sheet that is not of the form: all of it, with its first row as headings. */
export function lookIntoSheet(sheet: PlainSheet, findings: Findings): void {
  const [headings = [], ...below] = textsOf(sheet);
  const places = [
    ...personalCells([], [headings]).map(({ column }) => addressOf(0, column)),
    ...personalCells(headings, below).map(({ row, column }) => addressOf(row + 1, column)),
  ];
  for (const cell of new Set(places)) findings.add('form.personal-data', { place: { sheet: sheet.name, cell } });
}

/** Of a sheet of the form: all but what is asked, and merged cells for input. */
export function lookBeside({ code, fields }: Section, mark: MarkedSheet, findings: Findings): void {
  const { sheet, first, column, columns } = mark;
  const at = (row: number, to: number) => ({ section: code, place: { sheet: sheet.name, cell: addressOf(row, to) } });
  const last = Math.max(column, ...columns.map((one) => one.column));
  for (const [row, cells] of sheet.rows.entries())
    for (const [to, cell] of cells.entries())
      if (row >= first && to > last && cell?.text.trim()) findings.add('form.outside-fields', at(row, to));
  const codes = new Set([VALUE_COLUMN, ...fields.map((field) => field.code.toLowerCase())]);
  const asked = new Set(columns.filter((one) => codes.has(one.code.toLowerCase())).map((one) => one.column));
  const beside = textsOf(sheet).map((cells, row) =>
    cells.map((text, to) => (row >= first && asked.has(to) ? '' : text)),
  );
  const found = [
    ...personalCells([], beside.slice(0, first)),
    ...personalCells(beside[first - 1] ?? [], beside.slice(first)).map((one) => ({ ...one, row: one.row + first })),
  ];
  for (const { row, column: to } of found) findings.add('form.personal-data', at(row, to));
  const isInput = (from: number, to: number) => columns.some((one) => from <= one.column && one.column <= to);
  for (const { startRow, startCol, endRow, endCol } of sheet.merged)
    if (endRow >= first && isInput(startCol, endCol)) findings.add('form.merged-cells', at(startRow, startCol));
}
