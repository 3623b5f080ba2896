/**
 * What a workbook says elsewhere than in the values of its cells: formulas, names of parts, remarks and answers to them, boxes of text, headers and footers, names, links,
 * and the properties of the file. The file is kept as it came, so no person may stand in them either. Texts of cells are looked
 * into where cells are, which can say in which one.
 */
import { mayHoldPersonal } from '../../domain/intake/shown-value';
import { findInText } from '../../domain/personal-data';
import { partNames, partsOf } from './workbook-parts';

const ANY_BUT_TEXTS_OF_CELLS = /^(?!xl\/sharedStrings\.xml$).*\.(?:xml|rels|vml)$/i;
/** No part of it can match in two ways. */
const TAG_OR_TEXT = /<[^<>]*>|[^<>]+/g;
const FORMULA = /<(?:\w+:)?f\b[^<>]*>([^<]+)</g;
const NAME = /^<\/?(?:[\w.-]+:)?([\w.-]+)/;
const ATTRIBUTE = /=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What is one word or number in an attribute is the address, name or size of something. */
const IS_OF_WORDS = /[ @]/;
/** Comments of XML, and texts in which markup counts for nothing, are no tags. */
const IS_NO_TAG = /^<!/;
/** A text may be cut into runs of letters that look different: together they are one. */
const WITHIN_A_TEXT: ReadonlySet<string> = new Set(['r', 't', 'rPr', 'endParaRPr']);
/** Of cells, and how letters look. */
const SKIPPED: ReadonlySet<string> = new Set(['v', 'is', 'rPr', 'endParaRPr']);

/** Whether data of people stand in it. The workbook was found safe (guard-zip). */
export function hiddenTextsHoldPersonal(bytes: Buffer): boolean {
  const isPersonal = (text: string) => mayHoldPersonal(text) && findInText(text).length > 0;
  for (const name of partNames(bytes)) if (isPersonal(name.replaceAll(/[/._-]/g, ' '))) return true;
  for (const xml of partsOf(bytes, ANY_BUT_TEXTS_OF_CELLS, 'utf8')) {
    for (const text of textsOf(withoutCells(xml))) if (isPersonal(text)) return true;
    // Of a formula only the outcome is a value of the cell.
    for (const [, formula = ''] of xml.matchAll(FORMULA)) if (isPersonal(withoutEntities(formula))) return true;
  }
  return false;
}

function withoutCells(xml: string): string {
  const [start, end] = [xml.indexOf('<sheetData>'), xml.lastIndexOf('</sheetData>')];
  return start >= 0 && end > start ? `${xml.slice(0, start)}${xml.slice(end)}` : xml;
}

/** Longer texts are looked into piece by piece. */
const LONGEST = 5_000;

/** Texts between tags, and the values of attributes. */
function* textsOf(xml: string): Iterable<string> {
  let text = '';
  let skipped: string | null = null;
  for (const [piece] of xml.matchAll(TAG_OR_TEXT)) {
    if (!piece.startsWith('<') || IS_NO_TAG.test(piece)) {
      if (!skipped) text += withoutEntities(piece);
      if (text.length <= LONGEST) continue;
    }
    const name = NAME.exec(piece)?.[1] ?? '';
    if (piece.startsWith('</')) skipped = skipped === name ? null : skipped;
    else if (!piece.endsWith('/>') && SKIPPED.has(name)) skipped ??= name;
    if (!skipped && !WITHIN_A_TEXT.has(name)) {
      if (text.trim()) yield text;
      text = '';
    }
    for (const [, double, single] of piece.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? '';
      if (IS_OF_WORDS.test(value)) yield withoutEntities(value);
    }
  }
  yield text;
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10ffff;

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : (NAMED[name ?? ''] ?? all);
  });
}
