/** Revenue and costs since 1 January do not fall from one quarter to the next; a correction may, so it is asked. */
import { itemOf } from './answered';
import { isAbove } from './compare';
import { deliveredEarlier, quarterOfForm } from './past';
import { type CoherenceRule, named, said } from './rule';

const MAY_FALL: ReadonlySet<string> = new Set(['net_result', 'operational_result', 'youth_result']);

export const CUMULATIVE_FELL: CoherenceRule = {
  code: 'coherence.cumulative-fell',
  severity: 'QUESTION',
  says: {
    nl: '{now} is lager dan in het vorige kwartaal ({before}), terwijl het vanaf 1 januari telt. Vul het bedrag vanaf 1 januari in, of leg uit wat er is gecorrigeerd.',
    en: '{now} is lower than in the quarter before ({before}), although it counts from 1 January. Fill in the amount since 1 January, or explain what was corrected.',
  },
  expected: { nl: 'ten minste {before}', en: 'at least {before}' },
  yieldsTo: ['coherence.quarter-alone', 'coherence.factor'],
  find: (delivery) => {
    if ((quarterOfForm(delivery) ?? 1) === 1) return [];
    return delivery.numbers.flatMap((cell) => {
      const before =
        cell.field.isCumulative && !MAY_FALL.has(itemOf(cell.field)) && deliveredEarlier(delivery, cell, 1);
      if (!before || !isAbove(before, cell.value)) return [];
      return [{ cells: [cell], words: { now: named(cell), before: said('AMOUNT', String(before.numerator)) } }];
    });
  },
};
