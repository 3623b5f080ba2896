import type { Books, Quarter } from '../books';
import { HISTORY, HISTORY_FROM, placeInYear, type QuarterNumber, quarterEnd, REGELING_FROM, yearOf } from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import type { ProviderFile } from '../filing';
import { type Oddity, withSlip } from '../oddities';
import { endOf, type Provider } from '../providers';
import type { World } from '../world';
import { accountLines } from './annual-accounts';
import { budgetLines } from './budget-figures';
import {
  at,
  delivered,
  type Fact,
  FIGURE_COLUMNS,
  FLOWS,
  figureLines,
  quarterPeriod,
  STOCKS,
  toDate,
  toDatePeriod,
  yearPeriod,
} from './figure-lines';
import type { Table } from './line';

export function figureTable(world: World): Table {
  return {
    name: 'figure',
    ids: `${world.size}/figure-ids`,
    columns: FIGURE_COLUMNS,
    *rows() {
      for (const [provider, books] of world.books) {
        const file = world.filing.ofProvider.get(provider) as ProviderFile;
        const chance = new Chance(`${world.size}/figure-values/${provider.index}`);
        const nature = natureOf(provider, chance);
        yield* budgetLines(provider.id, books, file);
        for (const quarter of HISTORY) {
          const oddity = world.oddities.get(provider);
          if (quarterEnd(quarter) > endOf(provider)) break;
          yield* quarterLines(provider.id, tell(books, quarter, nature, chance), file, oddity);
          yield* accountLines(provider.id, books, file, quarter);
        }
      }
    },
  };
}

/** What does not change from quarter to quarter in how a provider answers. */
function natureOf({ profile }: Provider, chance: Chance) {
  const form = formAt(profile.forms[0] as number);
  return {
    form,
    hasBeds: profile.forms.some((index) => formAt(index).hasBeds),
    separatesYouth: chance.yes(0.4),
    clientsPerEuro: 1 / chance.between(9_000, 26_000),
    waitingDays: chance.whole(30, 210),
    isFrank: chance.yes(0.75),
    nonBillable: chance.between(0.01, 0.05),
  };
}
type Nature = ReturnType<typeof natureOf>;

/** What a provider has to tell about a quarter, whoever asks. */
function tell(books: Books, quarter: QuarterNumber, nature: Nature, chance: Chance) {
  const now = at(books, quarter);
  const clients = Math.round((now.revenueYouth / 100) * 4 * nature.clientsPerEuro);
  const flow = (share: number) => Math.round(clients * share * chance.between(0.85, 1.15));
  return {
    books,
    quarter,
    nature,
    now,
    clients,
    inflow: flow(0.2),
    outflow: flow(0.19),
    foreseesRisk: nature.isFrank && isInTrouble(now) ? 1 : 0,
    waitingDays: nature.waitingDays + chance.whole(-12, 12),
    daysEstimated: Math.round(nature.form.meanTreatmentDays * chance.between(0.9, 1.05)),
    daysRealised: Math.round(nature.form.meanTreatmentDays * chance.between(0.92, 1.2)),
    occupancy: Number(chance.between(0.78, 0.97).toFixed(3)),
  };
}
type Told = ReturnType<typeof tell>;

const isInTrouble = ({ equity, balanceTotal, overdueCreditors, cash, revenue }: Quarter) =>
  equity < balanceTotal * 0.1 || overdueCreditors > 0 || cash < revenue * 0.12;

function* quarterLines(
  providerId: string,
  told: Told,
  { covenant, regeling, replaced }: ProviderFile,
  oddity: Oddity | undefined,
): Iterable<string> {
  const { quarter } = told;
  const [asked, wrong, law] = [covenant.get(quarter), replaced.get(quarter), regeling.get(quarter)];
  const { held, replaced: before } = versionsOf(oddity, quarter);
  if (asked?.submittedAt) yield* figureLines(providerId, delivered(asked.id), held(covenantFacts(told)));
  if (wrong?.submittedAt) yield* figureLines(providerId, delivered(wrong.id, false), before(covenantFacts(told)));
  if (law?.submittedAt) yield* figureLines(providerId, delivered(law.id), held(regelingFacts(told)));
}

type Telling = (facts: readonly Fact[]) => readonly Fact[];
const asItIs: Telling = (facts) => facts;

/** In a version that was corrected later, the result was wrong. */
const mistaken: Telling = (facts) =>
  facts.map(([item, value, unit, period]) => [
    item,
    item === 'net_result' ? Math.round(value * 1.3) + 1 : value,
    unit,
    period,
  ]);

