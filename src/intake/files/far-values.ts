/** Whether values stand so far down or to the right that they are not read: they may not be lost in silence. */
import type { FileRule } from './rules';
import { MOST_COLUMNS, MOST_ROWS } from './spreadsheet';
import { partsOf } from './workbook-parts';

/**
 * A cell with something in it. One without content has no such child, or no end tag. No part of it can match in two ways, and none
 * goes past the next tag: what a party sends is read in a time that grows with its length alone.
 */
const FILLED_CELL = /<(?:\w+:)?c(\s[^<>]*)(?<!\/)>\s*<(?:\w+:)?(?:v|is|f)\b/g;
/** Its column and row. */
const ADDRESS = /\sr=["']([A-Z]{1,3})(\d{1,7})["']/;
const IS_SHEET = /worksheets\/[^/]+\.xml$/i;

/** Of a workbook that was found safe (guard-zip). */
export function farValues(bytes: Buffer): readonly FileRule[] {
  const rules = new Set<FileRule>();
  for (const xml of partsOf(bytes, IS_SHEET, 'latin1')) {
    for (const [, attributes = ''] of xml.matchAll(FILLED_CELL)) {
      const [, letters = '', row = ''] = ADDRESS.exec(attributes) ?? [];
      if (Number(row) > MOST_ROWS) rules.add('form.too-many-rows');
      if (columnOf(letters) >= MOST_COLUMNS) rules.add('form.too-many-columns');
    }
  }
  return [...rules];
}

/** Counted from nought. */
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
