/** What is known beside a draft, as the rules of coherence read it: one statement per member, of the party itself. */
import type { EntityManager } from 'typeorm';
import { FIGURE_NAMES, figuresOf, type ProviderQuarterRow } from '../../domain/figures';
import type {
  AnnualAccount,
  Known,
  KnownContract,
  KnownDeclared,
  KnownFigure,
  KnownRealisation,
} from '../../domain/intake/coherence/known';
import { columnOfFigure } from '../../reading/shapes/figure-column';
import { PERSONNEL_COLUMNS } from '../personnel-columns';
import type { Filling } from './filling';

/**
 * Everything that a party may know already, but for what it declares now: readDeclared. The transaction acts as that party, so it is its own
 * or that of its counterpart.
 */
export async function readKnown(tx: EntityManager, filling: Filling): Promise<Known> {
  return {
    figures: [...(await figuresBefore(tx, filling)), ...(await personnelBefore(tx, filling))],
    annualAccounts: await annualAccounts(tx, filling),
    ownContracts: await contracts(tx, filling, 'by the party'),
    counterpartContracts: await contracts(tx, filling, 'by the other side'),
    realised: await realised(tx, filling),
    declared: [],
    regionOf: await regions(tx),
    history: await history(tx, filling),
  };
}

/**
 * Figures of the two years before. A year to date is told as the quarter that it ends with; what is said once a year of how
 * the year before went, as the year in which it was asked (figure-period).
 */
const figuresBefore = (tx: EntityManager, { delivery, form }: Filling): Promise<KnownFigure[]> =>
  tx.query(
    `select distinct on (item, ends) item,
       (case when is_cumulative then period_end - interval '3 months' else period_start + late end)::date::text as "periodStart",
       ends::text as "periodEnd", trim_scale(value)::text as value
     from figure, lateral (select case when not is_cumulative and period_end - period_start > 364 and item not like 'budget_%'
         then interval '1 year' else interval '0' end as late) y, lateral (select (period_end + late)::date as ends) e
     where provider_id = $1 and is_current and source = 'DELIVERY'
       and period_end > $2::date - interval '27 months' and delivery_id is distinct from $3 and item = any ($4)
     order by item, ends, period_start desc`,
    [
      delivery.providerId,
      delivery.periodStart,
      delivery.id,
      form.sections.flatMap(({ fields }) => fields.flatMap(({ figureItem }) => figureItem ?? [])),
    ],
  );

/** The half-years before, of a half-year: nothing is done with them otherwise. */
async function personnelBefore(tx: EntityManager, { delivery, form }: Filling): Promise<KnownFigure[]> {
  if (!form.sections.some(({ code }) => code === 'personnel')) return [];
  return tx.query(
    `select n.key as item, r.period_start::text as "periodStart", r.period_end::text as "periodEnd",
       trim_scale((to_jsonb(r) ->> n.value)::numeric)::text as value
     from personnel_report r, jsonb_each_text($2) n
     where r.provider_id = $1 and r.period_end > $3::date - interval '27 months' and r.delivery_id is distinct from $4
       and to_jsonb(r) ->> n.value is not null`,
    [delivery.providerId, JSON.stringify(PERSONNEL_COLUMNS), delivery.periodStart, delivery.id],
  );
}

async function annualAccounts(tx: EntityManager, { delivery }: Filling): Promise<AnnualAccount[]> {
  const rows: Record<'year' | 'revenue' | 'equity' | 'balanceTotal', string | null>[] = await tx.query(
    `select extract(year from as_of)::text as year, max(value::bigint) filter (where item = 'revenue')::text as revenue,
       max(value::bigint) filter (where item = 'equity')::text as equity,
       max(value::bigint) filter (where item = 'balance_total')::text as "balanceTotal"
     from figure
     where provider_id = $1 and source = 'DIGIMV' and is_current and item in ('revenue', 'equity', 'balance_total')
     group by 1 order by 1`,
    [delivery.providerId],
  );
  const cents = (text: string | null) => (text === null ? null : BigInt(text));
  return rows.map(({ year, revenue, equity, balanceTotal }) => ({
    ...{ year: Number(year), revenue: cents(revenue), equity: cents(equity), balanceTotal: cents(balanceTotal) },
  }));
}

const CLIENT = "coalesce(c.client_municipality_code, c.client_region_code, 'LTA')";

