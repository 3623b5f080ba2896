/**
 * Workbooks (.xlsx) as plain cells. This is the only file that knows the library that reads and writes them, so that another can
 * take its place.
 */
import type { NamedRange } from 'hucre';
import {
  type Cell,
  cellRef,
  type DataValidation,
  openXlsx,
  parseCellRef,
  readXlsx,
  type Sheet,
  type CellStyle as Style,
  saveXlsx,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { type PlainCell, plainCell } from './plain-cell';
import { writableText } from './writable-text';

export type CellStyle = Style;
export type Validation = DataValidation;
export type DefinedName = NamedRange;
export type SheetToWrite = WriteSheet;
export type CellToWrite = Partial<Cell>;

/** Rows and columns are counted from nought, ends included. */
export interface MergedRange {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export interface PlainSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null: an empty cell. */
  readonly rows: readonly (readonly (PlainCell | null)[])[];
  readonly merged: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
}

/** Beyond these nothing is read, so that a sheet that was once scrolled to its end costs nothing. */
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 100;
const READ = { readStyles: true, maxRows: MOST_ROWS, range: `A1:${cellRef(MOST_ROWS - 1, MOST_COLUMNS - 1)}` };

/** "C12" of row 11 and column 2. */
export const addressOf = (row: number, column: number): string => cellRef(row, column);

/** The bytes are no workbook that can be read. What the library says of it may repeat what stands in it, so it is left out. */
export class Unreadable extends Error {}

const readable = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch(() => {
    throw new Unreadable();
  });

/** The sheets of a workbook that was found safe (guard-zip). Throws Unreadable. */
export async function readWorkbook(bytes: Uint8Array): Promise<PlainSheet[]> {
  const { sheets } = await readable(readXlsx(bytes, READ));
  return sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows: sheet.rows.map((row, at) =>
      row.map((value, column) => plainCell(value, sheet.cells?.get(`${at},${column}`))),
    ),
    merged: sheet.merges ?? [],
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : []))),
  }));
}

/** A new workbook. Its sheets can be neither renamed nor taken away. */
export async function writeWorkbook(
  sheets: readonly SheetToWrite[],
  names: readonly DefinedName[],
  properties: { readonly title: string; readonly creator: string },
): Promise<Buffer> {
  const written = await writeXlsx({
    sheets: [...sheets],
    namedRanges: [...names],
    properties: { ...properties },
    workbookProtection: { lockStructure: true },
  });
  return Buffer.from(written);
}

/** What is to be written beside a cell. */
export interface Note {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** The same workbook with a comment and a fill on some of its cells, and one sheet more at its end. Throws Unreadable. */
export async function annotateWorkbook(
  bytes: Uint8Array,
  notes: readonly Note[],
  { author, fill, added }: { readonly author: string; readonly fill: string; readonly added: SheetToWrite },
): Promise<Buffer> {
  const workbook = await readable(openXlsx(bytes, READ));
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const note of notes) annotate(sheets.get(note.sheet), note, author, fill);
  for (const sheet of workbook.sheets) keepWritable(sheet);
  workbook.sheets.push(added as Sheet);
  return Buffer.from(await saveXlsx(workbook));
}

/** What was read of a party's texts has to be written as such again: the library leaves that to us. */
function keepWritable(sheet: Sheet): void {
  for (const row of sheet.rows)
    for (const [at, value] of row.entries()) if (typeof value === 'string') row[at] = writableText(value);
  for (const cell of sheet.cells?.values() ?? []) {
    if (typeof cell.value === 'string') cell.value = writableText(cell.value);
    for (const run of cell.richText ?? []) run.text = writableText(run.text);
  }
}

function annotate(sheet: Sheet | undefined, { cell: address, text }: Note, author: string, rgb: string): void {
  if (!sheet) return;
  const { row, col } = parseCellRef(address);
  sheet.cells ??= new Map();
  const key = `${row},${col}`;
  const cell: Cell = sheet.cells.get(key) ?? { value: sheet.rows[row]?.[col] ?? null, type: 'empty' };
  const before = cell.comment?.text;
  sheet.cells.set(key, {
    ...cell,
    style: { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } },
    comment: { author, text: before ? `${before}\n\n${text}` : text },
  });
}
