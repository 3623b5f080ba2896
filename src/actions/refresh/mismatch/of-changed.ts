/** After a delivery: the comparisons of the providers that delivered, of the areas they work in, and of the country. */
import { type Queries, upsertRows } from '../rows';
import type { Window } from '../window';
import { budgetsBeside, codeOf, plannedBefore } from './budgets-beside';
import { laidOf } from './of-provider';
import { addUpParts, Comparisons, columnsOfParts, PLAIN_ID, type Whole } from './parts';
import { idOf, upsertMismatches } from './rows';
import type { Known } from './sources';

/** Makes again what depends on these providers, as far as it changed. */
export async function refreshChangedMismatches(tx: Queries, changed: readonly Known[], window: Window): Promise<void> {
  const comparisons = new Comparisons();
  for (const known of changed) comparisons.add(known.provider.id, laidOf(known, window));
  const ids = changed.map(({ provider }) => provider.id);
  await forgetOthers(tx, ids, comparisons, window);
  await upsertMismatches(tx, comparisons.rows);
  const wholes = await writeChangedParts(tx, ids, comparisons, window);
  if (wholes.size === 0) return;
  const sums = await addUpParts(tx, wholes);
  // An area in which no provider has anything to compare any more.
  const empty = [...wholes.keys()].filter((id) => !sums.some(({ row }) => idOf(row) === id));
  if (empty.length > 0) await tx.query('delete from mismatch where id = any ($1)', [empty]);
  const budgeted = [...wholes.values()].filter(({ kind }) => kind === 'BUDGET_VS_CONTRACTS');
  const planned = budgeted.length > 0 ? await plannedBefore(tx, [...new Set(budgeted.map((one) => one.quarter))]) : [];
  const concerned = planned.filter(({ place, quarter }) =>
    budgeted.some((whole) => whole.quarter === quarter && whole.regionCode === codeOf(place)),
  );
  await upsertMismatches(tx, [...sums.map(({ row }) => row), ...budgetsBeside(concerned, sums)]);
}

/** Takes away the comparisons of these providers that are no more, such as of contracts when there are none left. */
const forgetOthers = (tx: Queries, ids: readonly string[], { rows }: Comparisons, { first, last }: Window) =>
  tx.query(
    'delete from mismatch where provider_id = any ($1) and quarter between $2 and $3 and id <> all ($4::uuid[])',
    [ids, first, last, rows.map(idOf)],
  );

/** Writes the parts of these providers that have changed, and takes away those that are no more. Gives the wholes of both. */
async function writeChangedParts(
  tx: Queries,
  ids: readonly string[],
  { parts, wholes }: Comparisons,
  { first, last }: Window,
): Promise<Map<string, Whole>> {
  const gone: { id: string }[] = await tx.query(
    `with gone as (
       delete from mismatch_part
       where provider_id = any ($1) and quarter between $2 and $3
         and (mismatch_id, provider_id) not in (select * from unnest($4::uuid[], $5::uuid[]))
       returning mismatch_id
     )
     select distinct ${PLAIN_ID('mismatch_id')} as id from gone`,
    [ids, first, last, parts.map(({ whole }) => whole.id), parts.map(({ providerId }) => providerId)],
  );
  const changed = await upsertRows<{ id: string }>(tx, 'mismatch_part', columnsOfParts(parts), {
    key: ['mismatch_id', 'provider_id'],
    returning: `${PLAIN_ID('mismatch_part.mismatch_id')} as id`,
  });
  const own = changed.map(({ id }) => wholes.get(id) as Whole);
  const left = gone.length > 0 ? await wholesBefore(tx, gone) : [];
  return new Map([...left, ...own].map((whole) => [whole.id, whole]));
}

/** What was written down of wholes that a provider no longer adds to. */
async function wholesBefore(tx: Queries, gone: readonly { id: string }[]): Promise<Whole[]> {
  const rows: { id: string; whole: Whole }[] = await tx.query(
    `select ${PLAIN_ID('id')} as id, jsonb_strip_nulls(jsonb_build_object('kind', kind, 'aspect', aspect,
       'subject', subject, 'municipalityCode', municipality_code, 'regionCode', region_code, 'quarter', quarter,
       'unit', unit)) as whole
     from mismatch
     where id = any ($1)`,
    [gone.map(({ id }) => id)],
  );
  return rows.map(({ id, whole }) => ({ ...whole, id }));
}
