/** Everything that is known of providers, from the tables of what was delivered: many rows of the database, few to carry. */
import type {
  ClientRevenue,
  ContractFact,
  DeliveryFact,
  PersonnelHalf,
  ProviderFacts,
  QuarterCounts,
  YearCounts,
} from '../../domain/facts';
import { NO_FACTS } from '../../domain/facts';
import type { QuarterFigures } from '../../domain/figures';
import { addQuarters, yearOf } from '../../domain/period';
import { fromDecimal } from '../../domain/ratio';
import type { Queries } from './rows';
import type { Window } from './window';

/** The parts of the facts that have a table of their own. The quarters are made from figures before. */
export type FactPart = Exclude<keyof ProviderFacts, 'quarters'>;
export const FACT_PARTS: readonly FactPart[] = ['counts', 'halves', 'years', 'contracts', 'clients', 'deliveries'];

/** Rows of one part, by provider. */
type Found<Part extends FactPart> = Promise<ReadonlyMap<string, ProviderFacts[Part]>>;
type Read<Part extends FactPart> = (tx: Queries, ids: readonly string[], window: Window) => Found<Part>;

/** One text per provider: lines with the fields between bars, an absent value empty. Codes and numbers hold no bar. */
const lines = (fields: string) => `string_agg(concat_ws('|', ${fields}), E'\\n') as lines`;
/** concat_ws leaves nulls out, and then the fields would move up. */
const known = (...columns: string[]) => columns.map((column) => `coalesce(${column}::text, '')`).join(', ');

async function read<Fact>(
  tx: Queries,
  sql: string,
  values: readonly unknown[],
  toFact: (...fields: string[]) => Fact,
): Promise<Map<string, Fact[]>> {
  const rows: { id: string; lines: string }[] = await tx.query(sql, [...values]);
  return new Map(rows.map((row) => [row.id, row.lines.split('\n').map((line) => toFact(...line.split('|')))]));
}

const number = (text: string | undefined) => (text ? Number(text) : null);
const cents = (text: string | undefined) => (text ? BigInt(text) : null);
const decimal = (text: string | undefined) => (text ? fromDecimal(text) : null);

const COUNT_ITEMS = {
  inflow: 'inflow',
  throughflow: 'throughflow',
  outflow: 'outflow',
  waitingDays: 'waiting_days',
  waitingCount: 'waiting_count',
  liquidityForecast: 'liquidity_forecast',
  workingCapital: 'working_capital',
} as const satisfies Record<Exclude<keyof QuarterCounts, 'quarter'>, string>;

const YEAR_ITEMS = {
  treatmentDaysRealised: 'treatment_days_realised',
  treatmentDaysEstimated: 'treatment_days_estimated',
  bedOccupancyRealised: 'bed_occupancy_realised',
  bedOccupancyBudgeted: 'bed_occupancy_budgeted',
} as const satisfies Record<Exclude<keyof YearCounts, 'year'>, string>;

/** Values of figure items by period, per provider: of several forms and regions the mean of days, and the sum of the rest. */
async function itemsByPeriod(tx: Queries, ids: readonly string[], window: Window, items: readonly string[]) {
  const found = await read(
    tx,
    `select id, ${lines('period_start, item, value')}
     from (
       select provider_id as id, period_start, item,
         case when unit in ('DAYS', 'FRACTION') then trim_scale(avg(value)) else sum(value) end as value
       from figure
       where provider_id = any ($1) and period_end > $2 and period_end <= $3 and item = any ($4) and is_current
         and source = 'DELIVERY'
       group by provider_id, period_start, item, unit
     ) f
     group by id`,
    [ids, window.first, `${yearOf(window.last) + 1}-01-01`, items],
    (start, item, value) => ({ start: start as string, item: item as string, value }),
  );
  return [...found].map(([id, facts]) => {
    const byPeriod = new Map<string, Map<string, string | undefined>>();
    for (const { start, item, value } of facts) {
      const values = byPeriod.get(start) ?? new Map<string, string | undefined>();
      byPeriod.set(start, values.set(item, value));
    }
    return [id, [...byPeriod]] as const;
  });
}

const counts: Read<'counts'> = async (tx, ids, window) => {
  const found = await itemsByPeriod(tx, ids, window, Object.values(COUNT_ITEMS));
  const whole = (text: string | undefined) => (text ? Math.round(Number(text)) : null);
  const amount = (text: string | undefined) => cents(text?.split('.')[0]);
  return new Map(
    found.map(([id, periods]) => [
      id,
      periods.map(([quarter, of]) => ({
        quarter,
        inflow: whole(of.get(COUNT_ITEMS.inflow)),
        throughflow: whole(of.get(COUNT_ITEMS.throughflow)),
        outflow: whole(of.get(COUNT_ITEMS.outflow)),
        waitingDays: whole(of.get(COUNT_ITEMS.waitingDays)),
        waitingCount: whole(of.get(COUNT_ITEMS.waitingCount)),
        liquidityForecast: amount(of.get(COUNT_ITEMS.liquidityForecast)),
        workingCapital: amount(of.get(COUNT_ITEMS.workingCapital)),
      })),
    ]),
  );
};