/** Contracts that run in the period, as one of the two sides reported them. */
async function contracts(
  tx: EntityManager,
  { delivery, party }: Filling,
  reported: 'by the party' | 'by the other side',
): Promise<KnownContract[]> {
  const isProvider = party.kind === 'PROVIDER';
  const side = isProvider === (reported === 'by the party') ? 'PROVIDER' : 'CLIENT';
  const rows: (Omit<KnownContract, 'annualValue'> & { annualValue: string })[] = await tx.query(
    `select ${isProvider ? CLIENT : 'p.kvk_number'} as counterpart, c.care_form_code as "careForm", c.starts_on::text as "startsOn",
       (c.ends_on - 1)::text as "lastDay", c.annual_value_cents::text as "annualValue", c.funding <> 'TAAK' as "isDeclared"
     from contract c join provider p on p.id = c.provider_id
     where ${isProvider ? 'c.provider_id = $1::uuid' : `${CLIENT} = $1`} and c.reported_by = $2 and c.starts_on < $4 and c.ends_on > $3
       and c.delivery_id is distinct from $5
     order by c.reference, c.care_form_code, c.starts_on`,
    [
      isProvider ? party.providerId : (party.municipalityCode ?? party.regionCode ?? 'LTA'),
      side,
      delivery.periodStart,
      delivery.periodEnd,
      delivery.id,
    ],
  );
  return rows.map(({ annualValue, ...contract }) => ({ ...contract, annualValue: BigInt(annualValue) }));
}

/** What a municipality spent in the quarters of the year before this one. */
async function realised(tx: EntityManager, { delivery, party }: Filling): Promise<KnownRealisation[]> {
  if (party.kind !== 'MUNICIPALITY') return [];
  const rows: { careForm: string; quarter: string; amount: string }[] = await tx.query(
    `select care_form_code as "careForm", period_start::text as quarter, realised_cents::text as amount
     from municipal_report
     where municipality_code = $1 and period_start >= date_trunc('year', $2::date) and period_start < $2 and realised_cents is not null`,
    [party.municipalityCode, delivery.periodStart],
  );
  return rows.map(({ amount, ...row }) => ({ ...row, amount: BigInt(amount) }));
}

/**
 * What this delivery declares per municipality: the last file of it, or of the version before that goes on holding. It was added up when the
 * file came; what did not come as a file is added up where it landed.
 */
export async function readDeclared(tx: EntityManager, { delivery, form }: Filling): Promise<KnownDeclared[]> {
  if (!form.sections.some(({ code }) => code === 'declarations')) return [];
  const { id, partyId, uitvraagKey, periodStart, periodEnd, version } = delivery;
  const rows: { municipality: string; amount: string }[] = await tx.query(
    `with version as (
       select * from delivery
       where party_id = $2 and uitvraag_key = $3 and period_start = $4 and period_end = $5 and version <= $6
         and (id = $1 or submitted_at is not null)
     ), file as (
       select f.declared from version v join delivery_file f on f.delivery_id = v.id where f.declared is not null
       order by v.version desc, f.received_at desc, f.id limit 1
     )
     select key as municipality, value as amount from file, jsonb_each_text(declared)
     union all
     select d.municipality_code, sum(d.amount_cents)::text from version v join declaration d on d.delivery_id = v.id
     where v.id <> $1 and not exists (select from file)
     group by d.municipality_code
     order by municipality`,
    [id, partyId, uitvraagKey, periodStart, periodEnd, version],
  );
  return rows.map(({ municipality, amount }) => ({ municipality, amount: BigInt(amount) }));
}

async function regions(tx: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows: { code: string; region: string }[] = await tx.query(
    'select code, region_code as region from municipality',
  );
  return new Map(rows.map(({ code, region }) => [code, region]));
}

const AMOUNTS = FIGURE_NAMES.map((figure) => `${columnOfFigure(figure)}::text as "${figure}Cents"`).join(', ');

async function history(tx: EntityManager, { delivery }: Filling) {
  if (delivery.providerId === null) return [];
  const rows: ProviderQuarterRow[] = await tx.query(
    `select quarter::text, foresees_risk as "foreseesRisk", origins, ${AMOUNTS}
     from provider_quarter where provider_id = $1 and quarter < $2 order by quarter`,
    [delivery.providerId, delivery.periodEnd],
  );
  return rows.map((row) => figuresOf(row));
}
