import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { digestsIn, type MigrationOfFile } from './migrations/from-file';
import { OTHER_TABLES } from './refusals';

/** Any number will do, as long as every process of ours takes the same. */
const LOCK = 20_261_115;

/** Does something while no other process prepares this database. The lock goes when its connection goes. */
export async function alone<T>(owner: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = owner.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    return await work(runner);
  } finally {
    // Also when the work failed; when the connection is gone, so is the lock.
    await runner.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await runner.release();
  }
}

/** A migration that was changed after it was run here left the old tables and policies behind: then nothing is sure. */
async function refuseEdited(runner: QueryRunner, executor: MigrationExecutor): Promise<void> {
  const digests = await digestsIn(runner);
  const done = new Set((await executor.getExecutedMigrations()).map(({ name }) => name));
  const all: readonly Partial<MigrationOfFile>[] = runner.dataSource.migrations;
  if (all.some(({ name = '', digest }) => done.has(name) && digests[name] !== digest)) throw OTHER_TABLES;
}

/**
 * Brings the tables up to date: all pending migrations in one transaction, so that there is no half. The app role is
 * granted what it may do, and nothing else. Returns the names of the migrations that were run. Throws Unavailable when
 * one that was run before says something else by now.
 */
export async function migrate(runner: QueryRunner, appRole: string): Promise<string[]> {
  await runner.query("select set_config('ews.app_role', $1, false)", [appRole]);
  const executor = new MigrationExecutor(runner.dataSource, runner);
  executor.transaction = 'all';
  await refuseEdited(runner, executor);
  const done = await executor.executePendingMigrations();
  return done.map(({ name }) => name);
}

/** The statements that would make the tables what the entities say. None, or somebody changed only one of the two. */
export async function drift(owner: DataSource): Promise<string[]> {
  const { upQueries } = await owner.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
