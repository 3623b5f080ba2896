/**
 * The declarations per municipality against the declared production as a total (A3.1). More than the total cannot be; less is
 * asked about from 1 %: then some municipality is missing. A euro per municipality is left to rounding.
 */
import { fraction } from '../../ratio';
import { differs, isAbove, plus } from './compare';
import { type CoherenceRule, named, saidCents } from './rule';

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
    const { declared } = delivery.known;
    if (!total || declared.length === 0) return [];
    const sum = declared.reduce((all, { amount }) => all + amount, 0n);
    const rounding = fraction(BigInt(declared.length) * A_EURO);
    const isMore = isAbove(fraction(sum), plus(total.value, rounding));
    if (!isMore && !differs(fraction(sum), total.value, MARGIN, rounding)) return [];
    return [
      {
        // The sum is part of what is answered for: another sum is another question.
        cells: [total, { ...total, kept: String(sum) }],
        severity: isMore ? 'ERROR' : 'QUESTION',
        words: { total: named(total), sum: saidCents(sum) },
      },
    ];
  },
};
