import type { DataSource } from 'typeorm';
import { makeDataSource } from '../../src/database/data-source';
import { alone, drift, migrate } from '../../src/database/migrate';
import { MIGRATIONS } from '../../src/database/migrations';
import type { MigrationOfFile } from '../../src/database/migrations/from-file';
import { WRITES } from '../support/catalogue/lists';
import { emptyDatabase, type TestUrls } from '../support/database';

const APP_ROLE = 'ews_app';

let urls: TestUrls;
let owner: DataSource;

beforeEach(async () => {
  urls = await emptyDatabase();
  owner = await makeDataSource(urls.ownerUrl, { connections: 4 }).initialize();
});
afterEach(async () => {
  if (owner.isInitialized) await owner.destroy();
  await urls.drop();
});

const migrateAll = (dataSource = owner) => alone(dataSource, (runner) => migrate(runner, APP_ROLE));

describe('the migrations', () => {
  it('make exactly the tables that the entities describe', async () => {
    await migrateAll();
    expect(await drift(owner)).toEqual([]);
  });

  it('are run once', async () => {
    expect(await migrateAll()).toHaveLength(MIGRATIONS.length);
    expect(await migrateAll()).toEqual([]);
  });

  it('are refused when one that was run has been edited since', async () => {
    await migrateAll();
    const [edited] = owner.migrations as MigrationOfFile[];
    Object.defineProperty(edited, 'digest', { value: 'of another text' });
    await expect(migrateAll()).rejects.toThrow(/made by an earlier version/);
  });

  it('are run once by processes that start together', async () => {
    const other = await makeDataSource(urls.ownerUrl).initialize();
    const runs = await Promise.all([migrateAll(), migrateAll(other)]).finally(() => other.destroy());
    expect(runs.map((run) => run.length).sort()).toEqual([0, MIGRATIONS.length]);
  });

  it('leave no trace of a run that failed half-way', async () => {
    await owner.query('create table tariff ()');
    await expect(migrateAll()).rejects.toThrow(/already exists/);
    const [{ tables }] = await owner.query(
      "select count(*)::int as tables from pg_tables where tablename = 'province'",
    );
    expect(tables).toBe(0);
  });

  it('grant what they grant to the role they are given, whatever its name', async () => {
    const role = `Die van "ons"`;
    await owner.query(`create role "Die van ""ons""" nologin`);
    try {
      await alone(owner, (runner) => migrate(runner, role));
      const [granted] = await owner.query("select has_table_privilege($1, 'province', 'select') as may_read", [role]);
      expect(granted.may_read).toBe(true);
    } finally {
      await owner.query('drop owned by "Die van ""ons"""');
      await owner.query('drop role "Die van ""ons"""');
    }
  });

  it('only go forward', async () => {
    await migrateAll();
    await expect(owner.undoLastMigration()).rejects.toThrow(/no way back: write a new one/);
  });

  it('give the API no table to write in or to empty, but where the policies say so', async () => {
    await migrateAll();
    const mighty: { table: string; may: string }[] = await owner.query(
      `select table_name as table, privilege_type as may from information_schema.role_table_grants
       where grantee = $1 and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')`,
      [APP_ROLE],
    );
    // Whoever asks too much is counted, with as little as counting takes; why each of the others may be written is said there.
    const changes = Object.entries(WRITES).flatMap(([table, may]) =>
      may.filter((one) => one !== 'INSERT').map((one) => `${one} ${table}`),
    );
    expect(mighty.map(({ table, may }) => `${may} ${table}`).sort()).toEqual(
      [...changes, 'DELETE rate_limit', 'UPDATE rate_limit'].sort(),
    );
  });
});
