/** A question is answered with "the value is right" and why. The answer is about one value: when it changes, it lapses. */
import type { Said } from '../language';
import { refusalOf } from '../personal-data/explain';
import type { CheckFinding } from './finding';
import { TEXT_MAX } from './parse-value';
import { personalIn } from './shown-value';

export interface Answer {
  readonly rule: string;
  readonly section: string | null;
  readonly row: number | null;
  readonly field: string | null;
  /** As the finding had it: of all values that it is about. */
  readonly value: string | null;
  readonly explanation: string;
}

/** Own default of portal 4: short enough for "overname A", long enough to say something. */
export const EXPLANATION_MIN = 10;

const PROBLEMS = {
  short: {
    nl: `Leg in ten minste ${EXPLANATION_MIN} tekens uit waarom de waarde klopt.`,
    en: `Explain in at least ${EXPLANATION_MIN} characters why the value is right.`,
  },
  long: { nl: 'Houd de uitleg korter dan 1.000 tekens.', en: 'Keep the explanation below 1,000 characters.' },
  noQuestion: {
    nl: 'Dit is een fout en geen vraag. Pas de waarde aan.',
    en: 'This is an error and not a question. Change the value.',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** Everything that is wrong with an explanation at once; none when it may stand. It is never repeated. */
export function explanationProblems({ severity }: Pick<CheckFinding, 'severity'>, explanation: string): Said[] {
  const text = explanation.trim();
  const personal = refusalOf(personalIn(text, '', false));
  return [
    ...(severity === 'ERROR' ? [PROBLEMS.noQuestion] : []),
    ...([...text].length < EXPLANATION_MIN ? [PROBLEMS.short] : []),
    ...(text.length > TEXT_MAX ? [PROBLEMS.long] : []),
    ...(personal ? [{ nl: `De uitleg ${personal.nl}`, en: `The explanation ${personal.en}` }] : []),
  ];
}

const keyOf = ({ rule, section, row, field, value }: Omit<Answer, 'explanation'>) =>
  JSON.stringify([rule, section, row, field, value]);

/** The questions that nobody answered, or whose value has changed since. */
export function unanswered(findings: readonly CheckFinding[], answers: readonly Answer[]): CheckFinding[] {
  const given = new Set(
    answers.filter((one) => explanationProblems({ severity: 'QUESTION' }, one.explanation).length === 0).map(keyOf),
  );
  return findings.filter((finding) => finding.severity === 'QUESTION' && !given.has(keyOf(finding)));
}
