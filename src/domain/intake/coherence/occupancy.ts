/** Staff that is there against the posts there are: a quarter more than the formation is asked about (own default). */
import { fraction } from '../../ratio';
import { isAbove, times } from './compare';
import { type CoherenceRule, type Found, named } from './rule';

const PAIRS = [
  ['A5.4', 'A5.3'],
  ['A5.6', 'A5.5'],
] as const;
const MOST = fraction(125n, 100n);

export const OCCUPANCY: CoherenceRule = {
  code: 'coherence.occupancy',
  severity: 'QUESTION',
  says: {
    nl: '{occupancy} is meer dan een kwart hoger dan {formation}. Vul fte in, geen personen. Klopt het toch? Leg dat dan uit.',
    en: '{occupancy} is more than a quarter above {formation}. Fill in fte, not people. Is it right? Then explain it.',
  },
  expected: null,
  find: (delivery) =>
    PAIRS.flatMap(([occupied, posts]): Found[] => {
      const [occupancy, formation] = [delivery.number(occupied), delivery.number(posts)];
      if (!occupancy || !formation || !isAbove(occupancy.value, times(formation.value, MOST))) return [];
      return [{ cells: [occupancy, formation], words: { occupancy: named(occupancy), formation: named(formation) } }];
    }),
};
