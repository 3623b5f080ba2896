import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { refreshSummaries, SUMMARIES } from '../src/actions/refresh-summaries';
import { Conflict } from '../src/errors';
import { chunksOf, copyInto, makeAhead } from './copy';
import { liftFromOwner } from './row-level-security';
import { standDown } from './stand-down';
import { AS_OF } from './world/calendar';
import { GENERATOR_VERSION, type WorldSize } from './world/size';
import { type Table, tablesOf } from './world/tables';
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
 */
export async function seedWorld(
  owner: DataSource,
  size: WorldSize,
  onProgress: (table: string, rows: number) => void = () => undefined,
): Promise<void> {
  const tables = tablesOf(buildWorld(size));
  const runner = owner.createQueryRunner();
  try {
    const client: ClientBase = await runner.connect();
    await runner.startTransaction();
    const forceAgain = await liftFromOwner(client);
    await refuseUnlessEmpty(client);
    const restores = size === 'small' ? new Map<string, string>() : await standDown(client, [...LARGE, ...SUMMARIES]);
    await fill(client, tables, restores, onProgress);
    await client.query(`set local default_statistics_target = ${STATISTICS_TARGET}`);
    await client.query(`analyze ${tables.map(({ name }) => name).join(', ')}`);
    await refreshSummaries(runner.manager, 'all', new Date(`${AS_OF}T06:00:00Z`), onProgress);
    await restoreAll(client, SUMMARIES, restores);
    await client.query(`analyze ${SUMMARIES.join(', ')}`);
    await client.query(
      'insert into seeded_world (size, generator_version, as_of, seeded_at) values ($1, $2, $3, now())',
      [size, GENERATOR_VERSION, AS_OF],
    );
    await forceAgain();
    await runner.commitTransaction();
  } catch (error) {
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

/** Fills table after table. While the database makes the indexes of one, the first rows of the next are made here. */
async function fill(
  client: ClientBase,
  tables: readonly Table[],
  restores: ReadonlyMap<string, string>,
  onProgress: (table: string, rows: number) => void,
): Promise<void> {
  let busy: Promise<unknown> = Promise.resolve();
  for (const table of tables) {
    const chunks = chunksOf(table);
    const ready = makeAhead(chunks);
    await busy;
    await copyInto(client, table, ready, chunks, (rows) => onProgress(table.name, rows));
    const restore = restores.get(table.name);
    busy = restore ? client.query(restore) : Promise.resolve();
  }
  await busy;
}

async function restoreAll(
  client: ClientBase,
  tables: readonly string[],
  restores: ReadonlyMap<string, string>,
): Promise<void> {
  const statements = tables.flatMap((table) => restores.get(table) ?? []);
  if (statements.length > 0) await client.query(statements.join(';\n'));
}
