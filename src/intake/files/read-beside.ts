/** What stands in a file where nothing is asked: it is not taken, and it may hold no data of people either. */
import type { FilledSection } from '../../domain/intake/filled';
import { mayHoldPersonal } from '../../domain/intake/shown-value';
import { findInTable } from '../../domain/personal-data';
import type { Findings } from './findings';
import type { MarkedSheet } from './marked-sheet';
import { addressOf, type PlainSheet } from './spreadsheet';

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

/**
 * Of a sheet of the form: all but the values that were read, which are looked into where they are checked; and merged cells for
 * input. A value that was passed over, because its code is not known or is there twice, is kept in the workbook all the same.
 */
export function lookBeside({ code, rows }: FilledSection, mark: MarkedSheet, findings: Findings): void {
  const { sheet, first, column, columns } = mark;
  const at = (row: number, to: number) => ({ section: code, place: { sheet: sheet.name, cell: addressOf(row, to) } });
  const last = Math.max(column, ...columns.map((one) => one.column));
  for (const [row, cells] of sheet.rows.entries())
    for (const [to, cell] of cells.entries())
      if (row >= first && to > last && cell?.text.trim()) findings.add('form.outside-fields', at(row, to));
  const read = new Set(rows.flatMap(({ values }) => [...values.values()].map(({ place }) => place?.cell)));
  const beside = textsOf(sheet).map((cells, row) =>
    cells.map((text, to) => (text !== '' && read.has(addressOf(row, to)) ? '' : text)),
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
