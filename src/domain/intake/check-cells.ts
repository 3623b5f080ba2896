/**
 * Checks every cell by itself and every row for what it must hold, and keeps what is sound. All that is wrong is told at
 * once (security R-U6): who mends a file should not have to send it twice.
 */

import { fill } from '../fill';
import { enumerate, type Language, type Said } from '../language';
import { refusalOf } from '../personal-data/explain';
import { Findings } from './bounded';
import { CELL_PROBLEMS, type CellRule } from './cell-problems';
import { type ChoiceIndex, type Choices, indexOf } from './choices';
import type { FilledRow, FilledSection, KeptValue, Place, RawValue } from './filled';
import type { CheckFinding } from './finding';
import type { Field, Form, Section } from './form';
import type { KeptRow, KeptSections } from './kept';
import { parseValue } from './parse-value';
import { A_NUMBER, areOfPeople, isNineDigits, personalIn, shownValue } from './shown-value';

export interface CheckedCells {
  readonly kept: KeptSections;
  readonly findings: readonly CheckFinding[];
}

/** Where a finding is. */
interface At {
  readonly section: string | null;
  readonly row?: number | null;
  readonly field?: string | null;
  readonly raw?: RawValue;
}

type Tell = (finding: CheckFinding) => void;

/**
 * @param choices the codes that may be chosen; a list that is absent is empty, so nothing of it can be chosen
 * @param asLines sections that came as lines, and were checked then: they need no rows of their own
 */
export function checkCells(
  form: Form,
  filled: readonly FilledSection[],
  choices: Choices,
  asLines: ReadonlySet<string> = new Set(),
): CheckedCells {
  const findings = new Findings();
  const tell: Tell = (finding) => findings.add(finding);
  const known = new Map(form.sections.map((section) => [section.code, section]));
  for (const { code } of filled) if (!known.has(code)) tell(finding('cell.unknown-section', { section: nameOf(code) }));
  const kept = new Map<string, readonly KeptRow[]>();
  for (const section of form.sections) {
    const rows = filled.filter(({ code }) => code === section.code).flatMap((one) => one.rows.filter(isFilled));
    if (rows.length === 0) {
      if (section.isRequired && !asLines.has(section.code)) {
        tell(finding('cell.section-empty', { section: section.code }, { label: section.label }));
      }
      continue;
    }
    // Its rows have no way into the archive but as lines: nothing of them is kept, so nothing of them can be signed for.
    if (section.isBulk) {
      tell(finding('cell.long-list', { section: section.code }, { label: section.label, code: section.code }));
      continue;
    }
    kept.set(
      section.code,
      section.kind === 'ITEMS' ? items(section, rows, choices, tell) : list(section, rows, choices, tell),
    );
  }
  return { kept, findings: findings.all() };
}

const isGiven = ({ text, number, day }: RawValue) => text.trim() !== '' || number !== undefined || day !== undefined;
const isFilled = ({ values }: FilledRow) => [...values.values()].some(isGiven);

function items(section: Section, rows: readonly FilledRow[], choices: Choices, tell: Tell): KeptRow[] {
  const values = new Map<string, RawValue>();
  for (const [code, raw] of rows.flatMap((row) => [...row.values])) {
    const isSecond = isGiven(values.get(code) ?? { text: '', place: null }) && isGiven(raw);
    if (isSecond) tell(finding('cell.more-than-once', { section: section.code, row: 0, field: nameOf(code), raw }));
    else if (isGiven(raw) || !values.has(code)) values.set(code, raw);
  }
  return [rowOf(section, { row: 0, values }, choices, tell, NONE)];
}

function list(section: Section, rows: readonly FilledRow[], choices: Choices, tell: Tell): KeptRow[] {
  const firstOf = new Map<string, number>();
  const ofPeople = columnsOfPeople(section, rows);
  return rows.map((filled) => {
    const kept = rowOf(section, filled, choices, tell, ofPeople);
    const key = section.key.map((code) => kept.values.get(code));
    if (key.length === 0 || key.includes(undefined)) return kept;
    const name = JSON.stringify(key);
    const first = firstOf.get(name);
    if (first === undefined) firstOf.set(name, filled.row);
    else tell(duplicate(section, filled, first));
    return kept;
  });
}

