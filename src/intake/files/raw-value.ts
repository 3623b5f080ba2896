/** What a cell says, as the value of a field. */
import type { Place, RawValue } from '../../domain/intake/filled';
import type { Field } from '../../domain/intake/form';
import type { Findings } from './findings';
import { type PlainCell, percents } from './plain-cell';
import type { Where } from './rules';

/** Longer than any field, so that the check of the field says what is wrong; not so long that it weighs. */
const LONGEST = 5_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const INVISIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g;

/** A text as it can be kept: without what no person sees, in whole characters. */
export function cleanText(given: string, findings: Findings, where: Where): string {
  const visible = given.replaceAll(INVISIBLE, '');
  if (visible.length < given.replace(/^\ufeff/, '').length) findings.add('form.control-characters', where);
  if (visible.length > LONGEST) findings.add('form.text-too-long', where);
  // Half a character becomes a question mark in a diamond, as Postgres would refuse it.
  return Buffer.from(visible.slice(0, LONGEST)).toString().trim();
}

/** The value of a field in a cell; null is an empty cell. What is wrong with the cell itself is found here. */
export function rawValue(
  cell: PlainCell | null,
  { type }: Field,
  where: Where & { place: Place },
  findings: Findings,
): RawValue {
  const { place } = where;
  if (cell === null) return { text: '', place };
  if (cell.formula === 'WITH_OUTCOME') findings.add('form.formula', where);
  if (cell.formula === 'WITHOUT_OUTCOME') findings.add('form.formula-without-value', where);
  if (cell.isError) findings.add('form.error-cell', where);
  const text = cleanText(cell.text, findings, where);
  if (cell.day !== undefined) return { text, day: cell.day, place };
  if (cell.number === undefined) return { text, place };
  if (cell.isPercentage && type !== 'PERCENTAGE') return { text, place };
  const number = cell.isPercentage ? percents(cell.number) : exact(cell.number);
  return { text: number === cell.number ? text : String(number), number, place };
}

/** Formulas give 0.30000000000000004 where a person sees 0.3. */
const exact = (number: number) => Number(number.toPrecision(15));
