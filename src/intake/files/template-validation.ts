/** What a cell for input lets through, with a sentence in Dutch when it does not. The checks after delivery are what counts. */
import type { Field, FieldType } from '../../domain/intake/form';
import type { Validation } from './spreadsheet';
import { choiceListName } from './template-names';

type Allowed = Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'> & { readonly says: string };

/** More than any amount of money or number of people that is asked for. */
const MOST = 1e13;
const between = (type: Validation['type'], least: number, most: number, says: string): Allowed => ({
  type,
  operator: 'between',
  formula1: String(least),
  formula2: String(most),
  says,
});
const least = (field: Field, most: number) => (field.mayBeNegative ? -most : 0);

const ALLOWED = {
  AMOUNT: (field) =>
    between('decimal', least(field, MOST), MOST, `Vul een bedrag in euro's in, zonder letters${below(field)}.`),
  NUMBER: () => between('whole', 0, MOST, 'Vul een heel getal in, niet onder nul.'),
  DECIMAL: (field) => between('decimal', least(field, MOST), MOST, `Vul een getal in${below(field)}.`),
  PERCENTAGE: (field) =>
    between('decimal', least(field, 100), 100, `Vul een percentage in, zoals 18,5%${below(field)}.`),
  YES_NO: () => ({ type: 'list', values: ['ja', 'nee'], says: 'Kies ja of nee.' }),
  CHOICE: ({ list }) => ({
    type: 'list',
    formula1: list ? choiceListName(list) : '',
    says: 'Kies een waarde uit de lijst. Alle waarden staan op het tabblad Codelijsten.',
  }),
  // 1 March 1900 and the last day of 2199.
  DAY: () => between('date', 61, 109_574, 'Vul een datum in, zoals 31-12-2026.'),
  KVK: () => ({
    type: 'textLength',
    operator: 'equal',
    formula1: '8',
    says: 'Vul een KvK-nummer van acht cijfers in, met de nullen vooraan.',
  }),
  TEXT: () => ({
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formula1: '1000',
    says: 'Vul hooguit 1.000 tekens in. Noem geen personen.',
  }),
} as const satisfies Readonly<Record<FieldType, (field: Field) => Allowed>>;

const below = ({ mayBeNegative }: Field) => (mayBeNegative ? '' : ', niet onder nul');

/** At most this long: a spreadsheet takes a file with more for damaged. */
const LONGEST_TITLE = 32;

/** The rule of the cells in a range, such as "D5:D204". */
export function validation(field: Field, range: string): Validation {
  const { says, ...allowed }: Allowed = ALLOWED[field.type](field);
  return {
    ...allowed,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: field.label.nl.slice(0, LONGEST_TITLE),
    errorMessage: says,
  };
}
