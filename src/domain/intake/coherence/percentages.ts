/** Percentages that cannot be, or that look like fractions: 0,185 where 18,5 was meant. */
import { fraction } from '../../ratio';
import { itemOf } from './answered';
import { isAbove } from './compare';
import { type CoherenceRule, named } from './rule';

/** Shares of a whole: sickness, and equity of the balance total. Beds can be more than full. */
const AT_MOST_ALL: ReadonlySet<string> = new Set(['A5.7', 'budget_solvency']);
const ALL = fraction(1n);
const ONE_PERCENT = fraction(1n, 100n);
/** Sickness in youth care is 5 to 10 %; a quarter of all staff at home is asked about. */
const SICKNESS_STRIKING = fraction(25n, 100n);

export const ABOVE_HUNDRED: CoherenceRule = {
  code: 'coherence.above-hundred',
  severity: 'ERROR',
  says: {
    nl: '{now} kan niet meer dan 100% zijn. Schrijf 18,5 voor 18,5%.',
    en: '{now} cannot be above 100%. Write 18.5 for 18.5%.',
  },
  expected: { nl: 'van 0 tot en met 100%', en: 'from 0 to 100%' },
  find: (delivery) =>
    delivery.numbers
      .filter((cell) => AT_MOST_ALL.has(itemOf(cell.field)) && isAbove(cell.value, ALL))
      .map((cell) => ({ cells: [cell], words: { now: named(cell) } })),
};

export const PERCENTAGE: CoherenceRule = {
  code: 'coherence.percentage',
  severity: 'QUESTION',
  says: {
    nl: '{now} is minder dan 1%. Schrijf 18,5 voor 18,5%, en niet 0,185. Klopt de waarde toch? Leg dat dan uit.',
    en: '{now} is less than 1%. Write 18.5 for 18.5%, and not 0.185. Is the value right? Then explain it.',
  },
  expected: null,
  find: (delivery) =>
    delivery.numbers
      .filter(({ field, value }) => field.type === 'PERCENTAGE' && value.numerator > 0n && isAbove(ONE_PERCENT, value))
      .map((cell) => ({ cells: [cell], words: { now: named(cell) } })),
};

export const SICKNESS: CoherenceRule = {
  code: 'coherence.sickness',
  severity: 'QUESTION',
  says: {
    nl: '{now} is zeer hoog. Controleer de waarde, of leg uit waardoor het komt.',
    en: '{now} is very high. Check the value, or explain why.',
  },
  expected: null,
  yieldsTo: ['coherence.above-hundred'],
  find: (delivery) => {
    const sickness = delivery.number('A5.7');
    if (!sickness || !isAbove(sickness.value, SICKNESS_STRIKING)) return [];
    return [{ cells: [sickness], words: { now: named(sickness) } }];
  },
};
