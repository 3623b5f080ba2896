/** Lays beside each other what should agree (Bijlage 4; domain.md 6), for every subject and quarter, and writes it down. */
import { setImmediate } from 'node:timers/promises';
import { addUp, layBeside } from '../domain/mismatch/add-up';
import { fraction } from '../domain/ratio';
import { insertMismatches, type MismatchRow } from './refresh-mismatch-rows';
import { ALL_FORMS, type Sources } from './refresh-mismatch-sources';
import { municipalMismatches, type Spending, spendingOf } from './refresh-municipal-mismatches';
import {
  type Contribution,
  contributionsOf,
  ofAllProviders,
  ofProvider,
  ofProvidersInRegion,
} from './refresh-provider-mismatches';
import type { Queries } from './refresh-rows';
import type { Window } from './refresh-window';

const WHOLE_YEAR = fraction(1n);

/** Whose comparisons have to be made again: of these providers, the regions and the country, or of municipalities too. */
export type Touched = ReadonlySet<string> | 'all';

/** The comparisons of the window that were touched. */
export async function mismatchesFrom(
  { amounts, terms, asked, reports }: Sources,
  window: Window,
  touched: Touched,
): Promise<MismatchRow[]> {
  const contributions: Contribution[][] = [];
  for (const own of amounts) {
    contributions.push(contributionsOf(own, terms.get(own.provider.id) ?? [], window));
    // The database may work in between.
    await setImmediate();
  }
  const spending = spendingOf(asked, reports, window);
  const isTouched = ({ providerId }: Contribution) => touched === 'all' || touched.has(providerId);
  const rows = touched === 'all' ? municipalMismatches(spending, window) : [];
  for (const [at, quarter] of window.quarters.entries()) {
    await setImmediate();
    const now = contributions.map((own) => own[at] as Contribution);
    const inRegion = byRegion(now);
    rows.push(...now.filter(isTouched).flatMap((contribution) => ofProvider(contribution, quarter)));
    for (const [region, there] of inRegion) rows.push(...ofProvidersInRegion(region, there, quarter));
    rows.push(...ofAllProviders(now, quarter), ...budgetsBeside(spending, now, inRegion, at, quarter));
  }
  return rows;
}

const EVERYTHING = 'delete from mismatch where quarter between $1 and $2';
const OF_PROVIDERS = `${EVERYTHING}
  and (provider_id = any ($3) or (subject in ('REGION', 'COUNTRY') and kind <> 'MUNICIPAL_BUDGET_VS_COSTS'))`;

/** Replaces the mismatches of the window that were touched. */
export async function writeMismatches(
  tx: Queries,
  rows: readonly MismatchRow[],
  { first, last }: Window,
  touched: Touched,
): Promise<number> {
  if (touched === 'all') await tx.query(EVERYTHING, [first, last]);
  else await tx.query(OF_PROVIDERS, [first, last, [...touched]]);
  return insertMismatches(tx, rows);
}

function byRegion(contributions: readonly Contribution[]): Map<string, Contribution[]> {
  const regions = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    for (const region of contribution.regions) {
      const there = regions.get(region) ?? [];
      there.push(contribution);
      regions.set(region, there);
    }
  }
  return new Map([...regions].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Mismatch 4: municipal budgets beside the provider budgets allotted to the region by contract value. */
function budgetsBeside(
  spending: readonly Spending[],
  now: readonly Contribution[],
  inRegion: ReadonlyMap<string, readonly Contribution[]>,
  at: number,
  quarter: string,
): MismatchRow[] {
  const totals = spending.filter(
    ({ careForm, municipality }) => careForm === ALL_FORMS && municipality.quarters.has(quarter),
  );
  const regions = [...new Set(totals.map(({ municipality }) => municipality.region))].sort();
  const row = { kind: 'MUNICIPAL_VS_PROVIDER_BUDGETS', quarter, expectedShare: WHOLE_YEAR } as const;
  const planned = (of: readonly Spending[]) => addUp(of.map(({ budget }) => budget[at] ?? null));
  const perRegion = regions.map((regionCode): MismatchRow => {
    const towns = totals.filter(({ municipality }) => municipality.region === regionCode);
    const there = inRegion.get(regionCode) ?? [];
    const budgets = addUp(there.map(({ budgetIn }) => budgetIn?.get(regionCode) ?? null));
    return { ...row, subject: 'REGION', regionCode, sides: layBeside(planned(towns), budgets) };
  });
  if (regions.length === 0) return [];
  const country = layBeside(planned(totals), addUp(now.map(({ budget }) => budget)));
  return [...perRegion, { ...row, subject: 'COUNTRY', sides: country }];
}
