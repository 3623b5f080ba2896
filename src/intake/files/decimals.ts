/** Whether decimals are written with a comma or a point: 1.250 means something else in the one than in the other. */
import type { FilledSection, RawValue } from '../../domain/intake/filled';
import type { FieldType, Form } from '../../domain/intake/form';
import type { Findings } from './findings';

const COMMA = /^[-+(€\s]*(?:\d{1,3}(?:[.\s]\d{3})+|\d+),\d{1,2}\D*$|^[-+(€\s]*\d{1,3}(?:\.\d{3}){2,}\D*$|,\d{4,}\D*$/;
const POINT = /^[-+(€\s]*(?:\d{1,3}(?:[,\s]\d{3})+|\d+)\.\d{1,2}\D*$|^[-+(€\s]*\d{1,3}(?:,\d{3}){2,}\D*$|\.\d{4,}\D*$/;

export type Convention = 'COMMA' | 'POINT';

/** Null when it cannot be told: a whole number, or 1.250. */
function conventionOf(text: string): Convention | null {
  if (COMMA.test(text)) return 'COMMA';
  return POINT.test(text) ? 'POINT' : null;
}

/** What it is read as when a type reads it as thousands; as decimals it is of the other one. */
const AMBIGUOUS = /^[-+(€\s]*[1-9]\d{0,2}([.,])\d{3}(?![\d.,])\D*$/;

function conventionAsRead(text: string, type: FieldType): Convention | null {
  const sign = AMBIGUOUS.exec(text.trim())?.[1];
  // The others refuse it.
  if (!sign || type === 'DECIMAL') return null;
  return (sign === '.') === (type !== 'PERCENTAGE') ? 'COMMA' : 'POINT';
}

const NUMERIC: ReadonlySet<FieldType> = new Set(['AMOUNT', 'NUMBER', 'DECIMAL', 'PERCENTAGE']);
/** No number is longer, and a text may be as long as anybody likes. */
const LONGEST = 60;

interface Written {
  readonly section: string;
  readonly row: number;
  readonly field: string;
  readonly value: RawValue;
}

/**
 * Finds the first number of the convention that is used least, when both are used; and each that may mean two things and is not
 * read as the rest of the file is written: 12.500 below 1,234,567.50.
 */
export function findMixedDecimals(form: Form, sections: readonly FilledSection[], findings: Findings): void {
  const types = new Map(
    form.sections.flatMap(({ code, fields }) => fields.map((field) => [`${code} ${field.code}`, field.type])),
  );
  const written: Readonly<Record<Convention, Written[]>> = { COMMA: [], POINT: [] };
  const ambiguous: Readonly<Record<Convention, Written[]>> = { COMMA: [], POINT: [] };
  for (const section of sections)
    for (const { row, values } of section.rows)
      for (const [field, value] of values) {
        const type = types.get(`${section.code} ${field}`) ?? 'TEXT';
        if (value.number !== undefined || value.text.length > LONGEST || !NUMERIC.has(type)) continue;
        const one = { section: section.code, row, field, value };
        const sure = conventionOf(value.text);
        const read = sure ?? conventionAsRead(value.text, type);
        if (read) (sure ? written : ambiguous)[read].push(one);
      }
  const least: Convention = written.COMMA.length > written.POINT.length ? 'POINT' : 'COMMA';
  const most: Convention = least === 'COMMA' ? 'POINT' : 'COMMA';
  const otherwise = written[most].length > 0 ? ambiguous[least] : [];
  for (const { section, row, field, value } of [...written[least].slice(0, 1), ...otherwise])
    findings.add('form.mixed-decimals', { section, row, field, place: value.place });
}
