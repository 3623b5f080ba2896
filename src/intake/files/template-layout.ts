/**
 * Where things stand in a template, for whoever writes it and whoever reads it back. Reading goes by the codes in the hidden row
 * and in the first column, so rows and columns may be moved and sheets renamed.
 */
import type { Form, Section } from '../../domain/intake/form';

export const META_SHEET = '_meta';
export const READ_ME_SHEET = 'Lees mij';
export const CODES_SHEET = 'Codelijsten';
/** In a file that was given back. */
export const FINDINGS_SHEET = 'Bevindingen';

/** In the first cell of the hidden row: "ews:tariffs". Beside it stand the codes of the columns. */
export const MARK = 'ews:';
/** Columns of a section of items, which has one field per row. */
export const VALUE_COLUMN = '#value';
export const PREVIOUS_COLUMN = '#previous';

/**
 * Counted from nought: the title, what to do, the hidden row, the headings, and then what is filled in. The hidden row stands above
 * the headings, where sorting does not move it.
 */
export const ROWS = { title: 0, says: 1, codes: 2, headings: 3, first: 4 } as const;
/** The heading of the first column, of items and of lists: by it a row of headings is known. */
export const FIRST_HEADINGS = { ITEMS: 'Code', LIST: 'Rij' } as const;
/** The hidden row is looked for this far down. */
export const MARK_WITHIN = 50;

const LONGEST_NAME = 31;

/** The name of the sheet of each section that is in a workbook: its label, as spreadsheets allow it. */
export function sheetNames({ sections }: Form): ReadonlyMap<Section, string> {
  const names = new Map<Section, string>();
  const taken = new Set([META_SHEET, READ_ME_SHEET, CODES_SHEET, FINDINGS_SHEET].map((name) => name.toLowerCase()));
  for (const section of sections.filter(({ isBulk }) => !isBulk)) {
    const plain = section.label.nl.replaceAll(/[[\]:*?/\\']/g, ' ').trim();
    let name = plain.slice(0, LONGEST_NAME);
    for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = `${plain.slice(0, LONGEST_NAME - 4)} (${at})`;
    taken.add(name.toLowerCase());
    names.set(section, name);
  }
  return names;
}
