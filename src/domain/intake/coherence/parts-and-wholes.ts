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
];

/**
 * Whether hired staff is among the personnel costs is not said: the covenant asks both side by side (A5.8, A5.9), the Regeling apart
 * (b9, b10). So it is asked, and not refused.
 */
export const HIRED_ABOVE_PERSONNEL: CoherenceRule = {
  code: 'coherence.hired-above-personnel',
  severity: 'QUESTION',
  says: {
    nl: '{hired} is meer dan {all}. Controleer beide waarden. Telt u inhuur niet mee in de personeelskosten? Leg dat dan uit.',
    en: '{hired} is more than {all}. Check both values. Are hired staff not among your personnel costs? Then explain it.',
  },
  expected: null,
  find: (delivery) => {
    const [hired, all] = [delivery.number('A5.9'), delivery.number('A5.8')];
    if (!hired || !all || !isAbove(hired.value, all.value)) return [];
    return [{ cells: [hired, all], words: { hired: named(hired), all: named(all) } }];
  },
};

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
