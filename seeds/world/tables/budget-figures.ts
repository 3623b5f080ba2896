import type { Books, Budget } from '../books';
import { quarterOf } from '../calendar';
import type { ProviderFile } from '../filing';
import { at, delivered, type Fact, figureLines, type Period, plannedPeriod } from './figure-lines';

const OVERHEAD = 0.19;

/** The begroting of every year: of the covenant, and since 2026 partly of the Regeling. What both ask is asked once. */
export function* budgetLines(
  providerId: string,
  books: Books,
  { covenantYear, regelingYear }: ProviderFile,
): Iterable<string> {
  for (const [year, budget] of books.budgets) {
    const [covenant, regeling] = [covenantYear.get(year), regelingYear.get(year)];
    const period = plannedPeriod(year);
    const first = regeling ?? covenant;
    if (first?.submittedAt) yield* figureLines(providerId, delivered(first.id), askedByBoth(budget, period));
    if (regeling?.submittedAt) yield* figureLines(providerId, delivered(regeling.id), askedByRegeling(budget, period));
    if (covenant?.submittedAt) {
      const opening = at(books, quarterOf(year, 1));
      const solvency = (opening.equity + budget.result) / opening.balanceTotal;
      yield* figureLines(providerId, delivered(covenant.id), askedByCovenant(budget, solvency, period));
    }
  }
}

const askedByBoth = ({ revenue, revenueYouth, result }: Budget, period: Period): Fact[] => [
  ['budget_revenue', revenue, 'EUR_CENT', period],
  ['budget_revenue_youth', revenueYouth, 'EUR_CENT', period],
  ['budget_result', result, 'EUR_CENT', period],
];

const askedByRegeling = ({ revenue, result, personnelCosts, hiredStaff }: Budget, period: Period): Fact[] => [
  ['budget_other_costs', revenue - result - personnelCosts, 'EUR_CENT', period],
  ['budget_employed_staff_costs', personnelCosts - hiredStaff, 'EUR_CENT', period],
  ['budget_hired_staff_costs', hiredStaff, 'EUR_CENT', period],
];

function askedByCovenant({ revenue, result, investments }: Budget, solvency: number, period: Period): Fact[] {
  const overhead = Math.round(revenue * OVERHEAD);
  return [
    ['budget_overhead_costs', overhead, 'EUR_CENT', period],
    ['budget_care_costs', revenue - result - overhead, 'EUR_CENT', period],
    ['budget_investments', investments, 'EUR_CENT', period],
    ['budget_solvency', Number(solvency.toFixed(4)), 'FRACTION', period],
  ];
}
