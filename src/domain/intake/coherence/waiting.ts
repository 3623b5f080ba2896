/** Who waits, waits some time; and where there is a waiting time, somebody waits. */
import { type CoherenceRule, type Found, named } from './rule';

export const WAITING: CoherenceRule = {
  code: 'coherence.waiting',
  severity: 'QUESTION',
  says: {
    nl: '{some}, maar {none}. Controleer beide waarden. Kloppen ze? Leg dat dan uit.',
    en: '{some}, but {none}. Check both values. Are they right? Then explain it.',
  },
  expected: null,
  find: (delivery) =>
    delivery.rows('waiting').flatMap((row): Found[] => {
      const [days, count] = [row.number('waitingDays'), row.number('waitingCount')];
      if (!days || !count || days.value.numerator > 0n === count.value.numerator > 0n) return [];
      const [some, none] = days.value.numerator > 0n ? [days, count] : [count, days];
      return [{ cells: [none, some], words: { some: named(some), none: named(none) } }];
    }),
};
