import type { FigureSource, Unit } from '../../../src/domain/vocabulary';
import type { Books, Quarter } from '../books';
import {
  addDays,
  HISTORY,
  HISTORY_TO,
  lastDayOf,
  type QuarterNumber,
  quarterEnd,
  quarterOf,
  quarterStart,
  REGELING_FROM,
  SIMULATED_FROM,
  YEARS,
  yearOf,
  yearStart,
} from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import type { ProviderFile } from '../filing';
import type { Provider } from '../providers';
import type { World } from '../world';
import type { Table } from './line';

const COLUMNS = [
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

/** Delivered as year-to-date. The Regeling asks some of them as well, and then they come from there: asked once. */
const FLOWS: readonly (readonly [item: string, field: keyof Quarter, isInRegeling: boolean])[] = [
  ['net_result', 'netResult', false],
  ['operational_result', 'operationalResult', true],
  ['revenue', 'revenue', true],
  ['revenue_youth', 'revenueYouth', true],
  ['employed_staff_costs', 'employedStaff', true],
  ['hired_staff_costs', 'hiredStaff', true],
  ['other_costs', 'otherCosts', true],
];
const STOCKS: readonly (readonly [item: string, field: keyof Quarter, isInRegeling: boolean])[] = [
  ['equity', 'equity', false],
  ['balance_total', 'balanceTotal', false],
  ['current_assets', 'currentAssets', false],
  ['current_liabilities', 'currentLiabilities', false],
  ['cash', 'cash', true],
  ['overdue_creditors', 'overdueCreditors', false],
];

/** Writes the figures of one provider; knows the columns, so that the rest is about figures alone. */
class FigureLines {
  constructor(private readonly providerId: string) {}

  write(
    item: string,
    value: number,
    unit: Unit,
    [start, end, asOf]: Period,
    deliveryId: string | null,
    isCumulative = false,
    isCurrent = true,
    source: FigureSource = 'DELIVERY',
  ): string {
    return `${this.providerId}\t${deliveryId ?? '\\N'}\t${item}\t${start}\t${end}\t${asOf}\t${value}\t${unit}\t${
      isCumulative ? 't' : 'f'
    }\t${source}\t${isCurrent ? 't' : 'f'}\n`;
  }
}
type Period = readonly [start: string, end: string, asOf: string];

const quarterPeriod = (q: QuarterNumber): Period => [quarterStart(q), quarterEnd(q), lastDayOf(q)];
const toDatePeriod = (q: QuarterNumber): Period => [yearStart(yearOf(q)), quarterEnd(q), lastDayOf(q)];
const yearPeriod = (year: number): Period => [yearStart(year), yearStart(year + 1), addDays(yearStart(year + 1), -1)];
const at = (books: Books, quarter: QuarterNumber) => books.quarters[quarter - SIMULATED_FROM] as Quarter;

/** A flow from 1 January to the end of the quarter. */
function toDate(books: Books, quarter: QuarterNumber, field: keyof Quarter): number {
  let sum = 0;
  for (let q = quarterOf(yearOf(quarter), 1); q <= quarter; q++) sum += at(books, q)[field];
  return sum;
}

export function figureTable(world: World): Table {
  return {
    name: 'figure',
    ids: `${world.size}/figure-ids`,
    columns: COLUMNS,
    *rows() {
      for (const [provider, books] of world.books) {
        const file = world.filing.ofProvider.get(provider) as ProviderFile;
        const lines = new FigureLines(provider.id);
        const chance = new Chance(`${world.size}/figure-values/${provider.index}`);
        const nature = natureOf(provider, chance);
        yield* budgets(books, file, lines);
        yield* opening(books, file, lines);
        for (const quarter of HISTORY) {
          yield* quarterly(books, file, quarter, nature, lines, chance);
          yield* estimated(books, file, quarter, nature, lines);
        }
      }
    },
  };
}

/** What does not change from quarter to quarter in how a provider answers. */
function natureOf(provider: Provider, chance: Chance) {
  const form = formAt(provider.profile.forms[0] as number);
  return {
    form,
    hasBeds: provider.profile.forms.some((index) => formAt(index).hasBeds),
    separatesYouth: chance.yes(0.4),
    clientsPerEuro: 1 / chance.between(9_000, 26_000),
    waitingDays: chance.whole(30, 210),
    isFrank: chance.yes(0.75),
    isEstimated: chance.yes(0.5),
    nonBillable: chance.between(0.01, 0.05),
  };
}
type Nature = ReturnType<typeof natureOf>;

/** The begroting: before the year under the covenant, and since 2026 partly under the Regeling. */
function* budgets(books: Books, { covenantYear, regelingYear }: ProviderFile, lines: FigureLines): Iterable<string> {
  for (const year of YEARS) {
    const budget = books.budgets.get(year);
    if (!budget) continue;
    const [covenant, regeling] = [covenantYear.get(year), regelingYear.get(year)];
    const first = regeling ?? covenant;
    const period = yearPeriod(year);
    const asOf: Period = [period[0], period[1], yearStart(year)];
    const overhead = Math.round(budget.revenue * 0.19);
    if (first?.submittedAt) {
      yield lines.write('budget_revenue', budget.revenue, 'EUR_CENT', asOf, first.id);
      yield lines.write('budget_revenue_youth', budget.revenueYouth, 'EUR_CENT', asOf, first.id);
      yield lines.write('budget_result', budget.result, 'EUR_CENT', asOf, first.id);
    }
    if (regeling?.submittedAt) {
      const employed = budget.personnelCosts - budget.hiredStaff;
      const other = budget.revenue - budget.result - budget.personnelCosts;
      yield lines.write('budget_other_costs', other, 'EUR_CENT', asOf, regeling.id);
      yield lines.write('budget_employed_staff_costs', employed, 'EUR_CENT', asOf, regeling.id);
      yield lines.write('budget_hired_staff_costs', budget.hiredStaff, 'EUR_CENT', asOf, regeling.id);
    }
    if (covenant?.submittedAt) {
      const opening = at(books, quarterOf(year, 1));
      const solvency = ((opening.equity + budget.result) / opening.balanceTotal).toFixed(4);
      yield lines.write('budget_overhead_costs', overhead, 'EUR_CENT', asOf, covenant.id);
      yield lines.write('budget_care_costs', budget.revenue - budget.result - overhead, 'EUR_CENT', asOf, covenant.id);
      yield lines.write('budget_investments', budget.investments, 'EUR_CENT', asOf, covenant.id);
      yield lines.write('budget_solvency', Number(solvency), 'FRACTION', asOf, covenant.id);
    }
  }
}

/** The first delivery also tells the year to date of the quarter before, so that its own quarter can be told apart. */
function* opening(books: Books, { covenant }: ProviderFile, lines: FigureLines): Iterable<string> {
  const first = HISTORY[0] as QuarterNumber;
  const delivery = covenant.get(first);
  if (!delivery?.submittedAt) return;
  for (const [item, field] of FLOWS) {
    yield lines.write(item, toDate(books, first - 1, field), 'EUR_CENT', toDatePeriod(first - 1), delivery.id, true);
  }
}

function* quarterly(
  books: Books,
  file: ProviderFile,
  quarter: QuarterNumber,
  nature: Nature,
  lines: FigureLines,
  chance: Chance,
): Iterable<string> {
  const covenant = file.covenant.get(quarter);
  const regeling = file.regeling.get(quarter);
  const isBoth = quarter >= REGELING_FROM;
  const now = at(books, quarter);
  const period = quarterPeriod(quarter);
  const yearToDate = toDatePeriod(quarter);
  const clients = Math.round((now.revenueYouth / 100) * 4 * nature.clientsPerEuro);
  const flow = (share: number) => Math.round(clients * share * chance.between(0.85, 1.15));
  const [inflow, outflow] = [flow(0.2), flow(0.19)];
  const foresees = foreseesRisk(now, nature) ? 1 : 0;
  const waiting = nature.waitingDays + chance.whole(-12, 12);

  const versions = [covenant, file.replaced.get(quarter)];
  for (const [version, delivery] of versions.entries()) {
    if (!delivery?.submittedAt) continue;
    const isCurrent = version === 0;
    const id = delivery.id;
    // The version that was corrected later had the result wrong.
    const wrong = isCurrent ? 0 : Math.round(now.revenue * 0.013);
    for (const [item, field, isInRegeling] of FLOWS) {
      if (isBoth && isInRegeling) continue;
      const value = toDate(books, quarter, field) + (item === 'net_result' ? wrong : 0);
      yield lines.write(item, value, 'EUR_CENT', yearToDate, id, true, isCurrent);
    }
    if (nature.separatesYouth) {
      const share = toDate(books, quarter, 'revenueYouth') / toDate(books, quarter, 'revenue');
      const result = Math.round(toDate(books, quarter, 'operationalResult') * share * 0.9);
      yield lines.write('youth_result', result, 'EUR_CENT', yearToDate, id, true, isCurrent);
    }
    for (const [item, field, isInRegeling] of STOCKS) {
      if (isBoth && isInRegeling) continue;
      yield lines.write(item, now[field], 'EUR_CENT', period, id, false, isCurrent);
    }
    yield lines.write(
      'liquidity_forecast',
      now.cash + Math.round(now.netResult * 0.8),
      'EUR_CENT',
      period,
      id,
      false,
      isCurrent,
    );
    yield lines.write('open_invoices', Math.round(now.receivables * 0.22), 'EUR_CENT', period, id, false, isCurrent);
    yield lines.write('declared_production', now.declaredProduction, 'EUR_CENT', period, id, false, isCurrent);
    if (!isBoth) yield lines.write('outlook_risk', foresees, 'YES_NO', period, id, false, isCurrent);
    yield lines.write('inflow', inflow, 'COUNT', period, id, false, isCurrent);
    yield lines.write('throughflow', clients, 'COUNT', period, id, false, isCurrent);
    yield lines.write('outflow', outflow, 'COUNT', period, id, false, isCurrent);
    if (quarter % 4 === 3) yield* yearly(quarter, nature, id, isCurrent, lines, chance);
  }

  if (!regeling?.submittedAt) return;
  const id = regeling.id;
  for (const [item, field, isInRegeling] of FLOWS) {
    if (isInRegeling) yield lines.write(item, toDate(books, quarter, field), 'EUR_CENT', yearToDate, id, true);
  }
  yield lines.write('cash', now.cash, 'EUR_CENT', period, id);
  yield lines.write('working_capital', now.currentAssets - now.currentLiabilities, 'EUR_CENT', period, id);
  const lostHours = Math.round(toDate(books, quarter, 'revenueYouth') * nature.nonBillable);
  yield lines.write('non_billable_production', lostHours, 'EUR_CENT', yearToDate, id, true);
  yield lines.write('outlook_risk', foresees, 'YES_NO', period, id);
  yield lines.write('waiting_days', waiting, 'DAYS', period, id);
  yield lines.write('waiting_count', Math.round(clients * 0.07), 'COUNT', period, id);
}

function foreseesRisk(
  { equity, balanceTotal, overdueCreditors, cash, revenue }: Quarter,
  { isFrank }: Nature,
): boolean {
  return isFrank && (equity < balanceTotal * 0.1 || overdueCreditors > 0 || cash < revenue * 0.12);
}

/** Once a year, with the fourth quarter: how long treatment took, and how full the beds were. */
function* yearly(
  quarter: QuarterNumber,
  { form, hasBeds }: Nature,
  id: string,
  isCurrent: boolean,
  lines: FigureLines,
  chance: Chance,
): Iterable<string> {
  const period = yearPeriod(yearOf(quarter));
  const estimated = Math.round(form.meanTreatmentDays * chance.between(0.9, 1.05));
  const realised = Math.round(form.meanTreatmentDays * chance.between(0.92, 1.2));
  yield lines.write('treatment_days_realised', realised, 'DAYS', period, id, false, isCurrent);
  yield lines.write('treatment_days_estimated', estimated, 'DAYS', period, id, false, isCurrent);
  if (!hasBeds) return;
  const occupied = Number(chance.between(0.78, 0.97).toFixed(3));
  yield lines.write('bed_occupancy_realised', occupied, 'FRACTION', period, id, false, isCurrent);
  yield lines.write('bed_occupancy_budgeted', 0.92, 'FRACTION', period, id, false, isCurrent);
}

/**
 * What did not come from the provider itself: public annual accounts for a fourth quarter that was never delivered, and a
 * flagged roll-forward of the balance for some who deliver only what the Regeling asks (it does not ask for equity).
 */
function* estimated(
  books: Books,
  file: ProviderFile,
  quarter: QuarterNumber,
  nature: Nature,
  lines: FigureLines,
): Iterable<string> {
  const covenant = file.covenant.get(quarter);
  const now = at(books, quarter);
  const period = quarterPeriod(quarter);
  if (covenant && !covenant.submittedAt && quarter % 4 === 3 && quarter < HISTORY_TO - 4) {
    for (const [item, field] of [...FLOWS.filter(([name]) => name === 'net_result' || name === 'revenue')]) {
      yield lines.write(
        item,
        toDate(books, quarter, field),
        'EUR_CENT',
        toDatePeriod(quarter),
        null,
        true,
        true,
        'DIGIMV',
      );
    }
    yield lines.write('equity', now.equity, 'EUR_CENT', period, null, false, true, 'DIGIMV');
    yield lines.write('balance_total', now.balanceTotal, 'EUR_CENT', period, null, false, true, 'DIGIMV');
  }
  if (!covenant && nature.isEstimated && file.regeling.get(quarter)?.submittedAt) {
    const last = at(books, REGELING_FROM - 1);
    const equity = last.equity + toDate(books, quarter, 'operationalResult');
    yield lines.write('equity', equity, 'EUR_CENT', period, null, false, true, 'ESTIMATE');
    yield lines.write('balance_total', last.balanceTotal, 'EUR_CENT', period, null, false, true, 'ESTIMATE');
  }
}
