/**
 * What can be said of a file before a value of it is read: a rule, how bad it is, and the remedy. No message repeats what stands
 * in the file: a cell, a sheet or a column may be named after somebody.
 */
import type { CheckFinding, CheckSeverity } from '../../domain/intake/finding';
import type { Said } from '../../domain/language';
import { CSV_RULES } from './rules-csv';
import { KIND_RULES } from './rules-kind';
import { META_RULES } from './rules-meta';

import { WORKBOOK_RULES } from './rules-workbook';

export interface Rule {
  readonly severity: CheckSeverity;
  readonly message: Said;
}

export const FILE_RULES = { ...KIND_RULES, ...WORKBOOK_RULES, ...CSV_RULES, ...META_RULES } as const satisfies Readonly<
  Record<string, Rule>
>;
export type FileRule = keyof typeof FILE_RULES;

/** Where it is, as far as that is known. */
export type Where = Partial<Pick<CheckFinding, 'section' | 'row' | 'field' | 'place' | 'severity' | 'expected'>>;

const NOWHERE = { section: null, row: null, field: null, place: null, value: null, expected: null } as const;

/** A finding of a rule. `severity` of `where` says that it is better or worse here than it is as a rule. */
export function found(rule: FileRule, where: Where = {}): CheckFinding {
  const { severity, message } = FILE_RULES[rule];
  return { ...NOWHERE, severity, step: 'FORM', rule, message, ...where };
}

/** Nothing of the file can be read. */
export class Refusal extends Error {
  readonly findings: readonly CheckFinding[];

  constructor(
    readonly rule: FileRule,
    where: Where = {},
  ) {
    super(rule);
    this.findings = [found(rule, where)];
  }

  /** As it came out of another thread. */
  static of([first]: readonly CheckFinding[]): Refusal {
    const { rule, message: _message, ...where } = first ?? found('form.damaged');
    return new Refusal(rule as FileRule, where);
  }
}
