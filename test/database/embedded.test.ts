import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, startCluster } from '../../src/database/embedded';
import { findBinaries, restoreLinks } from '../../src/database/embedded/binaries';
import { Unavailable } from '../../src/errors';
import { firstLine, launch } from '../support/programs';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;

let place: string;
const opened: Cluster[] = [];

async function open(dir = join(place, 'pg18')): Promise<Cluster> {
  const cluster = await startCluster({ dir, durable: true });
  opened.push(cluster);
  return cluster;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

const pidOf = (dir: string) => Number.parseInt(readFileSync(join(dir, 'pgdata/postmaster.pid'), 'utf8'), 10);

/** Asks again until it is answered, or gives up after ten seconds. */
async function eventually<T>(question: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

function newPlace(): void {
  place = mkdtempSync(join(tmpdir(), 'ews-test-'));
  chmodSync(place, 0o711);
}
const leavePlace = () => rmSync(place, { recursive: true, force: true });

afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.stop();
});

describe('the embedded Postgres', () => {
  // One folder for all, because making one takes a second: each test finds it as the one before left it.
  beforeAll(newPlace);
  afterAll(leavePlace);

  it('is made once when two start on an empty folder at the same moment', async () => {
    mkdirSync(join(place, 'pg18.new-999999999-left-by-a-killed-process'));
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.url('app', 'x')).toBe(first.url('app', 'x'));
    expect(readdirSync(place)).toEqual(['pg18']);
  });

  it('is a Postgres 18 with checksums, one encoding and passwords for everybody', async () => {
    const cluster = await open();
    const [settings] = await ask<Record<string, string>>(
      cluster.url('owner'),
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('data_checksums') as checksums,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         (select string_agg(distinct auth_method, ' ') from pg_hba_file_rules) as methods`,
    );
    expect(settings).toEqual({ version: 18, checksums: 'on', encoding: 'UTF8', fsync: 'on', methods: 'scram-sha-256' });
  });

  it('gives the API a role that every policy binds', async () => {
    const cluster = await open();
    const [role] = await ask(
      cluster.url('app'),
      'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolinherit: false,
    });
  });

  it('keeps its passwords from other users of the machine', async () => {
    await open();
    expect(statSync(join(place, 'pg18/secrets.json')).mode & 0o077).toBe(0);
    expect(statSync(join(place, 'pg18/pgdata')).mode & 0o077).toBe(0);
  });

  it('keeps what was written when Postgres is killed, and comes back at the same address', async () => {
    const cluster = await open();
    const url = cluster.url('owner');
    await ask(url, 'create table kept_1 as select 42 as answer');
    process.kill(pidOf(join(place, 'pg18')), 'SIGKILL');
    expect(await eventually(() => ask(url, 'select answer from kept_1'))).toEqual([{ answer: 42 }]);
  });

  it('stops with the process that started it, also when that is killed, and starts again', async () => {
    const dir = join(place, 'pg18');
    const holder = launch('test/support/hold-cluster.ts', [dir]);
    const url = await firstLine(holder);
    await ask(url, 'create table kept_2 as select 42 as answer');
    holder.kill('SIGKILL');
    await eventually(async () => expect(existsSync(join(dir, 'pgdata/postmaster.pid'))).toBe(false));
    const cluster = await open();
    expect(await ask(cluster.url('owner'), 'select answer from kept_2')).toEqual([{ answer: 42 }]);
  });

  it('starts when both Postgres and the process that started it were killed', async () => {
    const dir = join(place, 'pg18');
    const holder = launch('test/support/hold-cluster.ts', [dir]);
    await ask(await firstLine(holder), 'create table kept_3 as select 42 as answer');
    holder.kill('SIGKILL');
    process.kill(pidOf(dir), 'SIGKILL');
    const cluster = await open();
    expect(await ask(cluster.url('owner'), 'select answer from kept_3')).toEqual([{ answer: 42 }]);
  });

  it('is shared by processes that open the same folder', async () => {
    const [first, second] = [await open(), await open()];
    expect(second.url('app', 'x')).toBe(first.url('app', 'x'));
    await second.stop();
    expect(await ask(first.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does without the links of an install script', () => {
    const home = join(place, 'package');
    mkdirSync(join(home, 'native/lib'), { recursive: true });
    writeFileSync(join(home, 'native/lib/libpq.so.5.18'), '');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(home, 'native/pg-symlinks.json'), JSON.stringify(links));
    restoreLinks(home);
    restoreLinks(home);
    expect(lstatSync(join(home, 'native/lib/libpq.so.5')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(home, 'native/lib/libpq.so.5'), 'utf8')).toBe('');
  });
});

describe('the embedded Postgres says in one sentence what to do', () => {
  beforeEach(newPlace);
  afterEach(leavePlace);

  const refusal = async (work: () => Promise<unknown>): Promise<string> => {
    const error = await work().then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(Unavailable);
    const { en, nl } = (error as Unavailable).sentence;
    expect(`${en}${nl}`).not.toContain('\n');
    return en;
  };

  it('where npm has no Postgres for the machine', async () => {
    expect(await refusal(async () => findBinaries('plan9-mips'))).toMatch(/plan9-mips.*DATABASE_URL/);
  });

  it('when the folder holds something else', async () => {
    writeFileSync(join(place, 'letter.txt'), 'Dear reader');
    expect(await refusal(() => open(place))).toMatch(/not a data folder of this program/);
    expect(readdirSync(place)).toEqual(['letter.txt']);
  });

  it('when the folder is a file', async () => {
    writeFileSync(join(place, 'pg18'), '');
    expect(await refusal(() => open())).toMatch(/not a data folder of this program/);
  });

  it('when the cluster is damaged', async () => {
    const cluster = await open();
    await cluster.stop();
    rmSync(join(place, 'pg18/pgdata/global'), { recursive: true });
    expect(await refusal(() => open())).toMatch(/does not start \(.*\): see .*postgres\.log\.$/);
  });

  asRoot('as root, in a folder that no other user may enter', async () => {
    chmodSync(place, 0o700);
    expect(await refusal(() => open())).toMatch(/may not run as root.*cannot enter .*: start as an ordinary user/);
  });
});
