/** Reads the hidden sheet, on which a template says what it is of. A party may have shown it, and may have written on it. */
import type { Findings } from './findings';
import { lookIntoSheet } from './read-beside';
import type { PlainSheet } from './spreadsheet';
import { META_KEYS, readMeta, type TemplateMeta } from './template-meta';

const KEYS: ReadonlySet<string> = new Set(META_KEYS);

/**
 * Null when it does not say what it should. Only the values that are read are not looked into: whoever checks them takes nothing
 * but what we wrote there ourselves. Of a key that is there twice the last is read.
 */
export function readMetaSheet(sheet: PlainSheet, findings: Findings): TemplateMeta | null {
  const rowOf = new Map<string, number>();
  for (const [row, [key]] of sheet.rows.entries()) if (key && KEYS.has(key.text)) rowOf.set(key.text, row);
  const own = new Set(rowOf.values());
  const rows = sheet.rows.map((cells, row) =>
    own.has(row) ? cells.map((cell, at) => (at === 1 ? null : cell)) : cells,
  );
  lookIntoSheet({ ...sheet, rows }, findings);
  return readMeta(new Map([...rowOf].map(([key, row]) => [key, sheet.rows[row]?.[1]?.text ?? ''])));
}
