/** The tables of an export, whichever way they were packed: handed over row by row, of which only named columns are kept. */
import { Invalid } from '../../../errors';

export interface TableReader {
  /** A new sheet or file begins. */
  begin(name: string): void;
  /** The next row that is not empty: cells by their place, empty ones left out. */
  row(cells: ReadonlyMap<number, string>): void;
}

/** By the name of its column. */
export type Picked = ReadonlyMap<string, string>;

/** The heading is looked for this far down: some exports say what they are first. */
export const HEADING_WITHIN = 10;

/**
 * Finds the heading of each table, by the column that joins them, and keeps of every row what stands under the names that are
 * asked for. Nothing else of a row is kept, so that no name of a person gets any further.
 */
export class ColumnPicker implements TableReader {
  /** The columns that were found, over all tables. */
  readonly found = new Set<string>();
  tables = 0;
  joined = 0;
  private places: ReadonlyMap<number, string> | null = null;
  private rows = 0;

  constructor(
    private readonly join: string,
    private readonly wanted: ReadonlySet<string>,
    private readonly onRow: (key: string, picked: Picked) => void,
  ) {}

  readonly begin = (): void => {
    this.tables += 1;
    this.places = null;
    this.rows = 0;
  };

  readonly row = (cells: ReadonlyMap<number, string>): void => {
    this.rows += 1;
    if (this.places === null) this.findHeading(cells);
    else this.pick(cells, this.places);
  };

  private findHeading(cells: ReadonlyMap<number, string>): void {
    if (this.rows > HEADING_WITHIN || ![...cells.values()].includes(this.join)) return;
    const named = [...cells].filter(([, name]) => name === this.join || this.wanted.has(name));
    if (new Set(named.map(([, name]) => name)).size < named.length) throw TWICE;
    this.places = new Map(named);
    this.joined += 1;
    for (const [, name] of named) this.found.add(name);
  }

  private pick(cells: ReadonlyMap<number, string>, places: ReadonlyMap<number, string>): void {
    const picked = new Map<string, string>();
    for (const [place, name] of places) {
      const cell = cells.get(place);
      if (cell !== undefined) picked.set(name, cell);
    }
    const key = picked.get(this.join);
    picked.delete(this.join);
    if (key !== undefined) this.onRow(key, picked);
  }
}

const TWICE = new Invalid([
  {
    field: 'file',
    en: 'has a column twice in one table: nobody can say which counts.',
    nl: 'heeft in één tabel een kolom twee keer: niemand weet welke telt.',
  },
]);
