/** From the figures as they were delivered to the quarters that count. */
import { before, endOf, type Known, minus, numberOf, startOf, total, yearOf } from './calculator';
import type { Told } from './desk';
import { type Dossier, dossiers } from './providers';

/** What a quarter tells, and the item of the figures that it comes from. */
const AMOUNTS = {
  revenue: 'revenue',
  revenueYouth: 'revenue_youth',
  employedStaffCosts: 'employed_staff_costs',
  hiredStaffCosts: 'hired_staff_costs',
  otherCosts: 'other_costs',
  netResult: 'net_result',
  yearToDateResult: 'net_result',
  equity: 'equity',
  balanceTotal: 'balance_total',
  currentAssets: 'current_assets',
  currentLiabilities: 'current_liabilities',
  cash: 'cash',
  overdueCreditors: 'overdue_creditors',
  openInvoices: 'open_invoices',
  nonBillableProduction: 'non_billable_production',
  declaredProduction: 'declared_production',
  budgetRevenueYouth: 'budget_revenue_youth',
} as const;

const STRONGEST_FIRST = ['DELIVERY', 'DIGIMV'];

/** The figure that was told of a period that ends on a day: the provider's own delivery before the annual accounts. */
export function figureAt({ figures }: Dossier, item: string, end: string, of: Told = () => true): Told | undefined {
  const told = figures.filter((figure) => figure.item === item && figure.periodEnd === end && of(figure));
  return STRONGEST_FIRST.map((source) => told.find((figure) => figure.source === source)).find(Boolean);
}

const toldBy = (figure: Told | undefined): Known => figure?.value ?? null;

/** Of a year to date what came on top of the quarter before; everything else as it was delivered. */
export function inQuarter(dossier: Dossier, item: string, quarter: string): Known {
  const figure = figureAt(dossier, item, endOf(quarter));
  if (!figure?.isCumulative || numberOf(quarter) === 1) return toldBy(figure);
  return minus(figure.value, toldBy(figureAt(dossier, item, startOf(quarter))));
}

function delivered(dossier: Dossier, name: string, quarter: string): Known {
  const item = AMOUNTS[name as keyof typeof AMOUNTS];
  if (name === 'budgetRevenueYouth') return toldBy(figureAt(dossier, item, `${yearOf(quarter) + 1}-01-01`));
  return name === 'yearToDateResult'
    ? toldBy(figureAt(dossier, item, endOf(quarter)))
    : inQuarter(dossier, item, quarter);
}

export const countsNot = ({ findings }: Dossier, name: string, quarter: string): boolean =>
  findings.some(
    ({ severity, figures }) =>
      severity === 'DO_NOT_COUNT' && figures.some((one: Told) => one.name === name && one.period === quarter),
  );

const counting = (dossier: Dossier, name: string, quarter: string): Known =>
  countsNot(dossier, name, quarter) ? null : delivered(dossier, name, quarter);

/** The last equity and every result since; the last balance total, and what equity rose since. */
const ESTIMATES: Readonly<Record<string, (inputs: readonly Told[]) => number>> = {
  equity: (inputs) => total(inputs.map(({ value }) => value)),
  balanceTotal: ([last, then, now]) => last.value + Math.max(0, now.value - then.value),
};

/** Every number that an estimate says it was made from is one that counts, or was estimated in its turn. */
function knownInput(dossier: Dossier, { name, period, source }: Told): Known {
  if (name === 'operationalResult') return inQuarter(dossier, 'operational_result', period);
  const quarter = dossier.quarters.find((one) => one.quarter === period);
  return source === 'ESTIMATE' ? quarter[`${name}Cents`] : counting(dossier, name, period);
}

export function quarters(): void {
  it('are what was delivered, told apart by quarter, without what cannot be right', async () => {
    const seen = { told: 0, estimated: 0, absurd: 0 };
    for (const dossier of await dossiers()) {
      expect(dossier.quarters).toHaveLength(16);
      for (const quarter of dossier.quarters) {
        const origins = new Map<string, Told>(quarter.origins.map((origin: Told) => [origin.figure, origin]));
        for (const name of Object.keys(AMOUNTS)) {
          const about = `${dossier.name} ${name} ${quarter.quarter}`;
          const origin = origins.get(name);
          let byHand = counting(dossier, name, quarter.quarter);
          if (origin?.source === 'ESTIMATE') {
            expect([about, byHand]).toEqual([about, null]);
            byHand = (ESTIMATES[name] as (inputs: readonly Told[]) => number)(origin.inputs);
            for (const input of origin.inputs)
              expect([about, input.value]).toEqual([about, knownInput(dossier, input)]);
            seen.estimated += 1;
          }
          expect([about, quarter[`${name}Cents`]]).toEqual([about, byHand]);
          seen.told += Number(byHand !== null);
          seen.absurd += Number(countsNot(dossier, name, quarter.quarter));
        }
        const outlook = inQuarter(dossier, 'outlook_risk', quarter.quarter);
        expect(quarter.foreseesRisk).toBe(outlook === null ? null : outlook === 1);
      }
    }
    expect(seen.told).toBeGreaterThan(600);
    expect(seen.estimated).toBeGreaterThan(3);
    expect(seen.absurd).toBeGreaterThan(5);
  });

  it('begin an estimate at the last known figure, and carry it on for six quarters at most', async () => {
    for (const dossier of await dossiers()) {
      for (const { quarter, origins } of dossier.quarters) {
        for (const { figure, source, inputs } of origins) {
          const [first] = inputs;
          expect([figure, first.name]).toEqual([figure, figure]);
          if (source !== 'ESTIMATE') expect(first.period).toBe(quarter);
          else expect([1, 2, 3, 4, 5, 6].map((ago) => before(quarter, ago))).toContain(first.period);
        }
      }
    }
  });
}
