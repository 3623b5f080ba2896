/** That what is refreshed after a change is what refreshing everyone gives. */
import type { DataSource, EntityManager } from 'typeorm';
import { refreshSummaries, SUMMARIES } from '../../src/actions/refresh-summaries';
import type { Changed } from '../../src/delivery/changed';

/** The day that the invented world is seen from. */
export const NOW = new Date('2026-11-15T06:00:00Z');

const FINGERPRINT = `${SUMMARIES.map(
  (table) =>
    `select '${table}' as name, count(*)::int as rows, md5(string_agg(t::text, '' order by t::text)) as content from ${table} t`,
).join(' union all ')}
  order by name`;

type Asked = Pick<DataSource, 'query'>;

/** Of every summary: how many rows, and a digest of what they say. */
export const fingerprint = (on: Asked) => on.query(FINGERPRINT);

/** What a delivery does to the tables, as SQL that returns the id of who has to be refreshed. */
export type Change = readonly [who: keyof Changed, sql: string];

/** Makes the changes, and refreshes those concerned, and then everyone. All of it is taken back. */
export async function refreshedAfter(owner: DataSource, changes: readonly Change[]) {
  return takenBack(owner, async (tx) => {
    const before = await fingerprint(tx);
    const scope: Partial<Record<keyof Changed, string[]>> = {};
    for (const [who, sql] of changes) {
      const changed: { id: string }[] = await tx.query(`with changed as (${sql}) select distinct id from changed`);
      scope[who] = [...(scope[who] ?? []), ...changed.map(({ id }) => id)];
    }
    await refreshSummaries(tx, scope, NOW);
    const alone = await fingerprint(tx);
    // From nothing: what is taken to be unchanged, or was forgotten to be taken away, would be so again.
    for (const table of ['provider_risk', ...SUMMARIES]) await tx.query(`delete from ${table}`);
    await refreshSummaries(tx, 'all', NOW);
    return { before, alone, everyone: await fingerprint(tx) };
  });
}

/** Does something in a transaction of which nothing stays. */
export async function takenBack<Result>(
  owner: DataSource,
  act: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    return await act(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
