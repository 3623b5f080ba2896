/** Writes the CSV of a section, empty or with what is known: as a Dutch spreadsheet opens it (see read-csv for the layout). */
import { stringify } from 'csv-stringify/sync';
import type { KeptValue } from '../../domain/intake/filled';
import type { Field, FieldType, Section } from '../../domain/intake/form';
import { writeMark } from './csv-mark';
import { escapeFormula } from './formula-escape';
import { percents } from './plain-cell';
import { ITEM_COLUMNS } from './read-csv';
import type { KeptRow } from './template-input';
import type { TemplateMeta } from './template-meta';

type Write = (kept: KeptValue) => string;

const comma: Write = (kept) => kept.replace('.', ',');
/** From cents, without a float in between. */
const euros: Write = (cents) => {
  const digits = cents.replace('-', '').padStart(3, '0');
  return `${cents.startsWith('-') ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

const WRITE = {
  AMOUNT: euros,
  NUMBER: comma,
  DECIMAL: comma,
  PERCENTAGE: (kept) => comma(String(percents(Number(kept)))),
  YES_NO: (kept) => (kept === '1' ? 'ja' : 'nee'),
  CHOICE: escapeFormula,
  DAY: (kept) => kept.split('-').reverse().join('-'),
  KVK: escapeFormula,
  TEXT: escapeFormula,
} as const satisfies Readonly<Record<FieldType, Write>>;

const write = ({ type }: Field, kept: KeptValue | undefined) => (kept === undefined ? '' : WRITE[type](kept));

export interface CsvInput {
  readonly section: Section;
  /** The first line, by which the file finds its delivery. */
  readonly meta?: TemplateMeta;
  readonly rows?: readonly KeptRow[];
}

/** UTF-8 with a mark at the beginning, semicolons, lines that end as on Windows. */
export function writeCsv({ section, meta, rows = [] }: CsvInput): Buffer {
  const first = meta ? [writeMark(meta, section.code)] : [];
  const lines = [...first, ...(section.kind === 'ITEMS' ? items(section, rows) : list(section, rows))];
  return Buffer.from(stringify(lines, { delimiter: ';', bom: true, record_delimiter: '\r\n' }));
}

const items = ({ fields }: Section, [row]: readonly KeptRow[]): string[][] => [
  [...ITEM_COLUMNS],
  ...fields.map((field) => [field.code, escapeFormula(field.label.nl), write(field, row?.values.get(field.code))]),
];

const list = ({ fields }: Section, rows: readonly KeptRow[]): string[][] => [
  fields.map(({ code }) => code),
  ...rows.map(({ values }) => fields.map((field) => write(field, values.get(field.code)))),
];
