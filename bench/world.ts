/** The database that is measured on: the full world, in a cluster of the benchmark's own that is kept between runs. */
import { join } from 'node:path';
import { Client } from 'pg';
import { type Config, type DatabaseUrls, readConfig, type WorldSize } from '../src/config';
import { startCluster } from '../src/database/embedded';
import type { Opened } from '../src/database/open';
import { prepareDatabase } from '../src/database/prepare';
import { signContext } from '../src/database/signed-context';
import { SYSTEM } from '../src/policy/viewer';

/** Longer than any measurement. */
const A_DAY_MS = 86_400_000;

export interface BenchWorld {
  readonly size: string;
  readonly urls: DatabaseUrls;
  /** Where the development issuer keeps its key. */
  readonly dataFolder: string;
  /** Signed in as the owner of the tables, and as the system where the policies bind the owner too. */
  readonly owner: Client;
  stop(): Promise<void>;
}

async function connected(connectionString: string, options?: string): Promise<Client> {
  const client = new Client({ connectionString, options });
  await client.connect();
  return client;
}

/** The size of the world that a database holds; null when there is no such database, or nothing in it. */
async function sizeIn(url: string): Promise<string | null> {
  try {
    const client = await connected(url);
    const seeded = client.query<{ size: string }>('select size from seeded_world');
    return (await seeded.finally(() => client.end())).rows[0]?.size ?? null;
  } catch {
    return null;
  }
}

/** A cluster with a database per size of world, so that a quick run never costs the full one its place. */
async function openCluster(dataFolder: string, isQuick: boolean): Promise<Opened & { size: WorldSize }> {
  const cluster = await startCluster({ dir: join(dataFolder, 'pg18'), durable: true });
  const urlsOf = (size: string) => ({ app: cluster.url('app', size), owner: cluster.url('owner', size) });
  const hasFull = (await sizeIn(urlsOf('full').owner)) === 'full';
  const size = hasFull || !isQuick ? 'full' : 'demo';
  await cluster.ensureDatabase(size);
  return { size, urls: urlsOf(size), stop: () => cluster.stop() };
}

async function open(config: Config, isQuick: boolean): Promise<Opened & { size: WorldSize | null }> {
  if (!config.database) return openCluster(config.dataFolder, isQuick);
  return { size: config.world, urls: config.database, stop: async () => undefined };
}

/**
 * Opens the world, and makes it first where there is none: the full one takes minutes, once. A quick run does not wait for
 * that and takes the demo world. DATABASE_URL and DATABASE_OWNER_URL name another Postgres, with the world that is in it.
 */
export async function openWorld(isQuick: boolean): Promise<BenchWorld> {
  const settings = readConfig();
  const dataFolder = join(settings.dataFolder, 'bench');
  const config: Config = { ...settings, dataFolder, mode: 'development' };
  const opened = await open(config, isQuick);
  const isNew = (await sizeIn(opened.urls.owner)) === null;
  const prepared = await prepareDatabase({ ...config, world: opened.size }, Promise.resolve(opened));
  const context = signContext(SYSTEM, prepared.contextKey, new Date(Date.now() + A_DAY_MS));
  await prepared.app.destroy();
  const owner = await connected(opened.urls.owner, `-c ews.context=${context}`);
  // What a database does by itself after a while: it should not do it while we measure.
  if (isNew) await owner.query('vacuum (analyze)');
  const size = (await sizeIn(opened.urls.owner)) ?? 'unknown';
  return {
    size,
    urls: opened.urls,
    dataFolder,
    owner,
    async stop() {
      await owner.end();
      await opened.stop();
    },
  };
}