const years: Read<'years'> = async (tx, ids, window) => {
  const found = await itemsByPeriod(tx, ids, window, Object.values(YEAR_ITEMS));
  return new Map(
    found.map(([id, periods]) => [
      id,
      periods.map(([start, of]) => ({
        year: yearOf(start),
        treatmentDaysRealised: decimal(of.get(YEAR_ITEMS.treatmentDaysRealised)),
        treatmentDaysEstimated: decimal(of.get(YEAR_ITEMS.treatmentDaysEstimated)),
        bedOccupancyRealised: decimal(of.get(YEAR_ITEMS.bedOccupancyRealised)),
        bedOccupancyBudgeted: decimal(of.get(YEAR_ITEMS.bedOccupancyBudgeted)),
      })),
    ]),
  );
};

/** From a year before the window, because personnel is compared with the same period of last year. */
const yearBefore = ({ first }: Window) => addQuarters(first, -4);

const halves: Read<'halves'> = (tx, ids, window) =>
  read<PersonnelHalf>(
    tx,
    `select provider_id as id, ${lines(
      known(
        ...['period_start', 'period_end', 'staff_inflow', 'staff_outflow', 'formation_primary_fte'],
        ...['occupancy_primary_fte', 'formation_total_fte', 'occupancy_total_fte', 'sickness_primary'],
        ...['personnel_costs_cents', 'hired_staff_costs_cents', 'vacancies'],
      ),
    )}
     from personnel_report
     where provider_id = any ($1) and period_end > $2 and period_end <= $3
     group by provider_id`,
    [ids, yearBefore(window), window.end],
    (start = '', end = '', ...rest) => ({
      start,
      end,
      staffInflow: number(rest[0]),
      staffOutflow: number(rest[1]),
      formationPrimary: decimal(rest[2]),
      occupancyPrimary: decimal(rest[3]),
      formationTotal: decimal(rest[4]),
      occupancyTotal: decimal(rest[5]),
      sickness: decimal(rest[6]),
      personnelCosts: cents(rest[7]),
      hiredStaffCosts: cents(rest[8]),
      vacancies: number(rest[9]),
    }),
  );

const contracts: Read<'contracts'> = (tx, ids, window) =>
  read<ContractFact>(
    tx,
    `select provider_id as id, ${lines(
      known(
        ...['id', "coalesce(client_municipality_code, client_region_code, 'LTA')", 'region_code', 'care_form_code'],
        ...['reported_by', 'starts_on', 'ends_on', 'annual_value_cents'],
      ),
    )}
     from contract
     where provider_id = any ($1) and ends_on > $2
     group by provider_id`,
    [ids, window.first],
    (id = '', client = '', region, careForm, reportedBy, startsOn = '', endsOn, value) => ({
      // As the API names it, so that who reads it as an input can ask for it.
      id: `Contract:${id}`,
      client,
      region: region || null,
      careForm: careForm || null,
      reportedBy: reportedBy === 'PROVIDER' ? 'PROVIDER' : 'CLIENT',
      startsOn,
      endsOn: endsOn || null,
      annualValue: cents(value),
    }),
  );

const clients: Read<'clients'> = (tx, ids, window) =>
  read<ClientRevenue>(
    tx,
    `select id, ${lines('quarter, client, amount')}
     from (
       select provider_id as id, date_trunc('quarter', period_start)::date as quarter, municipality_code as client,
         sum(amount_cents) as amount
       from declaration
       where provider_id = any ($1) and period_start >= $2 and period_start < $3
       group by provider_id, 2, municipality_code
     ) d
     group by id`,
    [ids, addQuarters(window.first, -3), window.end],
    (quarter = '', client = '', amount = '0') => ({ quarter, client, amount: BigInt(amount) }),
  );

/** Of every version of a delivery that came: when the first one did, and how many there were. */
const deliveries: Read<'deliveries'> = (tx, ids, window) =>
  read<DeliveryFact>(
    tx,
    `select id, ${lines(known('uitvraag_key', 'period_start', 'period_end', 'due_on', 'submitted_on', 'version'))}
     from (
       select provider_id as id, uitvraag_key, period_start, period_end, min(due_on) as due_on,
         (min(submitted_at) at time zone 'Europe/Amsterdam')::date as submitted_on,
         coalesce(max(version) filter (where submitted_at is not null), 1) as version
       from delivery
       where provider_id = any ($1) and period_end > $2
       group by provider_id, uitvraag_key, period_start, period_end
     ) d
     group by id`,
    [ids, yearBefore(window)],
    (uitvraag = '', periodStart = '', periodEnd = '', dueOn = '', submittedOn, version) => ({
      uitvraag,
      periodStart,
      periodEnd,
      dueOn,
      submittedOn: submittedOn || null,
      version: Number(version),
    }),
  );

const READ: { readonly [Part in FactPart]: Read<Part> } = { counts, halves, years, contracts, clients, deliveries };

/**
 * The facts of providers, by provider.
 * @param histories their quarters, made from their figures
 * @param parts what else is wanted; the rest is as if nothing of it were known
 */
export async function readFacts(
  tx: Queries,
  histories: ReadonlyMap<string, readonly QuarterFigures[]>,
  window: Window,
  parts: readonly FactPart[] = FACT_PARTS,
): Promise<Map<string, ProviderFacts>> {
  const ids = [...histories.keys()];
  const read: { part: FactPart; found: Awaited<Found<FactPart>> }[] = [];
  for (const part of parts) read.push({ part, found: await READ[part](tx, ids, window) });
  return new Map(
    [...histories].map(([id, quarters]) => {
      const rest = read.map(({ part, found }) => [part, found.get(id) ?? []]);
      return [id, { ...NO_FACTS, ...Object.fromEntries(rest), quarters }];
    }),
  );
}
