/** W4: declarations into a table with the indexes and references of the real one, by `psql \copy` and by our COPY. */
import { execFile, execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { chunksOf, copyInto } from '../seeds/copy';
import { compare } from './comparison';
import { cpuOfEndedChildren, cpuOfPostgres } from './cpu-time';
import type { Measured } from './report';
import type { Plan, Turn } from './rounds';
import type { BenchWorld } from './world';

const TABLE = 'bench_declaration';
const COLUMNS =
  'id provider_id municipality_code region_code care_form_code period_start period_end amount_cents volume unit';
const LIST = COLUMNS.replaceAll(' ', ', ');
/** A backend that has said goodbye needs a moment before its time is told. */
const FAREWELL_MS = 150;

/** Like the real table in all that makes an insert cost: indexes, checks and references. Writes rows of it to a file, and gives how many. */
async function makeTable(owner: Client, file: string, most: number): Promise<number> {
  await owner.query(`drop table if exists ${TABLE}; create table ${TABLE} (like declaration including all)`);
  const { rows: references } = await owner.query<{ says: string }>(
    `select format('alter table ${TABLE} add constraint %I %s', conname, pg_get_constraintdef(oid)) as says
     from pg_constraint where conrelid = 'declaration'::regclass and contype = 'f'`,
  );
  for (const { says } of references) await owner.query(says);
  const rows = owner.query(to(`copy (select ${LIST} from declaration order by id limit ${most}) to stdout`));
  await pipeline(rows, createWriteStream(file));
  return rows.rowCount ?? 0;
}

function hasPsql(): boolean {
  try {
    execFileSync('psql', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

type Insert = (url: string, file: string) => Promise<void>;

const byPsql: Insert = async (url, file) => {
  await promisify(execFile)('psql', [url, '-q', '-c', `\\copy ${TABLE} (${LIST}) from '${file}'`]);
};

/** The bytes of the file as they are: what psql does, for a machine without it. */
const byBareCopy: Insert = async (url, file) => {
  const client = await connected(url);
  const stream = client.query(from(`copy ${TABLE} (${LIST}) from stdin`));
  stream.end(await readFile(file));
  await new Promise((resolve, reject) => stream.on('finish', resolve).on('error', reject));
  await client.end();
};

/** As the seeds do it: row by row, in chunks, no faster than the database takes them. */
const byProduct: Insert = async (url, file) => {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const table = { name: TABLE, columns: COLUMNS.split(' '), rows: () => lines.map((line) => `${line}\n`) };
  const client = await connected(url);
  await copyInto(client, table, [], chunksOf(table), () => undefined);
  await client.end();
};

async function turn(
  insert: Insert,
  world: BenchWorld,
  file: string,
  rows: number,
  postmaster: number | null,
): Promise<Turn> {
  await world.owner.query(`truncate ${TABLE}`);
  const cpu = () => ({
    node: process.cpuUsage(),
    children: cpuOfEndedChildren(),
    postgres: postmaster && cpuOfPostgres(postmaster),
  });
  const before = cpu();
  const begun = performance.now();
  await insert(world.urls.owner, file);
  const ms = performance.now() - begun;
  await pause(FAREWELL_MS);
  const after = cpu();
  const { user, system } = process.cpuUsage(before.node);
  return {
    answers: 1,
    seconds: ms / 1000,
    bytes: 0,
    p50: ms,
    p99: ms,
    rps: (rows * 1000) / ms,
    nodeCpu: (user + system) / 1000 + after.children - before.children,
    postgresCpu: before.postgres === null || after.postgres === null ? null : after.postgres - before.postgres,
  };
}

/** Rows per second and CPU per load, in turns. */
export async function measureRawInsert(
  world: BenchWorld,
  postmaster: number | null,
  { inserts: times, insertedRows }: Plan,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'ews-bench-'));
  await chmod(folder, 0o755);
  const file = join(folder, 'declarations.tsv');
  const isPsql = hasPsql();
  const inserts = { bare: isPsql ? byPsql : byBareCopy, product: byProduct };
  const turns = { bare: [] as Turn[], product: [] as Turn[] };
  try {
    const rows = await makeTable(world.owner, file, insertedRows);
    for (let round = 0; round < times; round += 1) {
      for (const name of ['bare', 'product'] as const) {
        turns[name].push(await turn(inserts[name], world, file, rows, postmaster));
      }
    }
    const bare = isPsql ? '(a) psql \\copy' : '(a) plain COPY';
    return {
      workload: 'W4',
      connections: 1,
      bytes: 0,
      rows,
      names: { bare, product: 'product COPY' },
      comparison: compare(turns),
    };
  } finally {
    await world.owner.query(`drop table if exists ${TABLE}`);
    await rm(folder, { recursive: true });
  }
}
