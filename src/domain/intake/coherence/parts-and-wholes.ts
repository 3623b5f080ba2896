/** Parts are together at most the whole (as in domain/plausibility: of a pair that contradicts itself neither would count). */
import { fraction } from '../../ratio';
import { isAbove, plus } from './compare';
import { type CoherenceRule, named, saidCell } from './rule';

/** By figure item, or by code for what becomes no figure. */
const PARTS: readonly (readonly [parts: readonly string[], whole: string])[] = [
  [['equity'], 'balance_total'],
  [['current_assets'], 'balance_total'],
  [['equity', 'current_liabilities'], 'balance_total'],
  [['cash'], 'current_assets'],
  [['revenue_youth'], 'revenue'],
  [['budget_revenue_youth'], 'budget_revenue'],
  [['A5.3'], 'A5.5'],
  [['A5.4'], 'A5.6'],
  [['A5.9'], 'A5.8'],
];

export const PARTS_AND_WHOLES: CoherenceRule = {
  code: 'coherence.part-above-whole',
  severity: 'ERROR',
  says: {
    nl: '{part} is meer dan {whole}, terwijl het daar een deel van is. Controleer beide waarden.',
    en: '{part} is more than {whole}, of which it is a part. Check both values.',
  },
  expected: { nl: 'ten hoogste {most}', en: 'at most {most}' },
  find: (delivery) =>
    PARTS.flatMap(([names, wholeName]) => {
      const whole = delivery.number(wholeName);
      const parts = names.flatMap((name) => delivery.number(name) ?? []);
      const [first, second] = parts;
      // A whole below zero is wrong by itself, and says nothing of its parts.
      if (!whole || !first || parts.length < names.length || whole.value.numerator < 0n) return [];
      const sum = parts.reduce((total, { value }) => plus(total, value), fraction(0n));
      if (!isAbove(sum, whole.value)) return [];
      const part = second
        ? { nl: `${named(first).nl} plus ${named(second).nl}`, en: `${named(first).en} plus ${named(second).en}` }
        : named(first);
      return [
        { cells: [first, ...parts.slice(1), whole], words: { part, whole: named(whole), most: saidCell(whole) } },
      ];
    }),
};
