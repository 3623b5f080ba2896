/** What one viewer may read of one table. Only grant() makes one, and no query is written without one. */
import { type Admission, type Condition, GUARDED, type Term, termsOf, type ViewerKey } from './keys';
import { COLUMNS, type Column, columnOf, type Information, TABLE } from './table';
import type { Viewer } from './viewer';

declare const granted: unique symbol;
export interface Grant {
  readonly table: string;
  /** Every row, or the rows for which one of the terms holds. No terms: no row. */
  readonly rows: 'all' | readonly Term[];
  readonly [granted]: true;
}

/** The rows of a table that the parties of a column may read. */
export function grantOfColumn(column: Column, table: string): Grant {
  const kinds = GUARDED.get(table);
  if (!kinds) throw new Error(`No row of the authorization table speaks of ${table}.`);
  const terms: Term[] = [];
  let unconditional = true;
  for (const { information, when } of kinds) {
    const given = TABLE[information].cells[column].flatMap((scope): Term[] => {
      if (scope === 'all') return [when ? [when] : []];
      return termsOf(information, scope, column).map((term) => (when ? [when, ...term] : term));
    });
    unconditional &&= TABLE[information].cells[column].includes('all');
    terms.push(...given);
  }
  return { table, rows: unconditional ? 'all' : terms } as Grant;
}

// There are some 14 columns and 35 tables: made once, looked up ever after.
const grants = new Map(COLUMNS.map((column) => [column, new Map<string, Grant>()]));

/** The rows of a table that a viewer may read. */
export function grant(viewer: Viewer, table: string): Grant {
  const ofColumn = grants.get(columnOf(viewer)) as Map<string, Grant>;
  const known = ofColumn.get(table) ?? grantOfColumn(columnOf(viewer), table);
  ofColumn.set(table, known);
  return known;
}

/** May this kind of party ever read this kind of information? Decides about fields; rows are decided by grant(). */
export function mayAsk(viewer: Viewer, information: Information): boolean {
  return !TABLE[information].cells[columnOf(viewer)].includes('none');
}

const KEY_OF: Readonly<Record<ViewerKey, (viewer: Viewer) => string | null>> = {
  party: (viewer) => viewer.partyId,
  provider: (viewer) => viewer.providerId,
  municipality: (viewer) => viewer.municipalityCode,
  region: (viewer) => viewer.regionCode,
};

/** The value of a viewer's key; null when the viewer has none, and then no row is its own by that key. */
export function keyOf(viewer: Viewer, key: ViewerKey): string | null {
  return KEY_OF[key](viewer);
}

/** What a test of a row in memory knows beside the row: the moment, and what the viewer was let into. */
export interface Around {
  readonly now: Date;
  admitted(viewer: Viewer, admission: Admission): ReadonlySet<unknown>;
}

/** Does the grant cover this row? The same rule as the SQL predicate, for rows that are already in memory. */
export function covers(given: Grant, viewer: Viewer, row: Readonly<Record<string, unknown>>, around: Around): boolean {
  const holds = (condition: Condition) => {
    const value = row[condition.column];
    if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast;
    if ('moment' in condition) return value instanceof Date && value <= around.now === (condition.moment === 'past');
    if ('absent' in condition) return value === null;
    if ('among' in condition) return around.admitted(viewer, condition.among).has(value);
    const wanted = 'word' in condition ? condition.word : keyOf(viewer, condition.is);
    return wanted !== null && value === wanted;
  };
  return given.rows === 'all' || given.rows.some((term) => term.every(holds));
}
