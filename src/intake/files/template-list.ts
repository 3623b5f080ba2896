/** The sheet of a list: a column per field, the rows that are known or were filled in before, and room for more. */
import type { Section } from '../../domain/intake/form';
import { LOOKS, shown } from './shown-value';
import { addressOf } from './spreadsheet';
import type { Values } from './template-items';
import { FIRST_HEADINGS, ROWS } from './template-layout';
import { fieldName, namedCells } from './template-names';
import { type Made, sheetOfInput, TemplateSheet } from './template-sheet';
import { inputStyle, knownStyle, STYLES } from './template-styles';
import { validation } from './template-validation';

/** For what is new; a multiple of what a party has. */
const ROOM = 100;
const NUMBER_WIDTH = 7;
const SAYS =
  'Vul een rij per regel in. Grijze cellen zijn bekend. Een sterretje betekent: verplicht in elke rij die u invult.';

/** `last` is the highest row that has a value. */
export function listSheet(section: Section, name: string, last: number, { known, filled, labels }: Values): Made {
  const { fields } = section;
  const rows = Math.max(last * 2, last + ROOM);
  const sheet = new TemplateSheet(name, [NUMBER_WIDTH, ...fields.map(({ type }) => LOOKS[type].width)]).begin(
    section,
    SAYS,
    [FIRST_HEADINGS.LIST, ...fields.map(({ label, isRequired }) => `${label.nl}${isRequired ? ' *' : ''}`)],
    fields.map(({ code }) => code),
  );
  for (let row = 1; row <= rows; row += 1) {
    const at = ROWS.first + row - 1;
    sheet.put(at, 0, row, STYLES.code);
    for (const [index, field] of fields.entries()) {
      const fixed = known(section.code, row, field.code);
      const kept = fixed ?? filled(section.code, row, field.code);
      const style = fixed === undefined ? inputStyle : knownStyle;
      const value = kept === undefined ? null : shown(field, kept, labels(field.list));
      sheet.put(at, index + 1, value, style(LOOKS[field.type].format));
    }
  }
  const [from, to] = [ROWS.first, ROWS.first + rows - 1];
  for (const [index, field] of fields.entries())
    sheet
      .allow(validation(field, `${addressOf(from, index + 1)}:${addressOf(to, index + 1)}`))
      .call(namedCells(fieldName(section, field), name, index + 1, from, to));
  const range = `${addressOf(ROWS.headings, 0)}:${addressOf(to, fields.length)}`;
  return sheet.made({ ...sheetOfInput(1), autoFilter: { range } });
}
