/** What each provider adds to the comparisons of regions, municipalities and the country: those are the sum of these. */
import { type Columns, insertRows, PLAIN_ID, type Queries, upsertRows } from '../rows';
import type { Window } from '../window';
import type { Comparisons, Part } from './comparisons';
import { forgetOtherMismatches, upsertMismatches } from './rows';

const columnsOf = (parts: readonly Part[]): Columns => ({
  mismatch_id: { type: 'uuid', values: parts.map(({ whole }) => whole.id) },
  provider_id: { type: 'uuid', values: parts.map(({ providerId }) => providerId) },
  quarter: { type: 'date', values: parts.map(({ whole }) => whole.quarter) },
  provider_mismatch_id: { type: 'uuid', values: parts.map(({ ownId }) => ownId) },
  expected: { type: 'numeric', values: parts.map(({ expected }) => expected) },
  actual: { type: 'numeric', values: parts.map(({ actual }) => actual) },
  weight: { type: 'numeric', values: parts.map(({ weight }) => weight) },
  covered: { type: 'integer', values: parts.map(({ covered }) => covered) },
  coverable: { type: 'integer', values: parts.map(({ coverable }) => coverable) },
  way: { type: 'text', values: parts.map(({ way }) => way) },
});

export const insertParts = (tx: Queries, parts: readonly Part[]): Promise<number> =>
  insertRows(tx, 'mismatch_part', columnsOf(parts));

/**
 * Writes what changed of the comparisons of providers, and of the parts that they are of others. Gives the ids of those others.
 * @param providerIds of whom these are all comparisons; null: of everyone
 */
export async function writeChanged(
  tx: Queries,
  providerIds: readonly string[] | null,
  { rows, parts }: Comparisons,
  window: Window,
): Promise<Set<string>> {
  const gone = await forgetOtherMismatches(tx, providerIds, rows, window);
  const changed = await upsertMismatches(tx, rows);
  if (gone.length + changed.length === 0) return new Set();
  // As long as the row of a provider is the same, with its digest, so are its parts.
  const touched = new Set(changed);
  const written = parts.filter(({ ownId }) => touched.has(ownId));
  const left = await forgetOtherParts(tx, [...gone, ...changed], written);
  const joined = await upsertRows<{ id: string }>(tx, 'mismatch_part', columnsOf(written), {
    key: ['mismatch_id', 'provider_id'],
    returning: `${PLAIN_ID('mismatch_part.mismatch_id')} as id`,
  });
  return new Set([...left, ...joined].map(({ id }) => id));
}

/** Takes away the parts of comparisons of providers but for those that are written next. */
const forgetOtherParts = (
  tx: Queries,
  ownIds: readonly string[],
  parts: readonly Part[],
): Promise<{ readonly id: string }[]> =>
  tx.query(
    `with gone as (
       delete from mismatch_part
       where provider_mismatch_id = any ($1)
         and (mismatch_id, provider_id) not in (select * from unnest($2::uuid[], $3::uuid[]))
       returning mismatch_id
     )
     select distinct ${PLAIN_ID('mismatch_id')} as id from gone`,
    [ownIds, parts.map(({ whole }) => whole.id), parts.map(({ providerId }) => providerId)],
  );
