/** A sheet of which the hidden row was found: it says which section stands there, and which code in which column. */

import type { PlainSheet } from './spreadsheet';
import { FIRST_HEADINGS, MARK, MARK_WITHIN } from './template-layout';

export interface MarkedSheet {
  readonly sheet: PlainSheet;
  /** Of the section. */
  readonly code: string;
  /** The hidden row. */
  readonly row: number;
  /** The first row that may be filled in. */
  readonly first: number;
  /** The column of the mark, in which a section of items has its codes. */
  readonly column: number;
  /** Codes of columns, in their order; one may be there twice. */
  readonly columns: readonly { readonly code: string; readonly column: number }[];
}

const HEADINGS: ReadonlySet<string> = new Set(Object.values(FIRST_HEADINGS));

/** Null when the sheet has no hidden row. */
export function marked(sheet: PlainSheet): MarkedSheet | null {
  for (const [row, cells] of sheet.rows.slice(0, MARK_WITHIN).entries()) {
    const column = cells.findIndex((cell) => cell?.text.startsWith(MARK));
    if (column < 0) continue;
    const columns = cells.flatMap((cell, at) =>
      cell && at !== column && cell.text.trim() ? [{ code: cell.text.trim(), column: at }] : [],
    );
    const below = sheet.rows[row + 1]?.[column]?.text ?? '';
    const first = row + (HEADINGS.has(below) ? 2 : 1);
    return { sheet, first, code: (cells[column]?.text ?? '').slice(MARK.length).trim(), row, column, columns };
  }
  return null;
}
