/** Reads a sheet with a row per row of a list: the codes of its fields stand in the hidden row. */
import type { FilledRow, FilledSection, RawValue } from '../../domain/intake/filled';
import type { Field, Section } from '../../domain/intake/form';
import type { Findings } from './findings';
import type { MarkedSheet } from './marked-sheet';
import { rawValue } from './raw-value';
import { keep } from './read-items';
import { addressOf } from './spreadsheet';

interface FieldColumn {
  readonly field: Field;
  readonly column: number;
}

export function readList(section: Section, marked: MarkedSheet, findings: Findings): FilledSection {
  const { sheet, first } = marked;
  const columns = fieldColumns(section, marked, findings);
  const rows: FilledRow[] = [];
  for (let at = first; at < sheet.rows.length; at += 1) {
    const cells = sheet.rows[at] ?? [];
    if (columns.every(({ column }) => !cells[column] || isBlank(cells[column]?.text, cells[column]?.formula))) continue;
    const row = rows.length + 1;
    const values = new Map<string, RawValue>();
    for (const { field, column } of columns) {
      const place = { sheet: sheet.name, cell: addressOf(at, column) };
      const where = { section: section.code, row, field: field.code, place };
      keep(values, field.code, rawValue(cells[column] ?? null, field, where, findings), findings, where);
    }
    const place = { sheet: sheet.name, cell: addressOf(at, columns[0]?.column ?? 0) };
    if (sheet.hiddenRows.has(at)) findings.add('form.hidden-row', { section: section.code, row, place });
    rows.push({ row, values });
  }
  return { code: section.code, rows };
}

/** A row of spaces, or of formulas that give nothing, is no row. */
const isBlank = (text = '', formula?: string) => text.trim() === '' && formula !== 'WITHOUT_OUTCOME';

function fieldColumns(
  section: Section,
  { sheet, row, columns }: MarkedSheet,
  findings: Findings,
): readonly FieldColumn[] {
  const fields = new Map(section.fields.map((field) => [field.code.toLowerCase(), field]));
  const matched = columns.flatMap(({ code, column }): FieldColumn[] => {
    const field = fields.get(code.toLowerCase());
    const place = { sheet: sheet.name, cell: addressOf(row, column) };
    if (!field && !code.startsWith('#')) findings.add('form.unknown-field', { section: section.code, place });
    return field ? [{ field, column }] : [];
  });
  for (const field of section.fields)
    if (!matched.some((one) => one.field === field))
      findings.add('form.missing-field', {
        section: section.code,
        field: field.code,
        severity: field.isRequired ? 'ERROR' : 'INFO',
      });
  return matched;
}
