/** How far a section of a draft has come, and how much of it is there. */
import type { Words } from '../vocabulary';
import type { CheckFinding } from './finding';
import type { Section } from './form';
import type { KeptRow } from './kept';

export const SECTION_STATES = {
  EMPTY: { nl: 'niet begonnen', says: 'Nothing is filled in.' },
  BUSY: { nl: 'bezig', says: 'Something that must be there is not there yet.' },
  ERRORS: { nl: 'met fouten', says: 'Something is wrong; see the findings.' },
  DONE: { nl: 'klaar', says: 'Everything that must be there is there, and nothing is wrong.' },
} as const satisfies Words;
export type SectionState = keyof typeof SECTION_STATES;

export interface Progress {
  readonly state: SectionState;
  /** Values that must be there; in a list those of the rows that are there, and of one row when it may not be empty. */
  readonly asked: number;
  readonly filled: number;
  readonly errors: number;
}

/** What is empty is not wrong yet: that a value is required is told as progress, not as an error. */
const NOT_THERE_YET: ReadonlySet<string> = new Set(['cell.required', 'cell.section-empty']);

/** What there is of a section: how many rows, how many of them have a field, and lines of a list that is delivered as CSV. */
export interface Amount {
  readonly rows: number;
  readonly withField: (code: string) => number;
  readonly lines: number;
}

/** How many values must be there, and how many of them are. */
export function amountOf(
  { fields, isRequired, isBulk }: Section,
  { rows, withField, lines }: Amount,
): Pick<Progress, 'asked' | 'filled'> {
  if (isBulk) return { asked: Number(isRequired), filled: isRequired && lines > 0 ? 1 : 0 };
  const required = fields.filter((field) => field.isRequired);
  return {
    asked: required.length * Math.max(rows, Number(isRequired)),
    filled: required.reduce((sum, { code }) => sum + withField(code), 0),
  };
}

/** @param lines of a list that is delivered as CSV */
export function progressOf(
  section: Section,
  rows: readonly KeptRow[],
  findings: readonly Pick<CheckFinding, 'severity' | 'section' | 'rule'>[],
  lines = 0,
): Progress {
  const withField = (code: string) => rows.filter(({ values }) => values.has(code)).length;
  const { asked, filled } = amountOf(section, { rows: rows.length, withField, lines });
  const errors = findings.filter(
    ({ severity, section: code, rule }) => severity === 'ERROR' && code === section.code && !NOT_THERE_YET.has(rule),
  ).length;
  const isEmpty = rows.length === 0 && lines === 0;
  const state = errors > 0 ? 'ERRORS' : filled < asked ? (isEmpty ? 'EMPTY' : 'BUSY') : isEmpty ? 'EMPTY' : 'DONE';
  return { state, asked, filled, errors };
}
