/** Which item of an uitvraag each figure of a quarter is made from, and in which form the rules expect it. */
import { FIGURE_NAMES, FIGURES, type FigureName } from '../figures';
import type { Said } from '../language';
import type { Frequency, Unit } from '../vocabulary';

/** How an item is delivered: year-to-date, at the end of the quarter or over it alone, or for a whole year. */
export type Delivered = 'TO_DATE' | 'QUARTER' | 'YEAR';

/** The figure item that each amount of a quarter is made from. */
export const FIGURE_ITEMS = {
  revenue: ['revenue', 'TO_DATE'],
  revenueYouth: ['revenue_youth', 'TO_DATE'],
  employedStaffCosts: ['employed_staff_costs', 'TO_DATE'],
  hiredStaffCosts: ['hired_staff_costs', 'TO_DATE'],
  otherCosts: ['other_costs', 'TO_DATE'],
  netResult: ['net_result', 'TO_DATE'],
  yearToDateResult: ['net_result', 'QUARTER'],
  equity: ['equity', 'QUARTER'],
  balanceTotal: ['balance_total', 'QUARTER'],
  currentAssets: ['current_assets', 'QUARTER'],
  currentLiabilities: ['current_liabilities', 'QUARTER'],
  cash: ['cash', 'QUARTER'],
  overdueCreditors: ['overdue_creditors', 'QUARTER'],
  openInvoices: ['open_invoices', 'QUARTER'],
  nonBillableProduction: ['non_billable_production', 'TO_DATE'],
  declaredProduction: ['declared_production', 'QUARTER'],
  budgetRevenueYouth: ['budget_revenue_youth', 'YEAR'],
} as const satisfies Readonly<Record<FigureName, readonly [item: string, delivered: Delivered]>>;

/** The figures that are told apart from a year to date. */
export const TO_DATE_FIGURES: readonly FigureName[] = FIGURE_NAMES.filter(
  (name) => FIGURE_ITEMS[name][1] === 'TO_DATE',
);

/** The provider's own answer whether it foresees a risk (8g b15; Bijlage 4, providers 4). */
export const OUTLOOK_ITEM = 'outlook_risk';

/** The operating result (8g b4): no figure of a quarter, and what equity is estimated from where no net result is asked. */
export const OPERATIONAL_RESULT_ITEM = 'operational_result';

/** What the rules are made from: an amount of the quarter, or the provider's own answer. */
export type Needed = FigureName | 'foreseesRisk';

/** An item as the rules expect it. In another form it cannot be read. */
export interface ExpectedItem extends Said {
  readonly item: string;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly isCumulative: boolean;
}

const OUTLOOK: ExpectedItem = {
  item: OUTLOOK_ITEM,
  en: 'own expectation of a risk',
  nl: 'eigen inschatting van risico’s',
  unit: 'YES_NO',
  frequency: 'QUARTER',
  isCumulative: false,
};

const TO_DATE_ITEMS: ReadonlySet<string> = new Set(TO_DATE_FIGURES.map((name) => FIGURE_ITEMS[name][0]));

/** The item that is needed for a figure. Two figures of one item need the same form: net_result is year-to-date. */
export function itemFor(needed: Needed): ExpectedItem {
  if (needed === 'foreseesRisk') return OUTLOOK;
  const [item, delivered] = FIGURE_ITEMS[needed];
  const isCumulative = TO_DATE_ITEMS.has(item);
  // net_result becomes two figures, and is asked as the last of them: that of the year to date.
  const { en, nl } = FIGURES[FIGURE_NAMES.findLast((name) => FIGURE_ITEMS[name][0] === item) ?? needed];
  return { item, en, nl, unit: 'EUR_CENT', frequency: delivered === 'YEAR' ? 'YEAR' : 'QUARTER', isCumulative };
}
