/** The first line of our CSV, by which the file finds its delivery. */
import { META_KEYS, metaTexts, readMeta, type TemplateMeta } from './template-meta';

const CSV_MARK = '#ews';

interface CsvMark {
  /** Null when the line was changed, so that nothing of it can be believed. */
  readonly meta: TemplateMeta | null;
  /** The code of the section that the file holds. */
  readonly section: string;
}

/** Null when the first line of a file is no such line: then the file says nothing of where it belongs. */
export function readMark(cells: readonly string[]): CsvMark | null {
  const [first = '', ...texts] = cells.map((cell) => cell.trim());
  if (!/^'?#ews/i.test(first)) return null;
  const said = texts.map((text) => text.replace(/^'/, ''));
  const meta = first === CSV_MARK ? readMeta(new Map(META_KEYS.map((key, at) => [key, said[at] ?? '']))) : null;
  return { meta, section: said[META_KEYS.length] ?? '' };
}

/** A spreadsheet writes a day in its own way, and takes what begins with a sign for a formula, but leaves a text as it is. */
const REWRITTEN = /^['=+\-@]|^\d{4}-/;

export const writeMark = (meta: TemplateMeta, section: string): readonly string[] => [
  CSV_MARK,
  ...metaTexts(meta).map((text) => (REWRITTEN.test(text) ? `'${text}` : text)),
  section,
];
