/** A question is answered with "the value is right" and why. The answer is about one value: when it changes, it lapses. */
import type { CheckFinding } from './finding';
import { freeTextProblems } from './free-text';

/** A finding with what was explained of it; null when nothing was. */
export interface ExplainedFinding extends CheckFinding {
  readonly explanation: string | null;
}

/** The questions that nobody answered, or not well enough. An error is no question: an explanation does not mend it. */
export const unanswered = (findings: readonly ExplainedFinding[]): ExplainedFinding[] =>
  findings.filter(
    ({ severity, explanation }) =>
      severity === 'QUESTION' && (explanation === null || freeTextProblems(explanation).length > 0),
  );
