/** Keeps the first findings of a kind and counts the rest, so that a file with one mistake in every row can still be read. */
import { fill } from '../fill';
import type { CheckFinding } from './finding';

/** Of one rule in one field. */
export const OF_A_KIND_MAX = 20;
/** Of all kinds together. */
export const FINDINGS_MAX = 1000;

const MORE = { en: 'And {count} more of the same: {message}', nl: 'En nog {count} keer hetzelfde: {message}' } as const;
const MORE_IN_ALL = {
  en: 'And {count} other findings. Mend these first and check again.',
  nl: 'En nog {count} andere bevindingen. Los deze eerst op en controleer opnieuw.',
} as const;
const WEIGHTS = { ERROR: 0, QUESTION: 1, INFO: 2 } as const;
/** Whoever takes a file refuses it for this, so it may never be among what is left out. */
const GRAVEST = 'cell.personal-data';
const weightOf = ({ rule, severity }: CheckFinding) => (rule === GRAVEST ? -1 : WEIGHTS[severity]);

interface Kind {
  readonly shown: CheckFinding[];
  more: number;
  /** Of questions alone: an answer is about what it stands for. */
  readonly rest: CheckFinding[];
}

/**
 * At most OF_A_KIND_MAX findings of a rule in a field and one that counts the rest, in the order in which kinds first occur;
 * and at most FINDINGS_MAX in all, of which the last counts what was left out and is as grave as the gravest of it.
 */
export class Findings {
  readonly #kinds = new Map<string, Kind>();

  add(finding: CheckFinding): void {
    const key = `${finding.rule} ${finding.severity} ${finding.section} ${finding.field}`;
    const kind = this.#kinds.get(key);
    if (!kind) this.#kinds.set(key, { shown: [finding], more: 0, rest: [] });
    else if (kind.shown.length < OF_A_KIND_MAX) kind.shown.push(finding);
    else {
      kind.more += 1;
      if (finding.severity === 'QUESTION') kind.rest.push(finding);
    }
  }

  all(): CheckFinding[] {
    const kinds = [...this.#kinds.values()];
    const all = kinds.flatMap((kind) => (kind.more > 0 ? [...kind.shown, theRest(kind)] : kind.shown));
    if (all.length <= FINDINGS_MAX) return all;
    // The gravest stay; sorting keeps the order of equals.
    const grave = [...all].sort((a, b) => weightOf(a) - weightOf(b));
    return [...grave.slice(0, FINDINGS_MAX - 1), leftOut(grave.slice(FINDINGS_MAX - 1))];
  }
}

/** About the whole field. An answer to it is about each that it stands for, and lapses when one of them is another. */
function theRest({ shown: [first], more, rest }: Kind): CheckFinding {
  const { message, ...same } = first as CheckFinding;
  const say = (language: 'nl' | 'en') => fill(MORE[language], { count: String(more), message: message[language] });
  return {
    ...same,
    row: null,
    place: null,
    value: String(more),
    expected: null,
    message: { nl: say('nl'), en: say('en') },
    ...(rest.length > 0 && { standsFor: rest }),
  };
}

function leftOut(left: readonly CheckFinding[]): CheckFinding {
  const [{ severity, step }] = left as [CheckFinding];
  const count = String(left.length);
  const message = { nl: fill(MORE_IN_ALL.nl, { count }), en: fill(MORE_IN_ALL.en, { count }) };
  const nowhere = { section: null, row: null, field: null, place: null, value: null, expected: null };
  return { severity, step, rule: 'more', ...nowhere, message, ...(severity === 'QUESTION' && { standsFor: left }) };
}
