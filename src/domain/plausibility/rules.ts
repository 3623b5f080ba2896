/**
 * The rules of plausibility as data. Each says what cannot be, or hardly, and whether the figure then still counts. All are
 * our own defaults: neither covenant nor Regeling gives them.
 */
import type { FigureName } from '../figures';
import { TO_DATE_FIGURES } from '../uitvraag/items';
import type { Severity } from '../vocabulary';

/**
 * What an amount below zero means. Results and equity may be negative. Cash below zero is an overdraft that was not booked
 * as a debt: it is possible and it is bad news, so it counts. Costs that fell below zero would make cash last longer, and
 * overdue creditors below zero would read as "no arrears".
 */
export const BELOW_ZERO = {
  revenue: 'DO_NOT_COUNT',
  revenueYouth: 'DO_NOT_COUNT',
  employedStaffCosts: 'DO_NOT_COUNT',
  hiredStaffCosts: 'DO_NOT_COUNT',
  otherCosts: 'DO_NOT_COUNT',
  nonBillableProduction: 'DO_NOT_COUNT',
  balanceTotal: 'DO_NOT_COUNT',
  currentAssets: 'DO_NOT_COUNT',
  currentLiabilities: 'DO_NOT_COUNT',
  overdueCreditors: 'DO_NOT_COUNT',
  openInvoices: 'DO_NOT_COUNT',
  declaredProduction: 'DO_NOT_COUNT',
  budgetRevenueYouth: 'DO_NOT_COUNT',
  cash: 'FLAG',
} as const satisfies Readonly<Partial<Record<FigureName, Severity>>>;

/**
 * Delivered as year-to-date: below zero in a later quarter means that the year to date fell; and a difference with a year
 * to date that cannot be right is not known either, so the next quarter of that year does not count.
 */
export const CUMULATIVE: ReadonlySet<FigureName> = new Set(TO_DATE_FIGURES);

/** A part is at most the whole. Neither counts when it is not, for it is not known which of the two is wrong. */
export const PARTS: readonly (readonly [part: FigureName, whole: FigureName])[] = [
  ['equity', 'balanceTotal'],
  ['currentAssets', 'balanceTotal'],
  ['cash', 'currentAssets'],
  ['revenueYouth', 'revenue'],
];

/** What a jump upwards and downwards against the provider's own past means. */
export interface JumpRule {
  readonly high: Severity;
  readonly low: Severity;
}

const EITHER_WAY: JumpRule = { high: 'DO_NOT_COUNT', low: 'DO_NOT_COUNT' };
/** May run dry or stop within a quarter, and that is what is looked for; it does not become a hundredfold. */
const MAY_RUN_DRY: JumpRule = { high: 'DO_NOT_COUNT', low: 'FLAG' };

/**
 * Results and arrears are absent: they go about zero, and a hundredfold of little is no sign. Costs of staff and other
 * costs that fall to a hundredth would make cash last longer, and debts likewise the current ratio.
 */
export const JUMPS = {
  revenue: EITHER_WAY,
  employedStaffCosts: EITHER_WAY,
  otherCosts: EITHER_WAY,
  balanceTotal: EITHER_WAY,
  currentLiabilities: EITHER_WAY,
  budgetRevenueYouth: EITHER_WAY,
  revenueYouth: MAY_RUN_DRY,
  declaredProduction: MAY_RUN_DRY,
  hiredStaffCosts: MAY_RUN_DRY,
  equity: MAY_RUN_DRY,
  currentAssets: MAY_RUN_DRY,
  cash: MAY_RUN_DRY,
} as const satisfies Readonly<Partial<Record<FigureName, JumpRule>>>;

/**
 * A factor is taken for the nearest power of ten: from about 10^1.5 it is 100 (cents for euros), from about 10^2.5 it is
 * 1,000 (thousands for euros) or more. Compared with the median size of the provider's last known quarters.
 */
export const JUMP_FROM = { FACTOR_100: 30n, FACTOR_1000: 300n } as const;
export const JUMP_PAST = {
  /** Quarters to look back: a new level is the usual one after more than half of them. */
  quartersMax: 8,
  /** With fewer known quarters nothing is usual. */
  quartersMin: 4,
  /** A median below this, in cents, is too small to tell a jump from growth: EUR 10,000. */
  medianMin: 1_000_000n,
} as const;
