/**
 * Silence: a delivery that was asked for and did not come. Told when a term after the due date has passed, and again when
 * the next one has; never twice for the same term. The terms are our own default.
 */
import type { DeliveryFact } from '../facts';
import { labelOf } from '../indicators/quarter-end';
import type { Language, Said } from '../language';
import { addDays, daysInPeriod } from '../period';
import { inWords } from '../quantity';
import type { SignalFacts } from './known';
import { compare, type Found } from './signal';

/** Days after the due date, the mildest first. */
export const SILENCE_DAYS = [14, 30, 60] as const;

const WORDS = {
  none: { en: 'no delivery for', nl: 'geen aanlevering over' },
  past: { en: 'or more after the due date', nl: 'of meer na de uiterste datum' },
  others: { en: 'and', nl: 'en nog' },
  more: { en: 'more', nl: 'andere' },
} as const satisfies Readonly<Record<string, Said>>;

interface Silent {
  readonly delivery: DeliveryFact;
  readonly daysLate: number;
  /** The place of the term in the table. */
  readonly term: number;
}

/** One line for all deliveries of a provider that are silent: the one that is late longest. */
export function silence({ deliveries, since, today }: Pick<SignalFacts, 'deliveries' | 'since' | 'today'>): Found[] {
  const silent = deliveries
    .flatMap((delivery) => silentSince(delivery, since, today) ?? [])
    .sort((a, b) => b.daysLate - a.daysLate || compare(keyOf(a), keyOf(b)));
  const [longest, ...others] = silent;
  if (!longest) return [];
  const { periodStart, periodEnd } = longest.delivery;
  const say = (language: Language) => {
    const late = `${inWords(daysOf(longest), 'DAYS', language)} ${WORDS.past[language]} (${longest.delivery.dueOn})`;
    const head = `${WORDS.none[language]} ${labelOf(periodStart, periodEnd)}, ${late}`;
    return others.length === 0 ? head : `${head} (${WORDS.others[language]} ${others.length} ${WORDS.more[language]})`;
  };
  const evidence = silent.map((one) => ({ name: keyOf(one), value: daysOf(one), previous: null }));
  const asOf = silent.map(passedOn).reduce((latest, day) => (day > latest ? day : latest));
  return [{ kind: 'SILENCE', gravity: longest.term, en: say('en'), nl: say('nl'), evidence, asOf }];
}

/** The term that has passed, and not the days: those change every day, and a signal that was seen would come back. */
const daysOf = ({ term }: Silent): number => SILENCE_DAYS[term] ?? 0;

/** The day on which its last term passed. */
const passedOn = (silent: Silent): string => addDays(silent.delivery.dueOn, daysOf(silent));

/** Null when it came, or when it passed no term from since up to and including today. */
function silentSince(delivery: DeliveryFact, since: string, today: string): Silent | null {
  const { submittedOn, dueOn } = delivery;
  if (submittedOn !== null && submittedOn <= today) return null;
  const daysLate = daysInPeriod(dueOn, today);
  const term = SILENCE_DAYS.findLastIndex((days) => days <= daysLate);
  const daysLateBefore = daysInPeriod(dueOn, since);
  return term < 0 || (SILENCE_DAYS[term] ?? 0) < daysLateBefore ? null : { delivery, daysLate, term };
}

function keyOf({ delivery: { uitvraag, periodStart, periodEnd } }: Silent): string {
  return `${uitvraag} ${labelOf(periodStart, periodEnd)}`;
}
