/** Mismatches 1 and 2: a provider's budget beside its production and beside its contracts. */
import { expectedToDate, yearShare } from '../../../domain/mismatch/expected-share';
import { addsOf, alone, type Laid, lastYear, type Moment, total, WHOLE_YEAR, yearSoFar } from './laid';

export function budgets(moment: Moment): Laid[] {
  const { known, at, quarter, spread } = moment;
  const budget = known.facts.quarters[at]?.budgetRevenueYouth ?? null;
  return [besideProduction(moment, budget, quarter), besideContracts(moment, budget, spread.reported)];
}

function besideProduction(moment: Moment, budget: bigint | null, quarter: string): Laid {
  const { spread } = moment;
  const { share, way } = yearShare(quarter, lastYear(moment, 'declaredProduction'));
  const [expected, actual] = [expectedToDate(budget, share), total(yearSoFar(moment, 'declaredProduction'))];
  const sides = alone(expected, actual);
  const adds = addsOf(sides, spread, spread.over(expected), spread.over(actual));
  return { kind: 'BUDGET_VS_DECLARED', sides, share, way, adds };
}

function besideContracts({ spread }: Moment, budget: bigint | null, reported: Moment['spread']['reported']): Laid {
  const sides = alone(budget, reported && total([...reported.values()]));
  const adds = addsOf(sides, spread, spread.over(budget), reported);
  return { kind: 'BUDGET_VS_CONTRACTS', sides, share: WHOLE_YEAR, way: null, adds };
}