function duplicate(section: Section, { row, values }: FilledRow, first: number): CheckFinding {
  const [field = null] = section.key;
  const key = (language: Language) =>
    enumerate(
      section.fields.filter(({ code }) => section.key.includes(code)).map(({ label }) => label[language]),
      language,
    );
  const are = section.key.length === 1 ? { nl: 'is', en: 'is' } : { nl: 'zijn', en: 'are' };
  const place = (field && values.get(field)?.place) || null;
  const words = { row: String(first), key: { nl: key('nl'), en: key('en') }, are };
  return { ...finding('cell.duplicate-row', { section: section.code, row, field }, words), place };
}

/** Fields of a list in which all numbers together can only be those of people, whatever each may be by itself. */
function columnsOfPeople({ fields }: Section, rows: readonly FilledRow[]): ReadonlySet<string> {
  const texts = fields.filter(({ type }) => type === 'TEXT');
  const column = (code: string) => rows.map(({ values }) => values.get(code)?.text ?? '');
  return new Set(texts.filter(({ code, label }) => areOfPeople(label.nl, column(code))).map(({ code }) => code));
}
const NONE: ReadonlySet<string> = new Set();

function rowOf(
  section: Section,
  { row, values }: FilledRow,
  choices: Choices,
  tell: Tell,
  ofPeople: ReadonlySet<string>,
): KeptRow {
  const kept = new Map<string, KeptValue>();
  const places = new Map<string, Place>();
  const asked = new Set(section.fields.map(({ code }) => code));
  for (const [code, raw] of values) {
    if (asked.has(code) || !isGiven(raw)) continue;
    tell(
      finding('cell.unknown-field', { section: section.code, row, field: nameOf(code), raw }, { label: section.label }),
    );
  }
  for (const field of section.fields) {
    const raw = values.get(field.code);
    const at: At = { section: section.code, row, field: field.code, ...(raw && { raw }) };
    if (!raw || !isGiven(raw)) {
      if (field.isRequired) tell(finding('cell.required', at, { label: field.label }));
      continue;
    }
    if (ofPeople.has(field.code) && isNineDigits(raw.text)) {
      tell({ ...finding('cell.personal-data', at, { found: refusalOf(A_NUMBER) as Said }), value: null });
      continue;
    }
    const value = soundValue(field, raw, indexFor(field, choices), at, tell);
    if (value === null) continue;
    kept.set(field.code, value);
    if (raw.place) places.set(field.code, raw.place);
  }
  return { row, values: kept, ...(places.size > 0 && { places }) };
}

const NO_CHOICES: ChoiceIndex = new Map();
const indexFor = ({ list: name }: Field, choices: Choices) => {
  const listed = name && choices.get(name);
  return listed ? indexOf(listed) : NO_CHOICES;
};

/** The value that is kept; null, and told why, when it may not be. */
function soundValue(field: Field, raw: RawValue, index: ChoiceIndex, at: At, tell: Tell): KeptValue | null {
  const parsed = parseValue(field, raw, index);
  const isSound = parsed !== null && 'kept' in parsed;
  // A number, a day or a code is what it is; everything else may hold anything.
  if (field.type === 'TEXT' || !isSound) {
    const refusal = refusalOf(personalIn(raw.text, field.label.nl, field.isContact === true));
    if (refusal) {
      tell({ ...finding('cell.personal-data', at, { found: refusal }), value: null });
      return null;
    }
  }
  if (isSound) return parsed.kept;
  if (parsed) {
    const { rule, message, expected } = parsed.problem;
    tell({ ...finding('cell.required', at), rule, message, expected });
  }
  return null;
}

/** A code that nobody asked for may hold anything too. */
const nameOf = (code: string) => shownValue(code);

function finding(rule: CellRule, { section, row = null, field = null, raw }: At, words: Words = {}): CheckFinding {
  const say = (language: Language) =>
    fill(
      CELL_PROBLEMS[rule][language],
      Object.fromEntries(
        Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? word : word[language]]),
      ),
    );
  return {
    ...{ severity: 'ERROR', step: 'CELL', rule, section, row, field },
    ...{ place: raw?.place ?? null, value: raw ? shownValue(raw.text) : null, expected: null },
    message: { nl: say('nl'), en: say('en') },
  };
}
type Words = Readonly<Record<string, Said | string>>;
