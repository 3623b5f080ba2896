/** What stands in a workbook where nothing is asked: it is not taken, and it may hold no data of people either. */
import { findInTable } from '../../domain/personal-data';
import type { Findings } from './findings';
import type { MarkedSheet } from './marked-sheet';
import { addressOf, type PlainSheet } from './spreadsheet';

/** More cells than this are not looked into: the sheet has to go anyway. */
const MOST_ROWS_LOOKED_INTO = 2_000;

/** Of a sheet that is not of the form: all of it, with its first row as headings. */
export function lookIntoSheet({ name, rows }: PlainSheet, findings: Findings): void {
  const texts = rows.slice(0, MOST_ROWS_LOOKED_INTO).map((cells) => cells.map((cell) => cell?.text ?? ''));
  const [headings = [], ...below] = texts;
  const places = [
    ...findInTable([], [headings]).map(({ column }) => addressOf(0, column)),
    ...findInTable(headings, below).map(({ row, column }) => addressOf(row + 1, column)),
  ];
  for (const cell of new Set(places)) findings.add('form.personal-data', { place: { sheet: name, cell } });
}

/** Of a sheet of the form: cells to the right of its columns, and merged cells for input. */
export function lookBeside({ sheet, code, first, column, columns }: MarkedSheet, findings: Findings): void {
  const last = Math.max(column, ...columns.map((one) => one.column));
  const beside = sheet.rows.map((cells, row) => (row < first ? [] : cells.slice(last + 1)));
  for (const [row, cells] of beside.entries())
    for (const [at, cell] of cells.entries())
      if (cell?.text.trim())
        findings.add('form.outside-fields', {
          section: code,
          place: { sheet: sheet.name, cell: addressOf(row, last + 1 + at) },
        });
  const texts = beside.map((cells) => cells.map((cell) => cell?.text ?? ''));
  for (const { row, column: at } of findInTable([], texts))
    findings.add('form.personal-data', {
      section: code,
      place: { sheet: sheet.name, cell: addressOf(row, last + 1 + at) },
    });
  const isInput = (from: number, to: number) => columns.some((one) => from <= one.column && one.column <= to);
  for (const { startRow, startCol, endRow, endCol } of sheet.merged)
    if (endRow >= first && isInput(startCol, endCol))
      findings.add('form.merged-cells', {
        section: code,
        place: { sheet: sheet.name, cell: addressOf(startRow, startCol) },
      });
}
