/** Why a delivery may not be submitted yet: every reason at once, each with what to do. */
import { fill } from '../fill';
import { enumerate, type Language, type Said } from '../language';
import { type ExplainedFinding, unanswered } from './answers';
import type { Form } from './form';
import type { KeptSections } from './kept';

export type SubmitObstacle = 'ERRORS' | 'QUESTIONS' | 'SECTIONS';

export interface Obstacle extends Said {
  readonly obstacle: SubmitObstacle;
  /** How many errors, questions or sections. */
  readonly count: number;
}

const SAYS = {
  ERRORS: {
    one: { nl: 'Er is nog 1 fout. Los die eerst op.', en: 'There is 1 error left. Mend it first.' },
    more: {
      nl: 'Er zijn nog {count} fouten. Los die eerst op.',
      en: 'There are {count} errors left. Mend them first.',
    },
  },
  QUESTIONS: {
    one: {
      nl: 'Er is nog 1 vraag open. Pas de waarde aan, of bevestig haar met uitleg.',
      en: 'There is 1 question open. Change the value, or confirm it with an explanation.',
    },
    more: {
      nl: 'Er zijn nog {count} vragen open. Pas de waarden aan, of bevestig ze met uitleg.',
      en: 'There are {count} questions open. Change the values, or confirm them with an explanation.',
    },
  },
  SECTIONS: {
    one: { nl: 'Vul nog dit onderdeel in: {names}.', en: 'Fill in this section: {names}.' },
    more: { nl: 'Vul nog deze onderdelen in: {names}.', en: 'Fill in these sections: {names}.' },
  },
} as const satisfies Readonly<Record<SubmitObstacle, Readonly<Record<'one' | 'more', Said>>>>;

export interface Offered {
  readonly form: Form;
  readonly kept: KeptSections;
  readonly findings: readonly ExplainedFinding[];
}

/** None when it may be submitted. */
export function obstacles({ form, kept, findings }: Offered): Obstacle[] {
  const missing = form.sections.filter(({ code, isRequired }) => isRequired && (kept.get(code)?.length ?? 0) === 0);
  // A missing section is told by its name, and not once more as an error.
  const errors = findings.filter(
    ({ severity, rule, section }) =>
      severity === 'ERROR' && !(rule === 'cell.section-empty' && missing.some(({ code }) => code === section)),
  );
  const names = (language: Language) =>
    enumerate(
      missing.map(({ label }) => label[language]),
      language,
    );
  return [
    ...told('ERRORS', errors.length),
    ...told('QUESTIONS', unanswered(findings).length),
    ...told('SECTIONS', missing.length, { nl: names('nl'), en: names('en') }),
  ];
}

function told(obstacle: SubmitObstacle, count: number, names: Said = { nl: '', en: '' }): Obstacle[] {
  if (count === 0) return [];
  const phrase = SAYS[obstacle][count === 1 ? 'one' : 'more'];
  const say = (language: Language) => fill(phrase[language], { count: String(count), names: names[language] });
  return [{ obstacle, count, nl: say('nl'), en: say('en') }];
}
