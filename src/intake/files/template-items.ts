/** The sheet of a section with one value per field, and beside it the value of the period before. */
import type { Section } from '../../domain/intake/form';
import { type Labels, LOOKS, shown } from './shown-value';
import { addressOf } from './spreadsheet';
import type { Lookup } from './template-input';
import { FIRST_HEADINGS, PREVIOUS_COLUMN, ROWS, VALUE_COLUMN } from './template-layout';
import { fieldName, namedCells } from './template-names';
import { type Made, sheetOfInput, TemplateSheet } from './template-sheet';
import { inputStyle, knownStyle, STYLES } from './template-styles';
import { validation } from './template-validation';

const HEADINGS = [FIRST_HEADINGS.ITEMS, 'Gegeven', 'Eenheid', 'Waarde', 'Vorige keer'];
const WIDTHS = [9, 62, 16, 24, 24];
const SAYS = 'Vul de gele cellen in. Grijze cellen zijn bekend. Een sterretje betekent: verplicht.';
const [CODE, LABEL, UNIT, VALUE, PREVIOUS] = [0, 1, 2, 3, 4];

export interface Values {
  readonly known: Lookup;
  readonly filled: Lookup;
  readonly previous: Lookup;
  readonly labels: (list: string | undefined) => Labels;
}

export function itemsSheet(section: Section, name: string, { known, filled, previous, labels }: Values): Made {
  const sheet = new TemplateSheet(name, WIDTHS).begin(section, SAYS, HEADINGS, ['', '', VALUE_COLUMN, PREVIOUS_COLUMN]);
  for (const [at, field] of section.fields.entries()) {
    const row = ROWS.first + at;
    const { format, unit } = LOOKS[field.type];
    const show = (lookup: Lookup) => {
      const kept = lookup(section.code, 0, field.code);
      return kept === undefined ? null : shown(field, kept, labels(field.list));
    };
    const isKnown = known(section.code, 0, field.code) !== undefined;
    sheet
      .put(row, CODE, field.code, STYLES.code)
      .put(row, LABEL, `${field.label.nl}${field.isRequired ? ' *' : ''}`, STYLES.label)
      .put(row, UNIT, field.isCumulative ? `${unit}, t/m nu` : unit, STYLES.code)
      .put(row, VALUE, isKnown ? show(known) : show(filled), isKnown ? knownStyle(format) : inputStyle(format))
      .put(row, PREVIOUS, show(previous), knownStyle(format))
      .call(namedCells(fieldName(section, field), name, VALUE, row));
    if (!isKnown) sheet.allow(validation(field, addressOf(row, VALUE)));
  }
  return sheet.made(sheetOfInput(VALUE));
}
