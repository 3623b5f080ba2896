/** A profit above revenue cannot be; a loss that large is a disaster that can, so it is asked. */
import { isAbove, sizeOfRatio } from './compare';
import { type CoherenceRule, named } from './rule';

const PAIRS = [
  ['net_result', 'revenue'],
  ['operational_result', 'revenue'],
  ['youth_result', 'revenue_youth'],
  ['budget_result', 'budget_revenue'],
] as const;

export const RESULT_AND_REVENUE: CoherenceRule = {
  code: 'coherence.result-above-revenue',
  severity: 'ERROR',
  says: {
    nl: '{result} is groter dan {revenue}. Controleer beide waarden en de eenheid: hele euro’s.',
    en: '{result} is larger than {revenue}. Check both values and the unit: whole euros.',
  },
  expected: null,
  find: (delivery) =>
    PAIRS.flatMap(([resultName, revenueName]) => {
      const [result, revenue] = [delivery.number(resultName), delivery.number(revenueName)];
      if (!result || !revenue || revenue.value.numerator < 0n) return [];
      if (!isAbove(sizeOfRatio(result.value), revenue.value)) return [];
      const severity = result.value.numerator < 0n ? 'QUESTION' : 'ERROR';
      return [{ cells: [result, revenue], severity, words: { result: named(result), revenue: named(revenue) } }];
    }),
};
