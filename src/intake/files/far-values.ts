/** Whether values stand so far down or to the right that they are not read: they may not be lost in silence. */
import { inflateRawSync } from 'node:zlib';
import type { FileRule } from './rules';
import { MOST_COLUMNS, MOST_ROWS } from './spreadsheet';
import { packedBytes, zipDirectory } from './zip-directory';

/** A cell with something in it: its column and row. One without content has no such child, or no end tag. */
const FILLED_CELL = /<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!\/)>\s*<(?:\w+:)?(?:v|is|f)\b/g;
const IS_SHEET = /worksheets\/[^/]+\.xml$/i;

/** Of a workbook that was found safe (guard-zip). */
export function farValues(bytes: Buffer): readonly FileRule[] {
  const rules = new Set<FileRule>();
  const entries = zipDirectory(bytes);
  if (typeof entries === 'string') return [];
  for (const entry of entries.filter(({ name }) => IS_SHEET.test(name))) {
    const packed = packedBytes(bytes, entry) ?? Buffer.alloc(0);
    const xml = (entry.method === 0 ? packed : inflateRawSync(packed)).toString('latin1');
    for (const [, letters = '', row = ''] of xml.matchAll(FILLED_CELL)) {
      if (Number(row) > MOST_ROWS) rules.add('form.too-many-rows');
      if (columnOf(letters) >= MOST_COLUMNS) rules.add('form.too-many-columns');
    }
  }
  return [...rules];
}

/** Counted from nought. */
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
