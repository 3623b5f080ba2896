/**
 * A budget adds up: the result is revenue less costs, where all of them are given. A question and no error, because interest,
 * depreciation and extraordinary items may stand between them; the margin is 1 % of revenue.
 */
import { fraction } from '../../ratio';
import { differs, minus, times } from './compare';
import { type CoherenceRule, named, saidCents, wholeOf } from './rule';

/** Bijlage 4 A1, and Regeling Jeugdwet 8g a1-a5. */
const BUDGETS: readonly (readonly string[])[] = [
  ['budget_overhead_costs', 'budget_care_costs'],
  ['budget_other_costs', 'budget_employed_staff_costs', 'budget_hired_staff_costs'],
];
const MARGIN = fraction(1n, 100n);

export const BUDGET_ADDS_UP: CoherenceRule = {
  code: 'coherence.budget-adds-up',
  severity: 'QUESTION',
  says: {
    nl: '{result} is niet gelijk aan de begrote inkomsten min de begrote kosten: dat is {reckoned}. Pas een waarde aan, of leg uit welke posten ertussen zitten.',
    en: '{result} is not the budgeted revenue less the budgeted costs: that is {reckoned}. Change a value, or explain which items lie between.',
  },
  expected: { nl: 'ongeveer {reckoned}', en: 'about {reckoned}' },
  find: (delivery) => {
    const [revenue, result] = [delivery.number('budget_revenue'), delivery.number('budget_result')];
    if (!revenue || !result) return [];
    return BUDGETS.flatMap((names) => {
      const costs = names.flatMap((name) => delivery.number(name) ?? []);
      if (costs.length < names.length) return [];
      const reckoned = costs.reduce((left, { value }) => minus(left, value), revenue.value);
      const margin = times(revenue.value, MARGIN);
      if (!differs(result.value, reckoned, fraction(0n), margin)) return [];
      return [
        {
          cells: [result, revenue, ...costs],
          words: { result: named(result), reckoned: saidCents(wholeOf(reckoned)) },
        },
      ];
    });
  },
};
