/** What a program sends: JSON, of which the shape is checked here and everything else by the checks of every delivery. */
import type { FilledRow, FilledSection, RawValue } from '../domain/intake/filled';
import { freeTextProblems } from '../domain/intake/free-text';
import { Invalid, type Problem } from '../errors';

type Value = string | number | boolean | null;

export interface DeliveryBody {
  /** Key of the definition, such as "convenant-bijlage-4". */
  readonly uitvraag: string;
  /** "2026Q4", "2026H2" or "2027". */
  readonly period: string;
  /** By the code of the section: values by the code of the field, or rows of them. */
  readonly values: Readonly<
    Record<string, Readonly<Record<string, Value>> | readonly Readonly<Record<string, Value>>[]>
  >;
  readonly answers?: readonly ForeseenAnswer[];
  readonly submit?: boolean;
  readonly correctionReason?: string;
}

export interface ForeseenAnswer {
  readonly rule: string;
  /** As the finding has them; what is left out is null there, or the row 0 of single items. */
  readonly section?: string | null;
  readonly row?: number | null;
  readonly field?: string | null;
  readonly explanation: string;
}

const MEMBERS = ['uitvraag', 'period', 'values', 'answers', 'submit', 'correctionReason'];
const ANSWER_MEMBERS = ['rule', 'section', 'row', 'field', 'explanation'];
const ROWS_MAX = 5_000;
/** Of a delivery, and of a row: far more than any form asks. */
const SECTIONS_MAX = 100;
const FIELDS_MAX = 300;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isValue = (value: unknown): value is Value =>
  value === null || ['number', 'boolean'].includes(typeof value) || isText(value, 4_000);
const hasAtMost = (most: number, value: object) => Object.keys(value).length <= most;
const isRow = (value: unknown) =>
  isObject(value) && hasAtMost(FIELDS_MAX, value) && Object.values(value).every(isValue);
/** Rows are counted over all sections. */
const areSections = (values: unknown) =>
  isObject(values) &&
  hasAtMost(SECTIONS_MAX, values) &&
  Object.values(values).reduce<number>((sum, one) => sum + (Array.isArray(one) ? one.length : 0), 0) <= ROWS_MAX &&
  Object.values(values).every((one) => (Array.isArray(one) ? one.every(isRow) : isRow(one)));

// biome-ignore format: it is a table, and is read as one
const RULES: readonly (readonly [field: string, isWrong: (body: Record<string, unknown>) => boolean, en: string, nl: string])[] = [
  ['body', (body) => Object.keys(body).some((member) => !MEMBERS.includes(member)), `Send ${MEMBERS.join(', ')}, and nothing else.`, `Stuur ${MEMBERS.join(', ')}, en niets anders.`],
  ['uitvraag', ({ uitvraag }) => !isText(uitvraag, 100), 'Give the key of the uitvraag, such as "convenant-bijlage-4".', 'Geef de sleutel van de uitvraag, zoals "convenant-bijlage-4".'],
  ['period', ({ period }) => !isText(period, 10) || !/^\d{4}(?:Q[1-4]|H[12])?$/.test(period as string), 'Give the period as "2026Q4", "2026H2" or "2026".', 'Geef de periode als "2026Q4", "2026H2" of "2026".'],
  ['values', ({ values }) => !areSections(values), `Give per section an object of values, or rows of them, at most ${ROWS_MAX} rows in all; a value is a text of at most 4,000 characters, a number, true, false or null.`, `Geef per onderdeel een object met waarden, of rijen daarvan, hoogstens ${ROWS_MAX} rijen in totaal; een waarde is een tekst van hoogstens 4.000 tekens, een getal, true, false of null.`],
  ['answers', ({ answers }) => answers !== undefined && !(Array.isArray(answers) && answers.length <= 1_000 && answers.every(isAnswer)), 'Give answers as objects of rule, section, row, field and explanation.', 'Geef antwoorden als objecten met rule, section, row, field en explanation.'],
  ['submit', ({ submit }) => submit !== undefined && typeof submit !== 'boolean', 'Give true or false.', 'Geef true of false.'],
  ['correctionReason', ({ correctionReason }) => correctionReason !== undefined && typeof correctionReason !== 'string', 'Give the reason as a text.', 'Geef de reden als tekst.'],
];

function isAnswer(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).some((member) => !ANSWER_MEMBERS.includes(member))) return false;
  const { rule, section, row, field, explanation } = value;
  const isOptional = (text: unknown) => text === undefined || text === null || isText(text, 100);
  const isRowNumber = row === undefined || row === null || (Number.isInteger(row) && (row as number) >= 0);
  return (
    isText(rule, 100) && isOptional(section) && isRowNumber && isOptional(field) && typeof explanation === 'string'
  );
}

/** @throws Invalid with everything that is wrong with its shape, without repeating any of it */
export function readBody(sent: unknown): DeliveryBody {
  const body = isObject(sent) ? sent : {};
  const problems: Problem[] = RULES.filter(([, isWrong]) => isWrong(body)).map(([field, , en, nl]) => ({
    field,
    en,
    nl,
  }));
  if (problems.length > 0) throw new Invalid(problems);
  const read = body as unknown as DeliveryBody;
  const unfit = textsIn(read).flatMap(([field, text]) => freeTextProblems(text).map((said) => ({ field, ...said })));
  if (unfit.length > 0) throw new Invalid(unfit);
  return read;
}

/** What people wrote in it, also where nothing is done with it: the actions hold what is kept of it to the same rule. */
const textsIn = ({ correctionReason, answers = [] }: DeliveryBody): (readonly [field: string, text: string])[] => [
  ...(correctionReason === undefined ? [] : [['correctionReason', correctionReason] as const]),
  ...answers.map(({ explanation }, at) => [`answers.${at}.explanation`, explanation] as const),
];

/** The values as the checks read them: a number is a number, true and false are yes and no. */
export const filledSections = ({ values }: DeliveryBody): FilledSection[] =>
  Object.entries(values).map(([code, given]) => ({
    code,
    rows: Array.isArray(given)
      ? given.map((row, at) => rowOf(row, at + 1))
      : [rowOf(given as Readonly<Record<string, Value>>, 0)],
  }));

const rowOf = (values: Readonly<Record<string, Value>>, row: number): FilledRow => ({
  row,
  values: new Map(Object.entries(values).map(([field, value]) => [field, rawOf(value)])),
});

function rawOf(value: Value): RawValue {
  if (typeof value === 'number') return { text: String(value), number: value, place: null };
  if (typeof value === 'boolean') return { text: value ? 'ja' : 'nee', place: null };
  return { text: value ?? '', place: null };
}
