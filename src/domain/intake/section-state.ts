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

/** @param lines of a list that is delivered as CSV */
export function progressOf(
  section: Section,
  rows: readonly KeptRow[],
  findings: readonly Pick<CheckFinding, 'severity' | 'section' | 'rule'>[],
  lines = 0,
): Progress {
  const required = section.fields.filter(({ isRequired }) => isRequired);
  const there = Math.max(lines > 0 ? 0 : rows.length, section.isRequired && lines === 0 ? 1 : 0);
  const asked = section.isBulk ? (section.isRequired ? 1 : 0) : required.length * there;
  const filled = section.isBulk
    ? Math.min(lines, asked)
    : rows.reduce((sum, { values }) => sum + required.filter(({ code }) => values.has(code)).length, 0);
  const errors = findings.filter(
    ({ severity, section: code, rule }) => severity === 'ERROR' && code === section.code && !NOT_THERE_YET.has(rule),
  ).length;
  const isEmpty = rows.length === 0 && lines === 0;
  const state = errors > 0 ? 'ERRORS' : filled < asked ? (isEmpty ? 'EMPTY' : 'BUSY') : isEmpty ? 'EMPTY' : 'DONE';
  return { state, asked, filled, errors };
}
