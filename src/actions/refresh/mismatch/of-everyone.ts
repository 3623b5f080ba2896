/** Lays beside each other what should agree (Bijlage 4; domain.md 6), for everyone and every quarter, and writes it down. */
import { setImmediate } from 'node:timers/promises';
import { insertRows, type Queries } from '../rows';
import type { Window } from '../window';
import { budgetsBeside, type Planned, plannedBudgets } from './budgets-beside';
import { municipalMismatches, spendingOf } from './municipal-budgets';
import { laidOf } from './of-provider';
import { addUpParts, Comparisons, columnsOfParts } from './parts';
import { insertMismatches, type MismatchRow } from './rows';
import type { Known, MunicipalSources } from './sources';

export interface Mismatches {
  readonly ofProviders: Comparisons;
  readonly ofMunicipalities: readonly MismatchRow[];
  readonly planned: readonly Planned[];
}

/** Everything but the sums over providers: those are made from what is written. */
export async function mismatchesFrom(
  all: readonly Known[],
  { asked, reports }: MunicipalSources,
  window: Window,
): Promise<Mismatches> {
  const ofProviders = new Comparisons();
  for (const known of all) {
    ofProviders.add(known.provider.id, laidOf(known, window));
    // The database may work in between.
    await setImmediate();
  }
  const spending = spendingOf(asked, reports, window);
  return {
    ofProviders,
    ofMunicipalities: municipalMismatches(spending, window),
    planned: plannedBudgets(spending, window.quarters),
  };
}

/** Replaces the mismatches of the window. Gives how many there are. */
export async function writeMismatches(
  tx: Queries,
  { ofProviders, ofMunicipalities, planned }: Mismatches,
  { quarters, first, last }: Window,
): Promise<{ mismatches: number; parts: number }> {
  await tx.query('delete from mismatch_part where quarter between $1 and $2', [first, last]);
  await tx.query('delete from mismatch where quarter between $1 and $2', [first, last]);
  const parts = await insertRows(tx, 'mismatch_part', columnsOfParts(ofProviders.parts));
  const sums = await addUpParts(tx, ofProviders.wholes, quarters);
  const wholes = sums.map(({ row }) => row);
  const rows = [...ofProviders.rows, ...ofMunicipalities, ...wholes, ...budgetsBeside(planned, sums)];
  return { mismatches: await insertMismatches(tx, rows), parts };
}
