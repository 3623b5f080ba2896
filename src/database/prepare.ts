import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { World } from '../../seeds/world/world';
import type { Config, WorldSize } from '../config';
import { log } from '../log';
import { SYSTEM } from '../policy/viewer';
import { type DataSourceOptions, makeDataSource } from './data-source';
import { alone, migrate } from './migrate';
import { archiveMadeAhead, embeddedFolder, openDatabase } from './open';
import { type Login, refusalOfDatabase, refuseUnfit } from './refusals';
import { signContext } from './signed-context';

/** A database with everything in it, and the API signed in to it as the role that every policy binds. */
export interface Prepared {
  readonly app: DataSource;
  readonly appUrl: string;
  /** Signs who is asking. */
  readonly contextKey: Buffer;
  /** The migrations that were run just now. */
  readonly migrated: readonly string[];
  stop(): Promise<void>;
}

/** Long enough for the largest world on a slow machine. */
const A_DAY_MS = 86_400_000;
const KEY_BYTES = 48;
/** How long a statement of the API may take: a heavy question, or a deed. Below the 15 seconds of a request. */
const PATIENCE_MS = 10_000;

/** The key of the settings, or the one the database has; a copy of an archive that was made ahead has none yet. */
async function agreeOnKey(owner: DataSource, given: Buffer | null): Promise<Buffer> {
  const [{ key }]: [{ key: Buffer }] = await owner.query(
    `insert into ews_sec.context_key as here (key) values (coalesce($1::bytea, $2))
     on conflict (only_one) do update set key = coalesce($1, here.key)
     returning key`,
    [given, randomBytes(KEY_BYTES)],
  );
  return key;
}

/** Signed in as the owner, who may be bound by the policies too: SYSTEM is a column of the table like any other. */
export async function asSystem<T>(url: string, key: Buffer, work: (owner: DataSource) => Promise<T>): Promise<T> {
  const context = signContext(SYSTEM, key, new Date(Date.now() + A_DAY_MS));
  const owner = makeDataSource(url, { connections: 4, patienceMs: 0, context });
  await owner.initialize();
  return work(owner).finally(() => owner.destroy());
}

/** Fills an empty archive with an invented world on real reference data. Says so when it holds another world already. */
export async function seedOnce(
  owner: DataSource,
  url: string,
  key: Buffer,
  size: WorldSize,
  world?: World,
): Promise<void> {
  const [seeded]: [{ size: string }?] = await owner.query('select size from seeded_world');
  if (seeded && seeded.size !== size) {
    log.warn(`This database holds the ${seeded.size} world; the ${size} world needs an empty one.`);
  }
  if (seeded) return;
  log.info(`Filling the archive with the ${size} world, once.`);
  // Only now, because most starts need no seeds.
  const { seedWorld } = require('../../seeds/seed-world') as typeof import('../../seeds/seed-world');
  const { SeedProgress } = require('../../seeds/progress') as typeof import('../../seeds/progress');
  const progress = new SeedProgress(size);
  await asSystem(url, key, (system) => seedWorld(system, size, progress.of, world));
  log.info(`Filled it with ${progress.done().toLocaleString('en')} rows.`);
}

/** The world for an embedded database that does not exist yet: built while Postgres makes it. */
function buildAhead(config: Config): World | undefined {
  const { world, database, dataFolder } = config;
  if (!world || database || existsSync(embeddedFolder(dataFolder)) || archiveMadeAhead(config)) return undefined;
  const { buildWorld } = require('../../seeds/world/world') as typeof import('../../seeds/world/world');
  return buildWorld(world);
}

/** Connects, or says which setting is wrong. */
async function connect(url: string, setting: string, options: DataSourceOptions): Promise<DataSource> {
  try {
    return await makeDataSource(url, options).initialize();
  } catch (error) {
    throw refusalOfDatabase(error, setting);
  }
}

/** The name of the role a data source signs in as, which policies must bind. */
async function boundRole(app: DataSource): Promise<string> {
  const [login]: [Login & { role: string }] = await app.query(`
    select current_user as role,
      current_setting('server_version_num')::int as version,
      rolsuper or rolbypassrls or exists (
        select from pg_class where relowner = pg_roles.oid and relname = 'provider' and relkind = 'r'
      ) as is_unbound,
      current_setting('statement_timeout') <> '0' and current_setting('timezone') = 'UTC' as is_set
    from pg_roles
    where rolname = current_user`);
  refuseUnfit(login);
  return login.role;
}

/**
 * Opens the database, brings its tables up to date and fills it once. Other processes that prepare the same database
 * wait their turn. Throws Unavailable or Invalid with one sentence for the person who started us.
 */
export async function prepareDatabase(config: Config, opening = openDatabase(config)): Promise<Prepared> {
  const world = buildAhead(config);
  const opened = await opening;
  const open: DataSource[] = [];
  const stop = async () => {
    await Promise.allSettled(open.map((dataSource) => dataSource.destroy()));
    await opened.stop();
  };
  try {
    const app = await connect(opened.urls.app, 'DATABASE_URL', { connections: 8, patienceMs: PATIENCE_MS });
    open.push(app);
    const role = await boundRole(app);
    // A migration, or waiting for another process that seeds, takes as long as it takes.
    const owner = await connect(opened.urls.owner, 'DATABASE_OWNER_URL', { connections: 2, patienceMs: 0 });
    open.push(owner);
    const found = await alone(owner, async (runner) => {
      const migrated = await migrate(runner, role);
      const contextKey = await agreeOnKey(owner, config.contextKey);
      if (config.world) await seedOnce(owner, opened.urls.owner, contextKey, config.world, world);
      return { migrated, contextKey };
    });
    await owner.destroy();
    return { app, appUrl: opened.urls.app, ...found, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
