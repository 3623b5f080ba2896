/** Reads a sheet with one field per row: the code in the column of the mark, the value in the column of values. */
import type { FilledSection, Place, RawValue } from '../../domain/intake/filled';
import type { Section } from '../../domain/intake/form';
import type { Findings } from './findings';
import type { MarkedSheet } from './marked-sheet';
import { rawValue } from './raw-value';
import { addressOf } from './spreadsheet';
import { VALUE_COLUMN } from './template-layout';

export function readItems(
  section: Section,
  { sheet, first, column, columns }: MarkedSheet,
  findings: Findings,
): FilledSection {
  const [valueColumn, second] = columns.filter(({ code }) => code === VALUE_COLUMN);
  if (!valueColumn || second) findings.add('form.missing-field', { section: section.code });
  const fields = new Map(section.fields.map((field) => [field.code.toLowerCase(), field]));
  const values = new Map<string, RawValue>();
  for (let row = first; valueColumn && row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const code = cells[column]?.text.trim() ?? '';
    const cell = cells[valueColumn.column] ?? null;
    const place: Place = { sheet: sheet.name, cell: addressOf(row, valueColumn.column) };
    if (code === '') {
      if (cell) findings.add('form.unknown-field', { section: section.code, place });
      continue;
    }
    const field = fields.get(code.toLowerCase());
    if (!field) {
      findings.add('form.unknown-field', { section: section.code, place: { ...place, cell: addressOf(row, column) } });
      continue;
    }
    const where = { section: section.code, row: 0, field: field.code, place };
    const value = rawValue(cell, field, where, findings);
    if (cell && sheet.hiddenRows.has(row)) findings.add('form.hidden-row', where);
    keep(values, field.code, value, findings, where);
  }
  for (const { code, isRequired } of section.fields)
    if (valueColumn && !values.has(code))
      findings.add('form.missing-field', {
        section: section.code,
        row: 0,
        field: code,
        severity: isRequired ? 'ERROR' : 'INFO',
      });
  return { code: section.code, rows: [{ row: 0, values }] };
}

/** Keeps the one that is filled in, of two with the same code; says so, and that there are two when both are. */
export function keep(
  values: Map<string, RawValue>,
  code: string,
  value: RawValue,
  findings: Findings,
  where: Parameters<Findings['add']>[1],
): void {
  const earlier = values.get(code);
  if (earlier)
    findings.add(
      earlier.text && value.text && earlier.text !== value.text ? 'form.two-values' : 'form.field-twice',
      where,
    );
  if (!earlier?.text) values.set(code, value);
}
