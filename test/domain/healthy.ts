import { type QuarterFigures, quarterFigures } from '../../src/domain/figures';
import { quartersBetween } from '../../src/domain/period';

export const FIRST = '2022-10-01';
export const NOW = '2026-07-01';
export const QUARTERS = quartersBetween(FIRST, NOW);

type Known = Partial<Omit<QuarterFigures, 'quarter'>>;

/** A quarter in which nothing is the matter: solvency 30 %, margin 2 %, current ratio 1.5, 61 days of cash. */
export const HEALTHY: Known = {
  revenue: 1_000_000_00n,
  revenueYouth: 900_000_00n,
  employedStaffCosts: 600_000_00n,
  hiredStaffCosts: 100_000_00n,
  otherCosts: 200_000_00n,
  netResult: 20_000_00n,
  equity: 300_000_00n,
  balanceTotal: 1_000_000_00n,
  currentAssets: 600_000_00n,
  currentLiabilities: 400_000_00n,
  cash: 600_000_00n,
  overdueCreditors: 0n,
  openInvoices: 100_000_00n,
  nonBillableProduction: 9_000_00n,
  declaredProduction: 890_000_00n,
  budgetRevenueYouth: 3_600_000_00n,
  foreseesRisk: false,
};

/**
 * Sixteen quarters of a healthy provider, up to and including 2026Q3, with what is given for the last quarters instead:
 * the last of the list is for 2026Q3, the one before it for 2026Q2, and so on.
 */
export function healthyBut(...last: Known[]): QuarterFigures[] {
  return QUARTERS.map((quarter, at) => {
    const change = last[at - (QUARTERS.length - last.length)];
    return quarterFigures(quarter, { ...HEALTHY, ...change });
  });
}

/** The same in so many quarters in a row. */
export function times(count: number, known: Known): Known[] {
  return Array.from({ length: count }, () => known);
}
