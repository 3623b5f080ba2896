/** Every indicator of the risk model: what it is made of, and its formula. */
import * as dealings from './5-dealings';
import * as made from './5-inputs';
import { daysIn, type Known, over, sum, times, total } from './calculator';
import type { Dossier } from './providers';

/** A number by its name, the days of the quarter, and all numbers with their names. */
interface Numbers {
  readonly of: (name: string) => Known;
  readonly days: number;
  readonly all: readonly made.Input[];
}
type Formula = (numbers: Numbers) => Known;

const COSTS = ['employedStaffCosts', 'hiredStaffCosts', 'otherCosts'];
const STAFF = ['employedStaffCosts', 'hiredStaffCosts'];
const added = ({ of }: Numbers, names: readonly string[]): Known => sum(names.map(of));
const part =
  (one: string, whole: string): Formula =>
  ({ of }) =>
    over(of(one), of(whole));
const asTold =
  (name: string): Formula =>
  ({ of }) =>
    of(name);
/** All numbers but the last kind of them: those that are meant, beside all there are. */
const meant = ({ all }: Numbers, whole: string): number =>
  total(all.flatMap(({ name, value }) => (name === whole ? [] : Number(value))));
const shareOf =
  (whole: string): Formula =>
  (numbers) =>
    over(meant(numbers, whole), numbers.of(whole));
const number =
  (whole: string): Formula =>
  (numbers) =>
    meant(numbers, whole);

/** What each is made of, and how. */
export const INDICATORS: Readonly<Record<string, readonly [made.Inputs, Formula]>> = {
  solvency: [made.amounts('equity', 'balanceTotal'), part('equity', 'balanceTotal')],
  equityToRevenue: [made.amounts('equity', 'revenue'), ({ of }) => over(of('equity'), times(of('revenue'), 4))],
  profitability: [made.amounts('netResult', 'revenue'), part('netResult', 'revenue')],
  currentRatio: [made.amounts('currentAssets', 'currentLiabilities'), part('currentAssets', 'currentLiabilities')],
  daysCash: [made.amounts('cash', ...COSTS), (of) => over(times(of.of('cash'), of.days), added(of, COSTS))],
  liquidityForecast: [
    (dossier, quarter) => [
      ...(made.counts('liquidityForecast')(dossier, quarter) ?? []),
      ...(made.amounts(...COSTS)(dossier, quarter) ?? []),
    ],
    (of) => over(times(of.of('liquidityForecast'), of.days), added(of, COSTS)),
  ],
  pnilRatio: [made.amounts(...STAFF), (of) => over(of.of('hiredStaffCosts'), added(of, STAFF))],
  personnelRatio: [made.amounts(...STAFF, 'revenue'), (of) => over(added(of, STAFF), of.of('revenue'))],
  sickness: [made.ofHalf('sickness'), asTold('sickness')],
  staffInflow: [made.ofHalf('staffInflow', 'occupancyTotal'), part('staffInflow', 'occupancyTotal')],
  staffOutflow: [made.ofHalf('staffOutflow', 'occupancyTotal'), part('staffOutflow', 'occupancyTotal')],
  vacancies: [made.ofHalf('vacancies', 'formationTotal'), part('vacancies', 'formationTotal')],
  occupancyPrimary: [made.ofHalf('occupancyPrimary', 'formationPrimary'), part('occupancyPrimary', 'formationPrimary')],
  occupancyTotal: [made.ofHalf('occupancyTotal', 'formationTotal'), part('occupancyTotal', 'formationTotal')],
  openInvoices: [made.amounts('openInvoices', 'declaredProduction'), part('openInvoices', 'declaredProduction')],
  nonBillableShare: [
    made.amounts('nonBillableProduction', 'revenueYouth'),
    (of) => over(of.of('nonBillableProduction'), added(of, ['revenueYouth', 'nonBillableProduction'])),
  ],
  largestClient: [dealings.largestClient, shareOf('declarations')],
  herfindahl: [
    dealings.perClient,
    ({ all }) => {
      const declared = all.map(({ value }) => Number(value));
      return over(total(declared.map((amount) => (amount / total(declared)) ** 2)), 1);
    },
  ],
  contractsExpiring: [dealings.endingContracts, shareOf('contractValue')],
  contractsShort: [dealings.shortContracts, shareOf('contractValue')],
  careInflow: [made.counts('inflow'), asTold('inflow')],
  careThroughflow: [made.counts('throughflow'), asTold('throughflow')],
  careOutflow: [made.counts('outflow'), asTold('outflow')],
  treatmentDuration: [
    made.ofYear('treatmentDaysRealised', 'treatmentDaysEstimated'),
    part('treatmentDaysRealised', 'treatmentDaysEstimated'),
  ],
  bedOccupancy: [
    made.ofYear('bedOccupancyRealised', 'bedOccupancyBudgeted'),
    part('bedOccupancyRealised', 'bedOccupancyBudgeted'),
  ],
  waitingTime: [made.counts('waitingDays'), asTold('waitingDays')],
  deliveriesLate: [dealings.deliveries(dealings.isLate), shareOf('deliveries')],
  deliveriesMissing: [dealings.deliveries(dealings.isMissing), number('deliveries')],
  deliveriesCorrected: [dealings.deliveries(dealings.isCorrected), number('deliveries')],
};

export interface Worked {
  readonly inputs: readonly made.Input[];
  /** Not rounded. */
  readonly value: Known;
}

/** An indicator at the end of a quarter, also of one that the API does not list. */
export function work(code: string, dossier: Dossier, quarter: string): Worked {
  const [inputsOf, formula] = INDICATORS[code] as readonly [made.Inputs, Formula];
  const all = inputsOf(dossier, quarter) ?? [];
  const inputs = all.filter(({ value }) => value !== null);
  const of = (name: string) => all.find((one) => one.name === name)?.value ?? null;
  return { inputs, value: all.length === 0 ? null : formula({ of, all, days: daysIn(quarter) }) };
}
