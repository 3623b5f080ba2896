/** A question is answered with "the value is right" and why. The answer is about one value: when it changes, it lapses. */
import type { Said } from '../language';
import { refusalOf } from '../personal-data/explain';
import type { CheckFinding } from './finding';
import { TEXT_MAX } from './parse-value';
import { personalIn } from './shown-value';

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

/** A finding with the explanation that was given of it. */
export interface Answered extends CheckFinding {
  readonly explanation: string | null;
}

/** The questions that nobody answered, or not well enough. */
export const unanswered = (findings: readonly Answered[]): Answered[] =>
  findings.filter(
    ({ severity, explanation }) =>
      severity === 'QUESTION' && (explanation === null || explanationProblems({ severity }, explanation).length > 0),
  );
