/**
 * The default database: a real Postgres that npm installed, in a folder of ours, for as long as we live. `npm start` and
 * the tests use nothing else, so that nobody has to install anything.
 */
import { resolve } from 'node:path';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { findBinaries } from './binaries';
import { APP, type Folder, openFolder } from './folder';
import { refusalOfDisk } from './refusals';
import { asOwner, HOME, type Role, urlOf } from './running';
import { type Started, start } from './start';

export interface ClusterOptions {
  /** Folder of the cluster; made where there is none. */
  readonly dir: string;
  /** False: faster, and lost when the machine loses its power. For tests. */
  readonly durable: boolean;
  /** Where a cluster is that was made ahead, asked only when there is none in the folder yet. */
  readonly ahead?: () => string | undefined;
}

export interface Cluster {
  /** The role that the API signs in as: bound by every policy, owner of nothing. */
  readonly appRole: string;
  /** How to sign in, password included: never to be printed. */
  url(role: Role, database?: string): string;
  /** Makes another database where there is none of that name. */
  ensureDatabase(name: string): Promise<void>;
  /** Stops Postgres, unless another process started it. */
  stop(): Promise<void>;
}

/** The one database of a cluster that is there from the start. */
const DATABASE = 'ews';

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  // The path of a socket may not be longer than 107 bytes, and a folder may be anywhere.
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=256MB',
  'max_wal_size=4GB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // Our statements are short; compiling them costs more than it saves.
  'jit=off',
];
const WITHOUT_DURABILITY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** Somebody else may have made it while we looked. */
const ALREADY_THERE = ['42710', '42P04', '23505', '3D000'];

interface Wish {
  /** No row: not there yet. */
  readonly question: string;
  readonly command: string;
}

const HAS_DATABASE = (name: string) => `select from pg_database where datname = ${escapeLiteral(name)}`;

/** What a cluster of ours has and a new one has not. */
function wishes({ secrets }: Folder): Wish[] {
  const limits = 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit';
  return [
    {
      question: `select from pg_roles where rolname = '${APP}'`,
      command: `create role ${APP} ${limits} password ${escapeLiteral(secrets[APP])}`,
    },
    // Every new cluster has a database postgres; giving it our name takes no time, making one does.
    { question: HAS_DATABASE(DATABASE), command: `alter database postgres rename to ${DATABASE}` },
  ];
}

function fulfil(url: string, list: readonly Wish[]): Promise<void> {
  return asOwner(url, async (client) => {
    for (const { question, command } of list) {
      if ((await client.query(question)).rowCount) continue;
      await client.query(command).catch((error: Error & { code?: string }) => {
        if (!ALREADY_THERE.includes(error.code ?? '')) throw error;
      });
    }
  });
}

/** When somebody kills Postgres under us it comes back, at the same port, where the pools look for it. */
function reviveOnEnd(started: Started, again: () => Promise<Started>): () => Promise<void> {
  let current = Promise.resolve(started);
  let isWanted = true;
  const watch = ({ server }: Started): void => {
    server?.ended.then(() => {
      if (!isWanted) return;
      current = again();
      current.then(watch, () => undefined);
    });
  };
  watch(started);
  return async () => {
    isWanted = false;
    const { server } = await current.catch(() => started);
    server?.stop();
    await server?.ended;
  };
}

/** Starts the cluster of a folder, or joins it where it runs already. Throws Unavailable with what to do. */
export async function startCluster({ dir, durable, ahead }: ClusterOptions): Promise<Cluster> {
  const binaries = findBinaries();
  const folder = await openFolder(resolve(dir), binaries, ahead);
  const settings = durable ? SETTINGS : [...SETTINGS, ...WITHOUT_DURABILITY];
  const startAt = (port?: number) =>
    start(folder, binaries.postgres, settings, port).catch((error) => {
      throw refusalOfDisk(error, dir);
    });
  const started = await startAt();
  const { port } = started.running;
  const stop = reviveOnEnd(started, () => startAt(port));
  const home = urlOf(folder, port, 'owner', HOME);
  await fulfil(home, wishes(folder));
  return {
    appRole: APP,
    url: (role, database = DATABASE) => urlOf(folder, port, role, database),
    ensureDatabase: (name) =>
      fulfil(home, [{ question: HAS_DATABASE(name), command: `create database ${escapeIdentifier(name)}` }]),
    stop,
  };
}
