/** PgBouncer in transaction mode in front of the database of a test, where this machine has it (Debian: apt install pgbouncer). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { accountFor } from '../../src/database/embedded/account';

const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];

/** Where it is; undefined on a machine without. */
export const PGBOUNCER = FOLDERS.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));

export interface Pooler {
  /** The same database, through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const PATIENCE_MS = 10_000;

async function untilItAnswers(url: string, child: ChildProcess, complaint: () => string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(50)) {
    const client = new Client({ connectionString: url });
    const answers = await client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
    if (answers) return;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`PgBouncer does not answer: ${complaint()}`);
  }
}

/** @param backends how many connections to Postgres all clients have together */
export async function startPooler(appUrl: string, backends: number): Promise<Pooler> {
  const { hostname, port: behind, username, password, pathname } = new URL(appUrl);
  const folder = mkdtempSync(join(tmpdir(), 'ews-pooler-'));
  const port = await freePort();
  const account = accountFor(join(folder, 'nothing'));
  const quoted = (text: string) => `"${decodeURIComponent(text).replaceAll('"', '""')}"`;
  writeFileSync(join(folder, 'users'), `${quoted(username)} ${quoted(password)}\n`);
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
     * = host=${hostname} port=${behind}
     [pgbouncer]
     listen_addr = 127.0.0.1
     listen_port = ${port}
     unix_socket_dir =
     auth_type = plain
     auth_file = ${join(folder, 'users')}
     pool_mode = transaction
     default_pool_size = ${backends}
     max_client_conn = 100
    `.replaceAll(/^ +/gm, ''),
  );
  // It may run as another account than we do, because it refuses to be root.
  chmodSync(folder, 0o755);
  let complaint = '';
  const child = spawn(PGBOUNCER as string, [join(folder, 'pgbouncer.ini')], {
    ...(account && { uid: account.uid, gid: account.gid }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (text: Buffer) => {
    complaint = `${complaint}${text}`.slice(-2_000);
  });
  const url = `postgres://${username}:${password}@127.0.0.1:${port}${pathname}?pooler=transaction`;
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilItAnswers(url, child, () => complaint).catch((error) => stop().then(() => Promise.reject(error)));
  return { url, stop };
}
