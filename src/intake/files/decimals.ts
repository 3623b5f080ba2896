/** Whether decimals are written with a comma or a point: 1.250 means something else in the one than in the other. */
import type { FilledSection, RawValue } from '../../domain/intake/filled';
import type { FieldType, Form } from '../../domain/intake/form';
import type { Findings } from './findings';

const COMMA = /^[-+(€\s]*(?:\d{1,3}(?:[.\s]\d{3})+|\d+),\d{1,2}\D*$|^[-+(€\s]*\d{1,3}(?:\.\d{3}){2,}\D*$|,\d{4,}\D*$/;
const POINT = /^[-+(€\s]*(?:\d{1,3}(?:[,\s]\d{3})+|\d+)\.\d{1,2}\D*$|^[-+(€\s]*\d{1,3}(?:,\d{3}){2,}\D*$|\.\d{4,}\D*$/;

export type Convention = 'COMMA' | 'POINT';

/** Null when it cannot be told: a whole number, or 1.250. */
export function conventionOf(text: string): Convention | null {
  if (COMMA.test(text)) return 'COMMA';
  return POINT.test(text) ? 'POINT' : null;
}

const NUMERIC: ReadonlySet<FieldType> = new Set(['AMOUNT', 'NUMBER', 'DECIMAL', 'PERCENTAGE']);

/** Finds the first number of the convention that is used least, when both are used. */
export function findMixedDecimals(form: Form, sections: readonly FilledSection[], findings: Findings): void {
  const types = new Map(
    form.sections.flatMap(({ code, fields }) => fields.map((field) => [`${code} ${field.code}`, field.type])),
  );
  const written: Readonly<Record<Convention, { section: string; row: number; field: string; value: RawValue }[]>> = {
    COMMA: [],
    POINT: [],
  };
  for (const section of sections)
    for (const { row, values } of section.rows)
      for (const [field, value] of values) {
        const isWritten = value.number === undefined && NUMERIC.has(types.get(`${section.code} ${field}`) ?? 'TEXT');
        const convention = isWritten ? conventionOf(value.text) : null;
        if (convention) written[convention].push({ section: section.code, row, field, value });
      }
  const [least] = [written.COMMA, written.POINT].sort((one, other) => one.length - other.length);
  const [first] = least ?? [];
  if (first)
    findings.add('form.mixed-decimals', {
      section: first.section,
      row: first.row,
      field: first.field,
      place: first.value.place,
    });
}
