/**
 * How fast a world is seeded, beside plain `\copy` of the same rows: `node -r @swc-node/register bench/copy-speed.ts [size]`.
 * The product makes the rows, fills the tables and works out the summaries; the other side only reads files that hold
 * the rows already, table by table, with indexes and references as they are. On a throw-away cluster.
 */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { seedWorld } from '../seeds/seed-world';
import { tablesOf } from '../seeds/world/tables';
import { buildWorld } from '../seeds/world/world';
import { SUMMARIES } from '../src/actions/refresh-summaries';
import { readConfig, WORLD_SIZES, type WorldSize } from '../src/config';
import { makeDataSource } from '../src/database/data-source';
import { type Cluster, startThrowAwayCluster } from '../src/database/embedded';
import { prepareDatabase } from '../src/database/prepare';

const tell = (text: string) => process.stdout.write(`${text}\n`);

/** A migrated database without a world in it. Gives the address of its owner. */
async function emptyArchive(cluster: Cluster, name: string): Promise<string> {
  await cluster.ensureDatabase(name);
  const database = { app: cluster.url('app', name), owner: cluster.url('owner', name) };
  const prepared = await prepareDatabase({ ...readConfig({}), database, world: null });
  await prepared.stop();
  return database.owner;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Seeds a world. Gives the seconds until the tables were full, and until the summaries were there as well. */
async function seed(url: string, size: WorldSize): Promise<{ rows: number; total: number }> {
  const owner = await makeDataSource(url, { connections: 2, patienceMs: 0 }).initialize();
  const rows = new Map<string, number>();
  const total = await seconds(() => seedWorld(owner, size, (table, count) => rows.set(table, count)));
  await owner.destroy();
  return { rows: [...rows.values()].reduce((sum, count) => sum + count, 0), total };
}

/** Writes every row to a file per table, as plain COPY text. */
async function write(url: string, tables: readonly string[], folder: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const table of tables) {
      await pipeline(client.query(to(`copy ${table} to stdout`)), createWriteStream(join(folder, table)));
    }
  });
}

async function hasPsql(): Promise<boolean> {
  const child = spawn('psql', ['--version'], { stdio: 'ignore' });
  return once(child, 'exit').then(
    ([code]) => code === 0,
    () => false,
  );
}

async function byPsql(url: string, tables: readonly string[], folder: string): Promise<void> {
  const commands = tables.flatMap((table) => ['-c', `\\copy ${table} from '${join(folder, table)}'`]);
  const child = spawn('psql', ['-q', '-v', 'ON_ERROR_STOP=1', ...commands, url], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`psql ended with code ${code}.`);
}

/** What psql does, for whoever does not have it: the file as it is through one connection. */
function byPipe(url: string, tables: readonly string[], folder: string): Promise<void> {
  return withClient(url, async (client) => {
    for (const table of tables) {
      await pipeline(createReadStream(join(folder, table)), client.query(from(`copy ${table} from stdin`)));
    }
  });
}

async function main(): Promise<void> {
  const size = WORLD_SIZES.find((known) => known === (process.argv[2] ?? 'full'));
  if (size === undefined) throw new TypeError(`The size of a world is one of ${WORLD_SIZES.join(', ')}.`);
  const tables = [...tablesOf(buildWorld('small')).map(({ name }) => name), ...SUMMARIES];
  const folder = mkdtempSync(join(tmpdir(), 'ews-copy-'));
  const cluster = await startThrowAwayCluster();
  try {
    const seeded = await emptyArchive(cluster, 'seeded');
    const { rows, total } = await seed(seeded, size);
    await write(seeded, tables, folder);
    const copied = await emptyArchive(cluster, 'copied');
    const isPsql = await hasPsql();
    const plain = await seconds(() => (isPsql ? byPsql : byPipe)(copied, tables, folder));
    const perSecond = (time: number) => `${Math.round(rows / time).toLocaleString('en')} rows/s`;
    tell(`${size}: ${rows.toLocaleString('en')} rows`);
    tell(`seedWorld, summaries included: ${total.toFixed(1)} s, ${perSecond(total)}`);
    tell(`${isPsql ? 'psql \\copy' : 'COPY by pipe'}: ${plain.toFixed(1)} s, ${perSecond(plain)}`);
    tell(`speed of seedWorld: ${(plain / total).toFixed(2)} of plain copy`);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
