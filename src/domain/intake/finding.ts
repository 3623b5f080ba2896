/** What a check has to say of a value, a row, a file or the whole (portal 4). */
import type { Said } from '../language';
import type { Words } from '../vocabulary';
import type { Place } from './filled';

export const CHECK_SEVERITIES = {
  ERROR: { nl: 'fout', says: 'Has to be mended before it can be submitted.' },
  QUESTION: { nl: 'controlevraag', says: 'Striking: say that the value is right, and why, or change it.' },
  INFO: { nl: 'ter informatie', says: 'Good to know; nothing has to be done.' },
} as const satisfies Words;
export type CheckSeverity = keyof typeof CHECK_SEVERITIES;

/** The three steps, in their order. A later one needs what an earlier one found sound. */
export const CHECK_STEPS = {
  FORM: { nl: 'vorm', says: 'Is this the file, the template, the party and the period, without personal data?' },
  CELL: { nl: 'cel', says: 'Is each value of its type, within its range and list, and there where it is required?' },
  COHERENCE: { nl: 'samenhang', says: 'Do the values agree with each other and with what is known?' },
} as const satisfies Words;
export type CheckStep = keyof typeof CHECK_STEPS;

export interface CheckFinding {
  readonly severity: CheckSeverity;
  readonly step: CheckStep;
  /** Of the rule: "cell.required", "coherence.jump". One code, one kind of message. */
  readonly rule: string;
  /** Null when it is about the file as a whole. */
  readonly section: string | null;
  /** 0 in a section of items; null when it is about all of it. */
  readonly row: number | null;
  readonly field: string | null;
  readonly place: Place | null;
  /** The value as it was written; never there when it may be personal data. */
  readonly value: string | null;
  /** What would have been right, in words of the field. */
  readonly expected: Said | null;
  readonly message: Said;
  /** Of a question that counts others, which are not told one by one: those. */
  readonly standsFor?: readonly CheckFinding[];
}
