import { kindOf } from './fields';
import { type Column, columnOf, type Information, TABLE } from './table';
import type { Viewer } from './viewer';

/** The kinds of information under which a field falls: several where each row decides for itself, none for structure. */
const KINDS_OF: Readonly<Record<string, readonly Information[]>> = {
  structure: [],
  mismatch: ['mismatchOfProvider', 'mismatchOfMunicipalities', 'aggregate'],
};

/** May the parties of a column ever read this field? A field that the table does not know may be read by nobody. */
export function columnMayAsk(column: Column, type: string, field: string): boolean {
  const listed = kindOf(type, field);
  if (listed === undefined) return false;
  const kinds = KINDS_OF[listed] ?? [listed as Information];
  return kinds.length === 0 || kinds.some((information) => !TABLE[information].cells[column].includes('none'));
}

/** May this kind of viewer ever read this field? */
export function viewerMayAsk(viewer: Viewer, type: string, field: string): boolean {
  return columnMayAsk(columnOf(viewer), type, field);
}
