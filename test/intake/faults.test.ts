/**
 * kill -9 of the server, or of a Postgres that then starts anew, at any moment of an upload or a submission: what was
 * acknowledged is there, and nothing is there twice. EWS_KILLS says how many times; a few by default.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { readConfig } from '../../src/config';
import { type Cluster, startCluster } from '../../src/database/embedded';
import { type Prepared, prepareDatabase } from '../../src/database/prepare';
import { signContext } from '../../src/database/signed-context';
import { developmentIssuer } from '../../src/identity/development-issuer';
import { SYSTEM } from '../../src/policy/viewer';

const KILLS = Number(process.env.EWS_KILLS ?? 4);
const NOW = '2027-01-05T10:00:00Z';
const PROVIDER = 'provider:de-wissel';

let folder: string;
let cluster: Cluster;
let prepared: Prepared;
let asSystem: string;
let token: string;
let server: { child: ChildProcess; url: string } | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ews-faults-'));
  // Postgres may run as another user than we do, who must pass.
  await chmod(folder, 0o711);
  cluster = await startCluster({ dir: join(folder, 'pg18'), durable: true });
  const database = { app: cluster.url('app'), owner: cluster.url('owner') };
  prepared = await prepareDatabase({ ...readConfig({ EWS_WORLD: 'small', EWS_DATA: folder }), database });
  const context = () => signContext(SYSTEM, prepared.contextKey, new Date());
  await prepared.app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [context()]);
    await openDeliveries(tx, new Date(NOW));
  });
  asSystem = signContext(SYSTEM, prepared.contextKey, new Date(Date.now() + 86_400_000));
  // A pool would have to be told of every connection that is lost here.
  await prepared.stop();
  const issuer = await developmentIssuer({ ...readConfig({ EWS_DATA: folder }), mode: 'development' });
  token = (await issuer.issueToken(PROVIDER, { lifetime: 3_600 })).token;
}, 120_000);

afterAll(async () => {
  server?.child.kill('SIGKILL');
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** The server, started anew when it was killed. */
async function serverUrl(): Promise<string> {
  if (server && server.child.exitCode === null && server.child.signalCode === null) return server.url;
  const apart = { appUrl: cluster.url('app'), contextKey: prepared.contextKey.toString('hex'), folder, now: NOW };
  const child = spawn(process.execPath, ['-r', '@swc-node/register', join(__dirname, '../support/served-apart.ts')], {
    env: { ...process.env, EWS_APART: JSON.stringify(apart) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string>((listens, failed) => {
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += piece;
      const [, found] = /LISTENS (\S+)/.exec(said) ?? [];
      if (found) listens(found);
    });
    child.once('exit', () => failed(new Error('The server did not start.')));
  });
  server = { child, url };
  return url;
}

/** Sends until it is answered for good: what a program does that heard nothing, or "try again". */
async function insist(path: string, init: RequestInit): Promise<{ status: number; body: Record<string, unknown> }> {
  for (let time = 0; time < 60; time += 1) {
    try {
      const headers = { authorization: `Bearer ${token}`, ...(init.headers as object) };
      const answer = await fetch(`${await serverUrl()}${path}`, { ...init, headers });
      const body = (await answer.json()) as Record<string, unknown>;
      if (answer.status < 500) return { status: answer.status, body };
    } catch {
      // It was killed, or is not there yet.
    }
    await pause(100);
  }
  throw new Error('Nobody answered any more.');
}

/** The world as the owner sees it, also while Postgres recovers: each time by a connection of its own. */
async function seen<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  for (let time = 0; ; time += 1) {
    const client = new Client({ connectionString: cluster.url('owner'), options: `-c ews.context=${asSystem}` });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(sql, values)).rows as T[];
    } catch (error) {
      if (time > 60) throw error;
      await pause(200);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function killServer(): Promise<void> {
  server?.child.kill('SIGKILL');
}

/** One of its processes dies, so Postgres ends all of them and recovers from its log. */
async function killPostgres(): Promise<void> {
  const [backend] = await seen<{ pid: number }>(
    `select pid from pg_stat_activity where usename = $1 order by state = 'active' desc, random() limit 1`,
    [cluster.appRole],
  );
  if (backend) process.kill(backend.pid, 'SIGKILL');
}

it(
  `loses nothing and doubles nothing in ${KILLS} kills`,
  async () => {
    let version = 0;
    for (let kills = 0; kills < KILLS; kills += 1) {
      const strike = async (withinMs: number) => {
        await pause(Math.random() * withinMs);
        await (kills % 2 === 0 ? killServer() : killPostgres());
      };
      if (kills % 4 < 2) {
        version += 1;
        await submitDuring(strike, version);
      } else await uploadDuring(strike, 2_000 + kills);
    }
  },
  60_000 + KILLS * 12_000,
);

type Strike = (withinMs: number) => Promise<void>;

/** A delivery, and from the second one on a correction, by a program. */
async function submitDuring(strike: Strike, version: number): Promise<void> {
  const amount = 1_000_000 + version;
  const values = { ...VALUES, finances: { ...VALUES.finances, b6: amount } };
  const answers = await questionsOf(values, version);
  const sending = insist('/v1/deliveries', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `delivery-${version}` },
    body: JSON.stringify({
      ...{ uitvraag: 'regeling-jeugdwet-8g', period: '2026Q4', submit: true, values, answers },
      ...(version > 1 && { correctionReason: `Correctie nummer ${version}.` }),
    }),
  });
  await strike(450);
  const { status, body } = await sending;
  expect([status, body.result, body.version]).toEqual([201, 'SUBMITTED', version]);
  await holds(version, amount);
}

