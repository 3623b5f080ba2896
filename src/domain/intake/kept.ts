/** What was filled in, in the form in which it is kept: a section, a row, a field. */

export interface KeptRow {
  /** 0 for the values of a section of items; 1 and up for the rows of a list. */
  readonly row: number;
  /** By the code of the field. What is empty is not there. */
  readonly values: ReadonlyMap<string, string>;
}

export interface KeptSection {
  readonly code: string;
  readonly rows: readonly KeptRow[];
}

/** The values of a section of items. */
export const itemsOf = ({ rows }: KeptSection): ReadonlyMap<string, string> => rows[0]?.values ?? new Map();
