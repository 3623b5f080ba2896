/** What was filled in, whichever way it came: by form, by file, or by a program. */

/** Where a value stands in a file, so that a finding can point at it. */
export interface Place {
  /** The name of the sheet, or null in a CSV. */
  readonly sheet: string | null;
  /** "C12" in a workbook; "3:amount" (line and column) in a CSV. */
  readonly cell: string;
}

/** A value as it was written, before anything was made of it. */
export interface RawValue {
  /** As text: what a person sees, without the format of a spreadsheet. Empty when the cell is. */
  readonly text: string;
  /** The number, when the file says that it is one: no thousands separators to guess about. */
  readonly number?: number;
  /** The day, when the file says that it is one: YYYY-MM-DD. */
  readonly day?: string;
  readonly place: Place | null;
}

export interface FilledRow {
  /** 0 for the values of a section of items; 1 and up for the rows of a list. */
  readonly row: number;
  /** By the code of the field. */
  readonly values: ReadonlyMap<string, RawValue>;
}

export interface FilledSection {
  readonly code: string;
  readonly rows: readonly FilledRow[];
}

/** A value in the form in which it is kept: see parse-value. */
export type KeptValue = string;
