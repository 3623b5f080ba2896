/** Names of cells in a template, so that a party can point its own programs and formulas at them. */
import type { ChoiceList, Field, Section } from '../../domain/intake/form';
import { addressOf, type DefinedName } from './spreadsheet';

/** What stands in a name may be letters, digits, points and underscores. */
const plain = (code: string) => code.replaceAll(/[^\p{L}\d._]/gu, '_');
const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;
const fixed = (row: number, column: number) => addressOf(row, column).replace(/([A-Z]+)(\d+)/, '$$$1$$$2');

export const choiceListName = (list: ChoiceList): string => `ews_lijst_${list}`;

/** "ews_A2.1" for an item, "ews_tariffs_amount" for a column of a list. */
export const fieldName = (section: Section, field: Field): string =>
  section.kind === 'ITEMS' ? `ews_${plain(field.code)}` : `ews_${plain(section.code)}_${plain(field.code)}`;

/** Names the cells of a column from one row to another, ends included. */
export const namedCells = (name: string, sheet: string, column: number, from: number, to = from): DefinedName => ({
  name,
  range: `${quoted(sheet)}!${fixed(from, column)}${to > from ? `:${fixed(to, column)}` : ''}`,
});
