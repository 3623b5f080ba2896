/** After a delivery: the comparisons of the providers that delivered, and of the areas that they are part of. */
import { PLAIN_ID, type Queries } from '../rows';
import type { Window } from '../window';
import { addUpParts } from './add-up-parts';
import { budgetsBeside, codeOf, plannedBefore } from './budgets-beside';
import { Comparisons, type Whole } from './comparisons';
import { laidOf } from './of-provider';
import { writeChanged } from './parts';
import { idOf, type MismatchRow, upsertMismatches } from './rows';
import type { Known } from './sources';

/** Makes again what depends on these providers, as far as it changed. */
export async function refreshChangedMismatches(tx: Queries, changed: readonly Known[], window: Window): Promise<void> {
  const comparisons = new Comparisons();
  for (const known of changed) comparisons.add(known.provider.id, laidOf(known, window));
  const ids = changed.map(({ provider }) => provider.id);
  const concerned = await writeChanged(tx, ids, comparisons, window);
  const left = [...concerned].filter((id) => !comparisons.wholes.has(id));
  const wholes = left.length > 0 ? await wholesBefore(tx, left) : [];
  for (const whole of comparisons.wholes.values()) if (concerned.has(whole.id)) wholes.push(whole);
  await refreshWholes(tx, new Map(wholes.map((whole) => [whole.id, whole])));
}

async function refreshWholes(tx: Queries, wholes: ReadonlyMap<string, Whole>): Promise<void> {
  if (wholes.size === 0) return;
  const sums = await addUpParts(tx, wholes);
  const made = new Set(sums.map(({ row }) => idOf(row)));
  // An area in which no provider has anything to compare any more.
  const empty = [...wholes.keys()].filter((id) => !made.has(id));
  if (empty.length > 0) await tx.query('delete from mismatch where id = any ($1)', [empty]);
  await upsertMismatches(tx, [...sums.map(({ row }) => row), ...(await besideMunicipalities(tx, wholes, sums))]);
}

/** Kind 4, where the budgets of providers were among what changed. */
async function besideMunicipalities(
  tx: Queries,
  wholes: ReadonlyMap<string, Whole>,
  sums: Awaited<ReturnType<typeof addUpParts>>,
): Promise<MismatchRow[]> {
  const budgets = [...wholes.values()].filter(({ kind }) => kind === 'BUDGET_VS_CONTRACTS');
  if (budgets.length === 0) return [];
  const planned = await plannedBefore(tx, [...new Set(budgets.map(({ quarter }) => quarter))]);
  const concerned = planned.filter(({ place, quarter }) =>
    budgets.some((whole) => whole.quarter === quarter && whole.regionCode === codeOf(place)),
  );
  return budgetsBeside(concerned, sums);
}

/** What was written down of wholes that a provider no longer adds to. */
async function wholesBefore(tx: Queries, ids: readonly string[]): Promise<Whole[]> {
  const rows: { id: string; whole: Whole }[] = await tx.query(
    `select ${PLAIN_ID('id')} as id, jsonb_strip_nulls(jsonb_build_object('kind', kind, 'aspect', aspect,
       'subject', subject, 'municipalityCode', municipality_code, 'regionCode', region_code, 'quarter', quarter,
       'unit', unit)) as whole
     from mismatch
     where id = any ($1)`,
    [ids],
  );
  return rows.map(({ id, whole }) => ({ ...whole, id }));
}
