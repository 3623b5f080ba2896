import {
  type ClientRevenue,
  type ContractFact,
  type DeliveryFact,
  NO_FACTS,
  type PersonnelHalf,
  type ProviderFacts,
  type QuarterCounts,
  type YearCounts,
} from '../../../src/domain/facts';
import type { QuarterFigures } from '../../../src/domain/figures';
import { type IndicatorCode, indicatorsOf, type JudgedIndicator } from '../../../src/domain/indicators';
import { addQuarters, quarterEnd } from '../../../src/domain/period';
import { fraction } from '../../../src/domain/ratio';
import { healthyBut, NOW, QUARTERS } from '../healthy';

/** Two months after the end of 2026Q3. */
export const TODAY = '2026-12-01';
/** The latest half-year and year that have ended by the end of 2026Q3. */
const HALF = '2026-01-01';
const YEAR = 2025;

const COUNTS: QuarterCounts = {
  quarter: NOW,
  inflow: 100,
  throughflow: 20,
  outflow: 90,
  waitingDays: 40,
  waitingCount: 60,
  liquidityForecast: 600_000_00n,
  workingCapital: 200_000_00n,
};
const PERSONNEL: PersonnelHalf = {
  start: HALF,
  end: '2026-07-01',
  staffInflow: 8,
  staffOutflow: 9,
  formationPrimary: fraction(80n),
  occupancyPrimary: fraction(78n),
  formationTotal: fraction(104n),
  occupancyTotal: fraction(100n),
  sickness: fraction(65n, 1000n),
  personnelCosts: 1_400_000_00n,
  hiredStaffCosts: 200_000_00n,
  vacancies: 4,
};
const OF_THE_YEAR: YearCounts = {
  year: YEAR,
  treatmentDaysRealised: fraction(200n),
  treatmentDaysEstimated: fraction(200n),
  bedOccupancyRealised: fraction(95n, 100n),
  bedOccupancyBudgeted: fraction(95n, 100n),
};

export const figures = (change: Partial<Omit<QuarterFigures, 'quarter'>>, before = {}): Partial<ProviderFacts> => ({
  quarters: healthyBut(before, change),
});
export const counts = (change: Partial<QuarterCounts>): Partial<ProviderFacts> => ({
  counts: QUARTERS.map((quarter) => ({ ...COUNTS, quarter, ...(quarter === NOW && change) })),
});
export const half = (change: Partial<PersonnelHalf>): Partial<ProviderFacts> => ({
  halves: QUARTERS.filter((quarter) => /-0[17]-/.test(quarter)).map((start) => ({
    ...PERSONNEL,
    start,
    end: addQuarters(start, 2),
    ...(start === HALF && change),
  })),
});
export const year = (change: Partial<YearCounts>): Partial<ProviderFacts> => ({
  years: [2022, 2023, 2024, YEAR].map((one) => ({ ...OF_THE_YEAR, year: one, ...(one === YEAR && change) })),
});

/** What was declared in 2026Q3 to each client; in the quarters before it nothing to any of them. */
export const clients = (amounts: Readonly<Record<string, bigint>>): Partial<ProviderFacts> => ({
  clients: QUARTERS.flatMap((quarter) =>
    Object.entries(amounts).map(
      ([client, amount]): ClientRevenue => ({ quarter, client, amount: quarter === NOW ? amount : 0n }),
    ),
  ),
});

let contractNumber = 0;
/** A contract of EUR 1,000 a year that runs from 2024 until 2029. */
export const contract = (change: Partial<ContractFact> = {}): ContractFact => ({
  id: `contract-${++contractNumber}`,
  client: `GM${String(contractNumber).padStart(4, '0')}`,
  region: 'JZ01',
  careForm: '45',
  reportedBy: 'PROVIDER',
  startsOn: '2024-01-01',
  endsOn: '2029-01-01',
  annualValue: 1_000_00n,
  ...change,
});

/** A delivery that came on the day it was due. */
export const delivery = (change: Partial<DeliveryFact> = {}): DeliveryFact => ({
  uitvraag: 'convenant-bijlage-4',
  periodStart: NOW,
  periodEnd: quarterEnd(NOW),
  dueOn: '2026-10-31',
  submittedOn: change.dueOn ?? '2026-10-31',
  version: 1,
  ...change,
});

/** A provider of which everything is known and with which nothing is the matter, but for what is given. */
export function whole(...changes: Partial<ProviderFacts>[]): ProviderFacts {
  return Object.assign(
    { ...NO_FACTS, ...figures({}), ...counts({}), ...half({}), ...year({}) },
    clients({ GM0001: 20_00n, GM0002: 20_00n, GM0003: 20_00n, GM0004: 20_00n, GM0005: 20_00n }),
    { contracts: [contract(), contract(), contract()] },
    {
      deliveries: QUARTERS.map((start) =>
        delivery({ periodStart: start, periodEnd: quarterEnd(start), dueOn: `${quarterEnd(start).slice(0, 8)}28` }),
      ),
    },
    ...changes,
  );
}

export function judged(code: IndicatorCode, facts: ProviderFacts, quarter = NOW, today = TODAY): JudgedIndicator {
  const found = indicatorsOf(facts, quarter, today).find((indicator) => indicator.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
}
