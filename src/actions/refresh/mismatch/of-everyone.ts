/** Lays beside each other what should agree (Bijlage 4; domain.md 6), for everyone and every quarter, and writes it down. */
import { setImmediate } from 'node:timers/promises';
import type { Queries } from '../rows';
import type { Window } from '../window';
import { addUpParts } from './add-up-parts';
import { budgetsBeside, type Planned, plannedInCountry, plannedInRegions } from './budgets-beside';
import { Comparisons } from './comparisons';
import { municipalMismatches, rowOfArea, spentInCountry } from './municipal-budgets';
import { laidOf } from './of-provider';
import { insertParts, writeChanged } from './parts';
import { forgetOtherAreas, insertMismatches, type MismatchRow, upsertMismatches } from './rows';
import type { Known } from './sources';
import type { Municipal } from './spending';

export interface Mismatches {
  readonly ofProviders: Comparisons;
  readonly ofMunicipalities: readonly MismatchRow[];
  readonly planned: readonly Planned[];
}

/** Everything but the sums over providers: those are made from what is written. */
export async function mismatchesFrom(
  all: readonly Known[],
  { spending, forms }: Municipal,
  window: Window,
): Promise<Mismatches> {
  const ofProviders = new Comparisons();
  for (const known of all) {
    ofProviders.add(known.provider.id, laidOf(known, window));
    // The database may work in between.
    await setImmediate();
  }
  const { ofMunicipalities, ofRegions } = municipalMismatches(spending, forms, window);
  const areas = [...ofRegions, ...spentInCountry(ofRegions)].map(rowOfArea);
  const planned = plannedInRegions(spending, window.quarters);
  return {
    ofProviders,
    ofMunicipalities: [...ofMunicipalities, ...areas],
    planned: [...planned, ...plannedInCountry(planned)],
  };
}

/** Writes the mismatches of the window, and takes away those that are no more. Gives how many there are. */
export async function writeMismatches(
  tx: Queries,
  { ofProviders, ofMunicipalities, planned }: Mismatches,
  window: Window,
): Promise<{ mismatches: number; parts: number }> {
  const { rows, parts, wholes } = ofProviders;
  // The first time there is nothing to compare with. Later most stays as it was, and what stays costs no write.
  const isFirst = await isEmpty(tx);
  if (isFirst) await insertParts(tx, parts);
  else await writeChanged(tx, null, ofProviders, window);
  const sums = await addUpParts(tx, wholes, window.quarters);
  const areas = [...ofMunicipalities, ...sums.map(({ row }) => row), ...budgetsBeside(planned, sums)];
  if (isFirst) {
    await insertMismatches(tx, [...rows, ...areas]);
  } else {
    await upsertMismatches(tx, areas);
    await forgetOtherAreas(tx, areas, window);
  }
  return { mismatches: rows.length + areas.length, parts: parts.length };
}

async function isEmpty(tx: Queries): Promise<boolean> {
  const [{ empty }]: [{ empty: boolean }] = await tx.query('select not exists (select from mismatch) as empty');
  return empty;
}
