/**
 * Reads a CSV of a size that fits in memory. Its layout:
 *
 *   #ews;<token>;<uitvraag>;<version>;<period start>;<period end>;<party>;<section>     may be left out, then meta is null; see csv-mark
 *   code;gegeven;waarde                                                                  single items, of one section or more
 *   A2.1;Totale opbrengsten;1250000,00
 *
 *   kvkNumber;careForm;amount                                                            or: the rows of one list
 *   01234567;45;65,20
 *
 * A column may be called by its code, or by its label in Dutch or English. Columns may stand in any order.
 */
import { Readable } from 'node:stream';
import type { FilledRow, FilledSection, RawValue } from '../../domain/intake/filled';
import type { Field, Form, Section } from '../../domain/intake/form';
import { readMark } from './csv-mark';
import { csvRows } from './csv-rows';
import { findMixedDecimals } from './decimals';
import type { FileRead } from './file-read';
import { Findings } from './findings';
import { unescapeFormula } from './formula-escape';
import { cleanText } from './raw-value';
import { personalCells } from './read-beside';
import { keep } from './read-items';
import { Refusal } from './rules';
import { MOST_ROWS } from './spreadsheet';

export const ITEM_COLUMNS = ['code', 'gegeven', 'waarde'] as const;
const VALUE_HEADINGS: ReadonlySet<string> = new Set(['waarde', 'value']);

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** `section` is the list that is delivered, when whoever asks for it knows; else the file says it. Throws a Refusal. */
export async function readCsv(bytes: Buffer, form: Form, section?: string): Promise<FileRead> {
  const findings = new Findings();
  const lines: Line[] = [];
  const { batches } = await csvRows(Readable.from([bytes]), (rule) => findings.add(rule));
  for await (const { rows, lines: numbers } of batches) {
    for (const [at, cells] of rows.entries())
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ line: numbers[at] ?? 0, cells });
    // Not counting the first lines, which say what it is.
    if (lines.length > MOST_ROWS + 2) throw new Refusal('form.csv-too-many-rows');
  }
  const mark = readMark(lines[0]?.cells ?? []);
  const meta = mark?.meta ?? null;
  if (mark && !meta) findings.add('form.changed-mark', { place: { sheet: null, cell: '1' } });
  const [header, ...rows] = mark ? lines.slice(1) : lines;
  const sections = header ? sectionsOf(form, header, rows, section ?? mark?.section, findings) : [];
  if (!header || rows.length === 0) findings.add('form.only-header');
  findMixedDecimals(form, sections, findings);
  return { meta, sections, findings: findings.all() };
}

const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase();

function sectionsOf(
  form: Form,
  header: Line,
  rows: readonly Line[],
  named: string | undefined,
  findings: Findings,
): FilledSection[] {
  const headings = header.cells.map(plain);
  const value = headings.findIndex((heading) => VALUE_HEADINGS.has(heading));
  const whole = rows.filter(({ line, cells }) => {
    // A spreadsheet writes empty cells to the right of a table too.
    const isWhole = cells.length >= headings.length && cells.slice(headings.length).every((cell) => cell.trim() === '');
    if (!isWhole) findings.add('form.csv-columns', { place: { sheet: null, cell: String(line) } });
    return isWhole;
  });
  if (headings.includes('code') && value >= 0) {
    for (const [at, heading] of headings.entries())
      if ((heading === 'code' && at > headings.indexOf('code')) || (VALUE_HEADINGS.has(heading) && at > value))
        findings.add('form.column-twice', { place: { sheet: null, cell: `${header.line}:${at + 1}` } });
    lookIntoLines(header, rows, (column) => column === value, findings);
    return itemsOf(form, headings.indexOf('code'), value, whole, findings);
  }
  const section = named
    ? form.sections.find(({ code, kind }) => code === named && kind === 'LIST')
    : onlyOne(
        form.sections.filter(
          (one) => one.kind === 'LIST' && headings.every((each) => each === '' || fieldOf(one, each)),
        ),
      );
  if (section && !section.isBulk) {
    lookIntoLines(header, rows, (column) => fieldOf(section, headings[column] ?? '') !== undefined, findings);
    return [listOf(section, header, headings, whole, findings)];
  }
  findings.add(section ? 'form.long-list' : 'form.csv-section-unknown', {
    place: { sheet: null, cell: String(header.line) },
  });
  return [];
}

/** What is asked is looked into where it is checked. */
function lookIntoLines(header: Line, rows: readonly Line[], isAsked: (column: number) => boolean, findings: Findings) {
  const asked = header.cells.map((_, column) => isAsked(column));
  const beside = [header, ...rows].map(({ cells }) => cells.map((cell, column) => (asked[column] ? '' : cell)));
  for (const { row, column } of personalCells(header.cells, beside)) {
    findings.add('form.personal-data', {
      place: { sheet: null, cell: `${(row === 0 ? header : rows[row - 1])?.line}:${column + 1}` },
    });
  }
}

const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

const fieldOf = ({ fields }: Section, heading: string): Field | undefined =>
  fields.find(({ code }) => plain(code) === heading) ??
  onlyOne(fields.filter(({ label }) => plain(label.nl) === heading || plain(label.en) === heading));

function itemsOf(
  { sections }: Form,
  code: number,
  value: number,
  lines: readonly Line[],
  findings: Findings,
): FilledSection[] {
  const items = sections.filter(({ kind }) => kind === 'ITEMS');
  const filled = new Map<string, Map<string, RawValue>>();
  for (const { line, cells } of lines) {
    const asked = plain(cells[code]);
    const section = items.find(({ fields }) => fields.some((field) => plain(field.code) === asked));
    const field = section?.fields.find((one) => plain(one.code) === asked);
    if (!section || !field) {
      findings.add('form.unknown-field', { place: { sheet: null, cell: `${line}:code` } });
      continue;
    }
    const values = filled.get(section.code) ?? new Map<string, RawValue>();
    filled.set(section.code, values);
    const where = { section: section.code, row: 0, field: field.code, place: { sheet: null, cell: `${line}:waarde` } };
    keep(values, field.code, { text: textOf(cells[value], findings, where), place: where.place }, findings, where);
  }
  return [...filled].map(([section, values]) => ({ code: section, rows: [{ row: 0, values }] }));
}

const textOf = (cell: string | undefined, findings: Findings, where: Parameters<typeof cleanText>[2]) =>
  unescapeFormula(cleanText(cell ?? '', findings, where));

function listOf(
  section: Section,
  header: Line,
  headings: readonly string[],
  lines: readonly Line[],
  findings: Findings,
): FilledSection {
  const columns = headings.map((heading) => fieldOf(section, heading));
  for (const [at, heading] of headings.entries())
    if (heading !== '' && !columns[at])
      findings.add('form.unknown-field', {
        section: section.code,
        place: { sheet: null, cell: `${header.line}:${at + 1}` },
      });
  for (const field of section.fields)
    if (!columns.includes(field))
      findings.add('form.missing-field', {
        section: section.code,
        field: field.code,
        severity: field.isRequired ? 'ERROR' : 'INFO',
      });
  const rows = lines.map(({ line, cells }, at): FilledRow => {
    const values = new Map<string, RawValue>();
    for (const [column, field] of columns.entries()) {
      if (!field) continue;
      const where = {
        section: section.code,
        row: at + 1,
        field: field.code,
        place: { sheet: null, cell: `${line}:${field.code}` },
      };
      keep(values, field.code, { text: textOf(cells[column], findings, where), place: where.place }, findings, where);
    }
    return { row: at + 1, values };
  });
  return { code: section.code, rows };
}
