/**
 * The declarations per municipality against the declared production as a total (A3.1). More than the total cannot be; less is
 * asked about from 1 %: then some municipality is missing. A euro per row is left to rounding.
 */
import { fraction } from '../../ratio';
import { differs, isAbove, plus, ZERO } from './compare';
import { type CoherenceRule, named, saidCents, wholeOf } from './rule';

const A_EURO = 100n;
const MARGIN = fraction(1n, 100n);

export const DECLARED_TOTAL: CoherenceRule = {
  code: 'coherence.declared-total',
  severity: 'QUESTION',
  says: {
    nl: '{total} is niet gelijk aan de som van de gemeenten: {sum}. Vul aan wat er mist, of pas het totaal aan.',
    en: '{total} is not the sum of the municipalities: {sum}. Add what is missing, or change the total.',
  },
  expected: { nl: '{sum}', en: '{sum}' },
  find: (delivery) => {
    const total = delivery.number('declared_production');
    const amounts = delivery.rows('declarations').flatMap((row) => row.number('amount') ?? []);
    if (!total || amounts.length === 0) return [];
    const sum = amounts.reduce((all, { value }) => plus(all, value), ZERO);
    const rounding = fraction(BigInt(amounts.length) * A_EURO);
    const isMore = isAbove(sum, plus(total.value, rounding));
    if (!isMore && !differs(sum, total.value, MARGIN, rounding)) return [];
    const summed = String(wholeOf(sum));
    // The sum is part of what is answered for: another sum is another question.
    const cells = [total, { ...total, kept: summed }] as const;
    return [
      {
        cells: [...cells],
        severity: isMore ? 'ERROR' : 'QUESTION',
        words: { total: named(total), sum: saidCents(wholeOf(sum)) },
      },
    ];
  },
};
