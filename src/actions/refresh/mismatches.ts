/** Lays beside each other what should agree (Bijlage 4; domain.md 6), for everyone and every quarter, and writes it down. */
import { setImmediate } from 'node:timers/promises';
import { addUp, addUpPairs } from '../../domain/mismatch/add-up';
import { type Part, partsOf, writeParts } from './mismatch-parts';
import { insertMismatches, type MismatchRow } from './mismatch-rows';
import { ALL_FORMS, type Sources } from './mismatch-sources';
import { municipalMismatches, type Spending, spendingOf } from './municipal-mismatches';
import {
  budgetsBeside,
  type Contribution,
  contributionsOf,
  ofCountry,
  ofProvider,
  ofRegion,
} from './provider-mismatches';
import type { Queries } from './rows';
import type { Window } from './window';

export interface Mismatches {
  readonly rows: readonly MismatchRow[];
  readonly parts: readonly Part[];
}

/** All comparisons of the window. */
export async function mismatchesFrom({ amounts, terms, asked, reports }: Sources, window: Window): Promise<Mismatches> {
  const contributions: Contribution[][] = [];
  for (const own of amounts) {
    contributions.push(contributionsOf(own, terms.get(own.provider.id) ?? [], window));
    // The database may work in between.
    await setImmediate();
  }
  const spending = spendingOf(asked, reports, window);
  const rows = municipalMismatches(spending, window);
  const all: Part[] = [];
  for (const [at, quarter] of window.quarters.entries()) {
    await setImmediate();
    const now = contributions.flatMap((own, of) => {
      return amounts[of]?.provider.quarters.has(quarter) ? [own[at] as Contribution] : [];
    });
    const parts = now.flatMap((contribution) => partsOf(contribution, quarter));
    all.push(...parts);
    rows.push(
      ...now.flatMap((contribution) => ofProvider(contribution, quarter)),
      ...ofRegions(parts, quarter),
      ofCountry('BUDGET_VS_DECLARED', quarter, addUpPairs(now.map(({ declared }) => declared))),
      ofCountry('BUDGET_VS_CONTRACTS', quarter, addUpPairs(now.map(({ contracts }) => contracts))),
      ...allBudgetsBeside(spending, now, parts, at, quarter),
    );
  }
  return { rows, parts: all };
}

/** Replaces the mismatches of the window. Gives how many there are. */
export async function writeMismatches(
  tx: Queries,
  { rows, parts }: Mismatches,
  window: Window,
): Promise<{ mismatches: number; parts: number }> {
  await tx.query('delete from mismatch where quarter between $1 and $2', [window.first, window.last]);
  return { mismatches: await insertMismatches(tx, rows), parts: await writeParts(tx, parts, window) };
}

const KINDS = ['BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS'] as const;

function ofRegions(parts: readonly Part[], quarter: string): MismatchRow[] {
  const regions = [...byRegion(parts)].sort(([a], [b]) => (a < b ? -1 : 1));
  return regions.flatMap(([region, there]) =>
    KINDS.map((kind) => {
      const pairs = there.filter((part) => part.kind === kind).map(({ pair }) => pair);
      return ofRegion(kind, region, quarter, addUpPairs(pairs));
    }),
  );
}

function byRegion(parts: readonly Part[]): Map<string, Part[]> {
  const regions = new Map<string, Part[]>();
  for (const part of parts) {
    const there = regions.get(part.regionCode);
    if (there) there.push(part);
    else regions.set(part.regionCode, [part]);
  }
  return regions;
}

/** Mismatch 4 of every region and the country: where municipalities were asked. */
function allBudgetsBeside(
  spending: readonly Spending[],
  now: readonly Contribution[],
  parts: readonly Part[],
  at: number,
  quarter: string,
): MismatchRow[] {
  const totals = spending.filter(
    ({ careForm, municipality }) => careForm === ALL_FORMS && municipality.quarters.has(quarter),
  );
  if (totals.length === 0) return [];
  const planned = (of: readonly Spending[]) => addUp(of.map(({ budget }) => budget[at] ?? null));
  const inRegion = byRegion(parts.filter(({ kind }) => kind === 'BUDGET_VS_CONTRACTS'));
  const regions = [...new Set(totals.map(({ municipality }) => municipality.region))].sort();
  return [
    ...regions.map((regionCode) => {
      const towns = totals.filter(({ municipality }) => municipality.region === regionCode);
      const budgets = addUp((inRegion.get(regionCode) ?? []).map(({ pair }) => pair.expected));
      return budgetsBeside({ regionCode }, quarter, planned(towns), budgets);
    }),
    budgetsBeside(null, quarter, planned(totals), addUp(now.map(({ budget }) => budget))),
  ];
}