/** How a quarter is told in the version that holds, and in the one before it. */
function versionsOf(oddity: Oddity | undefined, quarter: QuarterNumber): { held: Telling; replaced: Telling } {
  if (oddity?.quarter !== quarter) return { held: asItIs, replaced: mistaken };
  const slipped: Telling = (facts) => withSlip(oddity, facts);
  return { held: oddity.isCorrected ? asItIs : slipped, replaced: slipped };
}

/** Covenant Bijlage 4, providers 2, 3, 4, 6 and 8; since 2026 without what the Regeling asks as well. */
function covenantFacts(told: Told): Fact[] {
  const { books, quarter, nature, now } = told;
  const isAskedHere = ([, , isInRegeling]: (typeof FLOWS)[number]) => quarter < REGELING_FROM || !isInRegeling;
  const period = quarterPeriod(quarter);
  const facts: Fact[] = [
    ...(quarter === HISTORY_FROM ? opening(books, quarter - 1) : []),
    ...FLOWS.filter(isAskedHere).map(
      ([item, field]): Fact => [item, toDate(books, quarter, field), 'EUR_CENT', toDatePeriod(quarter)],
    ),
    ...STOCKS.filter(isAskedHere).map(([item, field]): Fact => [item, now[field], 'EUR_CENT', period]),
    ['liquidity_forecast', now.cash + Math.round(now.netResult * 0.8), 'EUR_CENT', period],
    ['declared_production', now.declaredProduction, 'EUR_CENT', period],
    ['open_invoices', Math.round(now.receivables * 0.22), 'EUR_CENT', period],
    ['inflow', told.inflow, 'COUNT', period],
    ['throughflow', told.clients, 'COUNT', period],
    ['outflow', told.outflow, 'COUNT', period],
  ];
  if (nature.separatesYouth)
    facts.push(['youth_result', youthResult(books, quarter), 'EUR_CENT', toDatePeriod(quarter)]);
  if (quarter < REGELING_FROM) facts.push(['outlook_risk', told.foreseesRisk, 'YES_NO', period]);
  if (placeInYear(quarter) === 3) facts.push(...yearly(told));
  return facts;
}

/** The first delivery also tells the year to date of the quarter before, so that its own quarter can be told apart. */
const opening = (books: Books, quarter: QuarterNumber): Fact[] =>
  FLOWS.map(([item, field]) => [item, toDate(books, quarter, field), 'EUR_CENT', toDatePeriod(quarter)]);

function youthResult(books: Books, quarter: QuarterNumber): number {
  const share = toDate(books, quarter, 'revenueYouth') / toDate(books, quarter, 'revenue');
  return Math.round(toDate(books, quarter, 'operationalResult') * share * 0.9);
}

/** Once a year, with the fourth quarter: how long treatment took, and how full the beds were. */
function yearly({ quarter, nature, daysRealised, daysEstimated, occupancy }: Told): Fact[] {
  const period = yearPeriod(yearOf(quarter));
  const facts: Fact[] = [
    ['treatment_days_realised', daysRealised, 'DAYS', period],
    ['treatment_days_estimated', daysEstimated, 'DAYS', period],
  ];
  if (!nature.hasBeds) return facts;
  return [
    ...facts,
    ['bed_occupancy_realised', occupancy, 'FRACTION', period],
    ['bed_occupancy_budgeted', 0.92, 'FRACTION', period],
  ];
}

/** Regeling Jeugdwet 8g, second paragraph under b. */
function regelingFacts({ books, quarter, nature, now, clients, foreseesRisk, waitingDays }: Told): Fact[] {
  const period = quarterPeriod(quarter);
  const lost = Math.round(toDate(books, quarter, 'revenueYouth') * nature.nonBillable);
  const asked = FLOWS.filter(([, , isInRegeling]) => isInRegeling);
  return [
    ...asked.map(([item, field]): Fact => [item, toDate(books, quarter, field), 'EUR_CENT', toDatePeriod(quarter)]),
    ['cash', now.cash, 'EUR_CENT', period],
    ['working_capital', now.currentAssets - now.currentLiabilities, 'EUR_CENT', period],
    ['non_billable_production', lost, 'EUR_CENT', toDatePeriod(quarter)],
    ['outlook_risk', foreseesRisk, 'YES_NO', period],
    ['waiting_days', waitingDays, 'DAYS', period],
    ['waiting_count', Math.round(clients * 0.07), 'COUNT', period],
  ];
}
