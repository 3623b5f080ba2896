/** What the comparisons are made from, beside the facts of providers: read in as few rows as will do. */
import type { ProviderFacts } from '../../../domain/facts';
import type { Silent } from '../../../domain/mismatch/contract-sides';
import { NATIONAL } from '../../../domain/mismatch/forms-offered';
import { yearOf } from '../../../domain/period';
import type { Queries } from '../rows';
import type { Participant, Window } from '../window';

/** Everything that the comparisons of one provider are made from. */
export interface Known {
  readonly provider: Participant;
  readonly facts: ProviderFacts;
  /** The result that it budgeted, in cents, by year. */
  readonly budgetedResults: ReadonlyMap<number, bigint>;
  /** The forms of care that it offers (8g b3); null when it named none. */
  readonly offered: ReadonlySet<string> | null;
  /** Who did not deliver its contracts of a year. */
  readonly silentIn: (year: number) => Silent;
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

/** As Postgres writes a number of cents. */
export const cents = (text: string | null) => (text === null ? null : BigInt(text));

/** What providers said of themselves that is not in their facts: codes between spaces, and "year cents". */
const OWN_WORDS = `
  select p.id,
    (select string_agg(care_form_code, ' ') from provider_care_form where provider_id = p.id) as offered,
    (
      select string_agg(concat_ws(' ', extract(year from period_start), value::bigint), ',')
      from figure
      where provider_id = p.id and item = 'budget_result' and is_current and source = 'DELIVERY'
        and period_end > $2 and period_start < $3 and period_end = (period_start + interval '1 year')::date
    ) as results
  from provider p
  where p.id = any ($1)`;

/** Which parties delivered their contracts of a year (Bijlage 4, providers 7, municipalities 2 and VNG 1), as "party year". */
const ANSWERED = `
  select distinct concat_ws(' ', p.code, extract(year from d.period_start)) as answer
  from (
    select id, coalesce(provider_id::text, municipality_code, region_code, '${NATIONAL}') as code
    from party
    where kind in ('PROVIDER', 'MUNICIPALITY', 'REGION', 'VNG')
  ) p
  join delivery d on d.party_id = p.id and d.uitvraag_key = 'convenant-bijlage-4' and d.submitted_at is not null
    and d.period_start = any ($2) and d.period_end - d.period_start > 364
  where p.code = any ($1)`;

/** Adds to the facts of providers what else their comparisons are made from. */
export async function readKnown(
  tx: Queries,
  providers: readonly Participant[],
  facts: ReadonlyMap<string, ProviderFacts>,
  { quarters, first, end }: Window,
): Promise<Known[]> {
  const ids = providers.map(({ id }) => id);
  const own: { id: string; offered: string | null; results: string | null }[] = await tx.query(OWN_WORDS, [
    ...[ids, first, end],
  ]);
  const ownOf = new Map(own.map((row) => [row.id, row]));
  const clients = [...facts.values()].flatMap(({ contracts }) => contracts.map(({ client }) => client));
  const years = [...new Set(quarters.map((quarter) => `${yearOf(quarter)}-01-01`))];
  const answers: { answer: string }[] = await tx.query(ANSWERED, [[...ids, ...new Set(clients)], years]);
  const answered = new Set(answers.map(({ answer }) => answer));
  const silentIn = (year: number): Silent => ({ has: (party) => !answered.has(`${party} ${year}`) });
  return providers.map((provider) => {
    const { offered, results } = ownOf.get(provider.id) ?? { offered: null, results: null };
    return {
      provider,
      facts: facts.get(provider.id) as ProviderFacts,
      budgetedResults: new Map(results?.split(',').map((line) => yearAndCents(line)) ?? []),
      offered: offered === null ? null : new Set(offered.split(' ')),
      silentIn,
    };
  });
}

function yearAndCents(line: string): readonly [number, bigint] {
  const [year, amount] = line.split(' ') as [string, string];
  return [Number(year), BigInt(amount)];
}

/** What municipalities reported, and who was asked to. */
export interface MunicipalSources {
  readonly asked: readonly AskedMunicipality[];
  readonly reports: readonly Report[];
}

/** Of the municipalities of some regions. */
export async function readMunicipalSources(
  tx: Queries,
  regions: readonly string[],
  window: Window,
): Promise<MunicipalSources> {
  const asked = await askedMunicipalities(tx, regions, window);
  return { asked, reports: await municipalReports(tx, asked, window) };
}

const REPORTS = `
  select municipality_code as municipality, care_form_code as "careForm", period_start::text as quarter,
    budget_cents as budget, realised_cents as realised
  from municipal_report
  where municipality_code = any ($1) and period_start >= $2 and period_start < $3`;

async function municipalReports(
  tx: Queries,
  asked: readonly AskedMunicipality[],
  { first, end }: Window,
): Promise<Report[]> {
  const rows: {
    municipality: string;
    careForm: string;
    quarter: string;
    budget: string | null;
    realised: string | null;
  }[] = await tx.query(REPORTS, [asked.map(({ municipality }) => municipality), first, end]);
  return rows.map((row) => ({ ...row, budget: cents(row.budget), realised: cents(row.realised) }));
}

async function askedMunicipalities(
  tx: Queries,
  regions: readonly string[],
  { first, end }: Window,
): Promise<AskedMunicipality[]> {
  const rows: { municipality: string; region: string; quarters: string[] }[] = await tx.query(
    `select m.code as municipality, m.region_code as region, array_agg(distinct d.period_start::text) as quarters
     from delivery d join party p on p.id = d.party_id join municipality m on m.code = p.municipality_code
     where m.region_code = any ($1) and d.period_start >= $2 and d.period_start < $3
       and d.period_end = (d.period_start + interval '3 months')::date
     group by m.code, m.region_code
     order by m.code`,
    [regions, first, end],
  );
  return rows.map((row) => ({ ...row, quarters: new Set(row.quarters) }));
}
