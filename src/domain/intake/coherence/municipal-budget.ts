/**
 * What a municipality spent against its budget of the year, per form of care. One quarter that is above the budget of a whole
 * year is asked about: it is often the year to date, or a budget in another unit. A year so far that is above it happens, and
 * is news.
 */
import { quarterOf, yearOf } from '../../period';
import { fraction } from '../../ratio';
import type { ListRow } from './answered';
import { isAbove, plus } from './compare';
import { type CoherenceRule, type Found, named, saidCents, wholeOf } from './rule';

export const QUARTER_ABOVE_BUDGET: CoherenceRule = {
  code: 'coherence.quarter-above-budget',
  severity: 'QUESTION',
  says: {
    nl: '{realised} is meer dan {budget} van het hele jaar. Vul de realisatie van dit kwartaal alleen in. Klopt de waarde? Leg dat dan uit.',
    en: '{realised} is more than {budget} of the whole year. Fill in what was realised in this quarter alone. Is the value right? Then explain it.',
  },
  expected: { nl: 'de realisatie van dit kwartaal alleen', en: 'what was realised in this quarter alone' },
  find: (delivery) =>
    delivery.rows('municipalReport').flatMap((row): Found[] => {
      const { realised, budget } = sidesOf(row);
      if (!realised || !budget || !isAbove(realised.value, budget.value)) return [];
      return [{ cells: [realised, budget], words: { realised: named(realised), budget: named(budget) } }];
    }),
};

export const YEAR_ABOVE_BUDGET: CoherenceRule = {
  code: 'coherence.year-above-budget',
  severity: 'INFO',
  says: {
    nl: 'Met dit kwartaal erbij is dit jaar {total} uitgegeven: meer dan {budget}. U hoeft niets te doen; de JA ziet dit ook.',
    en: 'With this quarter {total} was spent this year: more than {budget}. You need not do anything; the JA sees this too.',
  },
  expected: null,
  yieldsTo: ['coherence.quarter-above-budget'],
  find: (delivery) =>
    delivery.rows('municipalReport').flatMap((row): Found[] => {
      const { realised, budget } = sidesOf(row);
      if (!realised || !budget) return [];
      const { periodStart } = delivery.form;
      const before = delivery.known.realised.filter(
        ({ careForm, quarter }) =>
          careForm === row.cell('careForm')?.kept &&
          quarter < periodStart &&
          yearOf(quarter) === yearOf(quarterOf(periodStart)),
      );
      const total = before.reduce((sum, { amount }) => plus(sum, fraction(amount)), realised.value);
      if (!isAbove(total, budget.value)) return [];
      return [{ cells: [realised, budget], words: { total: saidCents(wholeOf(total)), budget: named(budget) } }];
    }),
};

const sidesOf = (row: ListRow) => ({ realised: row.number('realised'), budget: row.number('budget') });
