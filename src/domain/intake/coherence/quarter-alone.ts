/**
 * Cumulative or not: an amount since 1 January that is about one quarter of the year so far looks like the quarter alone. From
 * the second quarter on; "about" is within 25 % of the mean quarter before it.
 */
import { fraction } from '../../ratio';
import { itemOf } from './answered';
import { differs, times } from './compare';
import { deliveredEarlier, quarterOfForm } from './past';
import { type CoherenceRule, named, saidCents, wholeOf } from './rule';

const ABOUT = fraction(25n, 100n);
const LEAST = 1_000_000n;
const ABOUT_ZERO: ReadonlySet<string> = new Set(['net_result', 'operational_result', 'youth_result']);

export const QUARTER_ALONE: CoherenceRule = {
  code: 'coherence.quarter-alone',
  severity: 'QUESTION',
  says: {
    nl: '{now} lijkt het bedrag van dit kwartaal alleen. Gevraagd wordt het bedrag vanaf 1 januari, naar verwachting ongeveer {reckoned}.',
    en: '{now} looks like the amount of this quarter alone. Asked is the amount since 1 January, expected to be about {reckoned}.',
  },
  expected: { nl: 'ongeveer {reckoned}', en: 'about {reckoned}' },
  yieldsTo: ['coherence.factor'],
  find: (delivery) => {
    const quarter = quarterOfForm(delivery) ?? 1;
    if (quarter === 1) return [];
    return delivery.numbers.flatMap((cell) => {
      const before =
        cell.field.isCumulative && !ABOUT_ZERO.has(itemOf(cell.field)) && deliveredEarlier(delivery, cell, 1);
      if (!before || before.numerator < LEAST) return [];
      const mean = times(before, fraction(1n, BigInt(quarter - 1)));
      if (differs(cell.value, mean, ABOUT)) return [];
      const reckoned = saidCents(wholeOf(times(mean, fraction(BigInt(quarter)))));
      return [{ cells: [cell], words: { now: named(cell), reckoned } }];
    });
  },
};
