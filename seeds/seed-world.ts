import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { Queries } from '../src/actions/refresh/rows';
import { FILLED_AGAIN, refreshAll } from '../src/actions/refresh-summaries';
import { Conflict } from '../src/errors';
import { chunksOf, copyInto, makeAhead } from './copy';
import { liftFromOwner } from './row-level-security';
import { SpareTime } from './spare-time';
import { standDown } from './stand-down';
import { AS_OF } from './world/calendar';
import { GENERATOR_VERSION, type WorldSize } from './world/size';
import { tablesOf } from './world/tables';
import { buildWorld } from './world/world';

export type { WorldSize } from './world/size';

/** Filled with so many rows that their indexes are better made afterwards. */
const LARGE = [
  'contract',
  'declaration',
  'delivery',
  'figure',
  'municipal_report',
  'personnel_report',
  'referral',
  'tariff',
];
/** Sampling this much is enough for plans that are right, and takes a fraction of the default. */
const STATISTICS_TARGET = 10;
const NOT_EMPTY = {
  en: 'This database is not empty. Give the invented world a database of its own.',
  nl: 'Deze database is niet leeg. Geef de verzonnen wereld een eigen database.',
};

/**
 * Fills an empty, migrated database with the reference data and the invented world of a size, summaries included, in one
 * transaction. The owner may be a superuser, or just the owner of the tables. Throws Conflict when anything is there.
 * @param onProgress the rows of a table so far
 * @param world the world of that size, when it was built before
 */
export async function seedWorld(
  owner: DataSource,
  size: WorldSize,
  onProgress: (table: string, rows: number) => void = () => undefined,
  world = buildWorld(size),
): Promise<void> {
  const tables = tablesOf(world);
  const runner = owner.createQueryRunner();
  const spare = new SpareTime();
  try {
    const client: ClientBase = await runner.connect();
    await runner.startTransaction();
    const forceAgain = await liftFromOwner(client);
    await refuseUnlessEmpty(client);
    await client.query(`set local default_statistics_target = ${STATISTICS_TARGET}`);
    const restores = await standDown(client, [...LARGE, ...FILLED_AGAIN]);
    const complete = (table: string) => {
      for (const statement of [...(restores.get(table) ?? []), `analyze ${table}`]) {
        spare.later(() => client.query(statement));
      }
    };
    for (const table of tables) {
      const chunks = chunksOf(table);
      const ready = makeAhead(chunks);
      await spare.now(() => copyInto(client, table, ready, chunks, (rows) => onProgress(table.name, rows)));
      complete(table.name);
    }
    const tx: Queries = {
      query: (sql: string, values?: unknown[]) => spare.now(() => runner.manager.query(sql, values)),
    };
    await refreshAll(tx, new Date(`${AS_OF}T06:00:00Z`), (table, rows) => {
      onProgress(table, rows);
      complete(table);
    });
    await spare.finish();
    await client.query(
      'insert into seeded_world (size, generator_version, as_of, seeded_at) values ($1, $2, $3, now())',
      [size, GENERATOR_VERSION, AS_OF],
    );
    await forceAgain();
    await runner.commitTransaction();
  } catch (error) {
    await spare.abandon();
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('(select 1 from province) union all (select 1 from party) limit 1');
  if (rowCount !== 0) throw new Conflict(NOT_EMPTY);
}
