/** What the mismatches are made from, read in as few rows as will do. */
import type { QuarterFigures } from '../../domain/figures';
import type { Queries } from './rows';
import type { Participant, Window } from './window';

/** Planned and declared amounts of a provider, one per quarter of the window. */
export interface ProviderAmounts {
  readonly provider: Participant;
  /** For the whole year that the quarter lies in. */
  readonly budget: readonly (bigint | null)[];
  readonly declared: readonly (bigint | null)[];
}

/** The contracts of one provider in one region over one term, added up. */
export interface Term {
  /** Null for a national contract. */
  readonly region: string | null;
  readonly side: 'PROVIDER' | 'CLIENT';
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
}

/** For reports and comparisons of all forms of care together. */
export const ALL_FORMS = '';

/** What one municipality reported in one quarter on one form of care, or on all together. */
export interface Report {
  readonly municipality: string;
  readonly careForm: string;
  readonly quarter: string;
  readonly budget: bigint | null;
  readonly realised: bigint | null;
}

/** That a municipality was asked to report on a quarter. */
export interface AskedMunicipality {
  readonly municipality: string;
  readonly region: string;
  readonly quarters: ReadonlySet<string>;
}

const cents = (text: string | null) => (text === null ? null : BigInt(text));

/** Everything that mismatches are made from, of everybody. */
export interface Sources {
  readonly amounts: readonly ProviderAmounts[];
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly asked: readonly AskedMunicipality[];
  readonly reports: readonly Report[];
}

type Histories = ReadonlyMap<string, readonly QuarterFigures[]>;

/** The amounts of a provider out of its quarters. */
export function amountsFrom(provider: Participant, histories: Histories): ProviderAmounts {
  const history = histories.get(provider.id) ?? [];
  return {
    provider,
    budget: history.map(({ budgetRevenueYouth }) => budgetRevenueYouth),
    declared: history.map(({ declaredProduction }) => declaredProduction),
  };
}

/** Reads the sources, beside the quarters that were just worked out. */
export async function readSources(
  tx: Queries,
  all: readonly Participant[],
  histories: Histories,
  window: Window,
): Promise<Sources> {
  return {
    amounts: all.map((provider) => amountsFrom(provider, histories)),
    terms: await contractTerms(
      tx,
      window,
      all.map(({ id }) => id),
    ),
    asked: await askedMunicipalities(tx, window),
    reports: await municipalReports(tx, window),
  };
}

/** The terms of contracts that run on the last day of one of the quarters, by provider. */
export async function contractTerms(
  tx: Queries,
  { lastDays }: Window,
  ids: readonly string[],
): Promise<Map<string, Term[]>> {
  const rows: { id: string; region: string | null; side: Term['side']; from: string; to: string; value: string }[] =
    await tx.query(
      `select c.provider_id as id, c.region_code as region, c.reported_by as side,
         c.starts_on::text as "from", c.ends_on::text as "to", sum(c.annual_value_cents)::text as value
       from contract c
       where c.provider_id = any ($3) and c.starts_on <= $2 and c.ends_on > $1
       group by c.provider_id, c.region_code, c.reported_by, c.starts_on, c.ends_on
       order by c.provider_id, c.region_code, c.starts_on`,
      [lastDays[0], lastDays.at(-1), ids],
    );
  const terms = new Map<string, Term[]>();
  for (const { id, region, side, from, to, value } of rows) {
    const own = terms.get(id) ?? [];
    own.push({ region, side, from, to, value: BigInt(value) });
    terms.set(id, own);
  }
  return terms;
}

const REPORTS = `
  select municipality_code as municipality, care_form_code as "careForm", period_start::text as quarter,
    budget_cents as budget, realised_cents as realised
  from municipal_report
  where period_start >= $1 and period_start < $2`;

async function municipalReports(tx: Queries, { first, end }: Window): Promise<Report[]> {
  const rows: {
    municipality: string;
    careForm: string;
    quarter: string;
    budget: string | null;
    realised: string | null;
  }[] = await tx.query(REPORTS, [first, end]);
  return rows.map((row) => ({ ...row, budget: cents(row.budget), realised: cents(row.realised) }));
}

async function askedMunicipalities(tx: Queries, { first, end }: Window): Promise<AskedMunicipality[]> {
  const rows: { municipality: string; region: string; quarters: string[] }[] = await tx.query(
    `select m.code as municipality, m.region_code as region, array_agg(distinct d.period_start::text) as quarters
     from delivery d join party p on p.id = d.party_id join municipality m on m.code = p.municipality_code
     where d.period_start >= $1 and d.period_start < $2 and d.period_end = (d.period_start + interval '3 months')::date
     group by m.code, m.region_code
     order by m.code`,
    [first, end],
  );
  return rows.map((row) => ({ ...row, quarters: new Set(row.quarters) }));
}
