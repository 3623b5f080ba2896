/** After a delivery: the comparisons of the providers that delivered, of the regions they work in, and of the country. */
import type { QuarterFigures } from '../../domain/figures';
import type { Sum } from '../../domain/mismatch/add-up';
import { addUpParts, cents, type Place, partsOf, plannedSide, SUMS, writeChangedParts } from './mismatch-parts';
import { type MismatchRow, upsertMismatches } from './mismatch-rows';
import { amountsFrom, contractTerms } from './mismatch-sources';
import { budgetsBeside, contributionsOf, ofCountry, ofProvider, ofRegion } from './provider-mismatches';
import type { Queries } from './rows';
import type { Participant, Window } from './window';

/**
 * Makes again what depends on these providers, as far as it changed.
 * @param gone quarters in which one of them no longer stands
 */
export async function refreshChangedMismatches(
  tx: Queries,
  changed: readonly Participant[],
  all: readonly Participant[],
  histories: ReadonlyMap<string, readonly QuarterFigures[]>,
  window: Window,
  gone: readonly string[],
): Promise<void> {
  const ids = changed.map(({ id }) => id);
  const terms = await contractTerms(tx, window, ids);
  const contributions = changed.flatMap((provider) => {
    const own = contributionsOf(amountsFrom(provider, histories), terms.get(provider.id) ?? [], window);
    const inQuarters = own.map((contribution, at) => ({ contribution, quarter: window.quarters[at] as string }));
    return inQuarters.filter(({ quarter }) => provider.quarters.has(quarter));
  });
  const own = contributions.flatMap(({ contribution, quarter }) => ofProvider(contribution, quarter));
  const parts = contributions.flatMap(({ contribution, quarter }) => partsOf(contribution, quarter));
  const ofOwn = await upsertMismatches(tx, own);
  const places = await writeChangedParts(tx, parts, ids, window);
  const quarters = [...new Set([...gone, ...ofOwn, ...places.map(({ quarter }) => quarter)])];
  if (quarters.length === 0) return;
  const planned = await plannedBudgets(tx, quarters);
  await upsertMismatches(tx, [
    ...(await ofPlaces(tx, places, planned)),
    ...(await ofWholeCountry(tx, all, quarters, planned)),
  ]);
}

/** What municipalities budgeted, by region and quarter: no provider's delivery changes that. */
type Planned = ReadonlyMap<string, Sum>;
const COUNTRY = 'NL';
const keyOf = (area: string, quarter: string) => `${area} ${quarter}`;

async function plannedBudgets(tx: Queries, quarters: readonly string[]): Promise<Planned> {
  const rows: { area: string; quarter: string; sum: string | null; covered: number; coverable: number }[] =
    await tx.query(
      `select coalesce(region_code, '${COUNTRY}') as area, quarter::text as quarter, expected_cents as sum,
         expected_covered as covered, expected_coverable as coverable
       from mismatch
       where kind = 'MUNICIPAL_VS_PROVIDER_BUDGETS' and subject in ('REGION', 'COUNTRY') and quarter = any ($1)`,
      [quarters],
    );
  return new Map(rows.map(({ area, quarter, sum, ...rest }) => [keyOf(area, quarter), { ...rest, sum: cents(sum) }]));
}

const NOBODY: Sum = { sum: null, covered: 0, coverable: 0 };

async function ofPlaces(tx: Queries, places: readonly Place[], planned: Planned): Promise<MismatchRow[]> {
  const added = await addUpParts(tx, places);
  const rows = added.map((sums) => {
    const { kind, regionCode, quarter, covered, coverable } = sums;
    const sides = { expected: cents(sums.expected), actual: cents(sums.actual), covered, coverable };
    return ofRegion(kind as 'BUDGET_VS_DECLARED' | 'BUDGET_VS_CONTRACTS', regionCode, quarter, sides);
  });
  await forgetEmpty(tx, places);
  const budgets = new Map(
    added
      .filter(({ kind }) => kind === 'BUDGET_VS_CONTRACTS')
      .map((sums) => [keyOf(sums.regionCode, sums.quarter), sums]),
  );
  const beside = places.flatMap(({ regionCode, quarter }) => {
    const municipal = planned.get(keyOf(regionCode, quarter));
    const sums = budgets.get(keyOf(regionCode, quarter));
    return municipal ? [budgetsBeside({ regionCode }, quarter, municipal, sums ? plannedSide(sums) : NOBODY)] : [];
  });
  return [...rows, ...beside];
}

/** A region in which no provider has contracts any more has nothing to compare. */
const forgetEmpty = (tx: Queries, places: readonly Place[]): Promise<unknown> =>
  tx.query(
    `delete from mismatch m
     where subject = 'REGION' and kind in ('BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS')
       and (region_code, quarter) in (select * from unnest($1::text[], $2::date[]))
       and not exists (select from mismatch_part p where (p.region_code, p.quarter, p.kind) = (m.region_code, m.quarter, m.kind))`,
    [places.map(({ regionCode }) => regionCode), places.map(({ quarter }) => quarter)],
  );

interface CountrySums {
  readonly kind: 'BUDGET_VS_DECLARED' | 'BUDGET_VS_CONTRACTS';
  readonly quarter: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly covered: number;
  readonly coverable: number;
}

async function ofWholeCountry(
  tx: Queries,
  all: readonly Participant[],
  quarters: readonly string[],
  planned: Planned,
): Promise<MismatchRow[]> {
  const added: CountrySums[] = await tx.query(
    `select kind, quarter::text as quarter, ${SUMS}
     from mismatch
     where subject = 'PROVIDER' and kind in ('BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS') and quarter = any ($1)
     group by kind, quarter`,
    [quarters],
  );
  const budgets: { quarter: string; sum: string | null; covered: number; coverable: number }[] = await tx.query(
    `select quarter::text as quarter, sum(budget_revenue_youth_cents)::text as sum,
       count(budget_revenue_youth_cents)::int as covered, count(*)::int as coverable
     from provider_quarter
     where quarter = any ($1) and provider_id = any ($2)
     group by quarter`,
    [quarters, all.map(({ id }) => id)],
  );
  return [
    ...added.map(({ kind, quarter, expected, actual, covered, coverable }) =>
      ofCountry(kind, quarter, { expected: cents(expected), actual: cents(actual), covered, coverable }),
    ),
    ...budgets.flatMap(({ quarter, sum, ...rest }) => {
      const municipal = planned.get(keyOf(COUNTRY, quarter));
      return municipal ? [budgetsBeside(null, quarter, municipal, { ...rest, sum: cents(sum) })] : [];
    }),
  ];
}
