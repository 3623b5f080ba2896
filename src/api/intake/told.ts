import type { CheckFinding } from '../../domain/intake/finding';

/** A finding as programs read it: the same as DraftFinding of the API. */
export function toldFinding(finding: CheckFinding): object {
  const { severity, step, rule, section, row, field, place, value, expected, message } = finding;
  return {
    severity,
    step,
    rule,
    section,
    row,
    field,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    value,
    expected,
    message,
  };
}

/** How many there are of each kind. */
export const counted = (findings: readonly CheckFinding[]): object => ({
  errors: findings.filter(({ severity }) => severity === 'ERROR').length,
  questions: findings.filter(({ severity }) => severity === 'QUESTION').length,
});