/** A long list into the draft of another delivery: all of its lines are there, or those of the file before. */
async function uploadDuring(strike: Strike, count: number): Promise<void> {
  const [delivery] = await seen<{ id: string }>(
    `select d.id from delivery d join party p on p.id = d.party_id
     where p.key = $1 and uitvraag_key = 'convenant-bijlage-4' and period_start = '2026-10-01'`,
    [PROVIDER],
  );
  const lines = Array.from({ length: count }, (_, at) => `GM0014;JH1211;${at},50;${at};HOUR`);
  const sending = insist(`/v1/deliveries/${delivery?.id}/file?section=declarations`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv' },
    body: ['municipality;careForm;amount;volume;unit', ...lines].join('\n'),
  });
  await strike(250);
  const { status, body } = await sending;
  expect([status, body.result, body.lines]).toEqual([200, 'READ', count]);
  const kept = await seen('select sum(count)::int as lines from draft_lines where delivery_id = $1', [delivery?.id]);
  expect(kept).toEqual([{ lines: count }]);
}

/** Everything that was acknowledged is there once, and nothing else. */
async function holds(versions: number, amount: number): Promise<void> {
  const [found] = await seen<Record<string, unknown>>(
    `select (select count(*)::int from delivery d where d.party_id = p.id and d.uitvraag_key = $2 and d.period_start = '2026-10-01') as versions,
       (select count(*)::int from receipt r join delivery d on d.id = r.delivery_id where d.party_id = p.id and d.uitvraag_key = $2 and d.period_start = '2026-10-01') as receipts,
       (select count(*)::int from intake_request i where i.party_id = p.id) as answered,
       (select count(*)::int from draft_value v join delivery d on d.id = v.delivery_id where d.party_id = p.id and d.uitvraag_key = $2) as drafts,
       (select array_agg(f.value::bigint::text) from figure f where f.provider_id = p.provider_id and f.item = 'cash' and f.period_end = '2027-01-01' and f.is_current) as cash
     from party p where p.key = $1`,
    [PROVIDER, 'regeling-jeugdwet-8g'],
  );
  expect(found).toEqual({ versions, receipts: versions, answered: versions, drafts: 0, cash: [String(amount * 100)] });
}

type Values = Record<string, Record<string, unknown> | object[]> & { finances: Record<string, unknown> };

/** About what the provider delivered of the quarter before, so that few questions are asked. */
const VALUES: Values = {
  identity: { b1: 'De Wissel', b2: 'Afdeling control' },
  finances: {
    b4: 1_000_000,
    b5: 110_000_000,
    b6: 1_000_000,
    b7: 27_000_000,
    b8: 2_000_000,
    b9: 75_000_000,
    b10: 10_000_000,
    b11: 63_000_000,
    b12: 900_000,
  },
  outlook: { b15: false },
  formsOffered: [{ careForm: 'JH1211' }],
};

/** The questions that the checks ask of these values, answered. */
async function questionsOf(values: object, version: number): Promise<object[]> {
  const { body } = await insist('/v1/deliveries?dryRun=true', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ uitvraag: 'regeling-jeugdwet-8g', period: '2026Q4', values },
      ...(version > 1 && { correctionReason: 'Om te zien wat er wordt gevraagd.' }),
    }),
  });
  const findings = (body.findings ?? []) as Record<string, unknown>[];
  return findings
    .filter(({ severity }) => severity === 'QUESTION')
    .map(({ rule, section, row, field }) => ({ rule, section, row, field, explanation: 'Zo staat het in de boeken.' }));
}
