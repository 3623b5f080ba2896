import type { FigureSource, Unit } from '../../../src/domain/vocabulary';
import type { Books, Quarter } from '../books';
import {
  addDays,
  lastDayOf,
  type QuarterNumber,
  quarterEnd,
  quarterOf,
  quarterStart,
  SIMULATED_FROM,
  yearOf,
  yearStart,
} from '../calendar';

export const FIGURE_COLUMNS = [
  'provider_id',
  'delivery_id',
  'item',
  'period_start',
  'period_end',
  'as_of',
  'value',
  'unit',
  'is_cumulative',
  'source',
  'is_current',
];

/** What a figure is about: a half-open period, the day of measurement, and whether it is year-to-date. */
export interface Period {
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
  readonly isCumulative: boolean;
}

export const quarterPeriod = (q: QuarterNumber): Period => ({
  start: quarterStart(q),
  end: quarterEnd(q),
  asOf: lastDayOf(q),
  isCumulative: false,
});
export const toDatePeriod = (q: QuarterNumber): Period => ({
  ...quarterPeriod(q),
  start: yearStart(yearOf(q)),
  isCumulative: true,
});
/** A whole year, as it turned out. */
export const yearPeriod = (year: number): Period => ({
  start: yearStart(year),
  end: yearStart(year + 1),
  asOf: addDays(yearStart(year + 1), -1),
  isCumulative: false,
});
/** A whole year, as it was planned. */
export const plannedPeriod = (year: number): Period => ({ ...yearPeriod(year), asOf: yearStart(year) });

/** One value of one item. */
export type Fact = readonly [item: string, value: number, unit: Unit, period: Period];

/** Where facts come from: a delivery that still holds, one that was corrected later, or someone else. */
export interface Origin {
  readonly deliveryId: string | null;
  readonly source: FigureSource;
  readonly isCurrent: boolean;
}
export const delivered = (deliveryId: string, isCurrent = true): Origin => ({
  deliveryId,
  source: 'DELIVERY',
  isCurrent,
});
export const from = (source: FigureSource): Origin => ({ deliveryId: null, source, isCurrent: true });

/** The rows of facts; nothing in them is special to COPY. */
export function* figureLines(
  providerId: string,
  { deliveryId, source, isCurrent }: Origin,
  facts: Iterable<Fact>,
): Iterable<string> {
  const delivery = deliveryId ?? '\\N';
  const end = `${source}\t${isCurrent ? 't' : 'f'}\n`;
  for (const [item, value, unit, { start, end: until, asOf, isCumulative }] of facts) {
    yield `${providerId}\t${delivery}\t${item}\t${start}\t${until}\t${asOf}\t${value}\t${unit}\t${isCumulative ? 't' : 'f'}\t${end}`;
  }
}

/** What a column of the books is called as a figure, and whether the Regeling asks for it as well: then it is asked once. */
export type Item = readonly [item: string, field: keyof Quarter, isInRegeling: boolean];

/** Delivered as year-to-date. */
export const FLOWS: readonly Item[] = [
  ['net_result', 'netResult', false],
  ['operational_result', 'operationalResult', true],
  ['revenue', 'revenue', true],
  ['revenue_youth', 'revenueYouth', true],
  ['employed_staff_costs', 'employedStaff', true],
  ['hired_staff_costs', 'hiredStaff', true],
  ['other_costs', 'otherCosts', true],
];
/** Delivered as they stand at the end of the quarter. */
export const STOCKS: readonly Item[] = [
  ['equity', 'equity', false],
  ['balance_total', 'balanceTotal', false],
  ['current_assets', 'currentAssets', false],
  ['current_liabilities', 'currentLiabilities', false],
  ['cash', 'cash', true],
  ['overdue_creditors', 'overdueCreditors', false],
];

export const at = (books: Books, quarter: QuarterNumber) => books.quarters[quarter - SIMULATED_FROM] as Quarter;

/** A flow from 1 January to the end of the quarter. */
export function toDate(books: Books, quarter: QuarterNumber, field: keyof Quarter): number {
  let sum = 0;
  for (let q = quarterOf(yearOf(quarter), 1); q <= quarter; q++) sum += at(books, q)[field];
  return sum;
}
