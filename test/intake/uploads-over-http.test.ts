/** How a file arrives: who it is from is known before anything is kept of it, and nobody can fill the disk or wait for ever. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { signContext } from '../../src/database/signed-context';
import { spooled } from '../../src/intake/spool';
import { SYSTEM } from '../../src/policy/viewer';
import { type Served, serve } from '../api/serve';

const NOW = new Date('2027-01-05T10:00:00Z');
const PROVIDER = 'provider:de-wissel';
let served: Served;
let token: string;
const tokens = new Map<string, string>();
let id: string;

beforeAll(async () => {
  served = await serve({}, () => NOW);
  const { app, owner, contextKey } = served.database;
  await app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [signContext(SYSTEM, contextKey, new Date())]);
    await openDeliveries(tx, NOW);
  });
  const [{ key: neighbour }] = await owner.query(
    "select key from party where kind = 'PROVIDER' and key <> $1 order by key limit 1",
    [PROVIDER],
  );
  for (const key of [PROVIDER, neighbour, 'ja']) tokens.set(key, await served.tokenFor(key, 600));
  token = tokens.get(PROVIDER) as string;
  tokens.set('neighbour', tokens.get(neighbour) as string);
  [{ id }] = await owner.query(
    `select d.id from delivery d join party p on p.id = d.party_id
     where p.key = $1 and uitvraag_key = 'convenant-bijlage-4' and period_start = '2026-10-01' and period_end = '2027-01-01'`,
    [PROVIDER],
  );
}, 60_000);
afterAll(() => served.stop());

/** Begins to send a file, and does not end it. */
function begin(as: string | undefined, query = '?section=declarations', delivery = id) {
  const sending: ClientRequest = request(`${served.url}/v1/deliveries/${delivery}/file${query}`, {
    method: 'PUT',
    headers: { ...(as && { authorization: `Bearer ${as}` }), 'transfer-encoding': 'chunked' },
    agent: false,
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject);
  });
  answer.catch(() => undefined);
  sending.write('municipality;careForm;amount;volume;unit\n');
  return { sending, answer };
}
const kept = () => readdir(join(served.config.dataFolder, 'uploads')).catch(() => []);
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250 && !(await isSo()); tries += 1) await pause(20);
}

it.each([
  ['nobody', undefined, 401],
  ['the Jeugdautoriteit', 'ja', 403],
  ['a neighbour', 'neighbour', 404],
] as const)('is not taken of %s, and not waited for', async (_who, as, status) => {
  const { sending, answer } = begin(as && tokens.get(as));
  expect((await answer).statusCode).toBe(status);
  expect(await kept()).toEqual([]);
  sending.destroy();
});

it('is not taken for what was submitted', async () => {
  const [submitted] = await served.database.owner.query(
    "select d.id from delivery d join party p on p.id = d.party_id where p.key = $1 and d.status = 'SUBMITTED' limit 1",
    [PROVIDER],
  );
  const { sending, answer } = begin(token, '?section=declarations', submitted.id);
  expect((await answer).statusCode).toBe(409);
  expect(await kept()).toEqual([]);
  sending.destroy();
});

it('may be long for a long list alone', async () => {
  const put = (section: string) =>
    fetch(`${served.url}/v1/deliveries/${id}/file?section=${section}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: new Uint8Array(10 * 1_048_576 + 1).fill(0x78),
    });
  expect([(await put('providerContracts')).status, (await put('none')).status]).toEqual([413, 413]);
  expect((await put('declarations')).status).toBe(422);
});

it('comes two at once from one party, and the others in their turn', async () => {
  const two = [begin(token), begin(token)];
  await until(async () => (await kept()).length === 2);
  const third = begin(token);
  const refused = await third.answer;
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '10']);
  third.sending.destroy();
  for (const { sending } of two) sending.end();
  expect(await Promise.all(two.map(async ({ answer }) => (await answer).statusCode))).toEqual([422, 422]);
  const later = begin(token);
  later.sending.end();
  expect((await later.answer).statusCode).toBe(422);
  await until(async () => (await kept()).length === 0);
  expect(await kept()).toEqual([]);
});

it('that is broken off leaves nothing, neither on disk nor in the log', async () => {
  const written = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    const { sending } = begin(token);
    await until(async () => (await kept()).length === 1);
    sending.destroy();
    await until(async () => (await kept()).length === 0);
    await pause(100);
    expect(await kept()).toEqual([]);
    expect(written.mock.calls.map(([line]) => String(line)).join('')).not.toMatch(/is away|nobody foresaw/);
  } finally {
    written.mockRestore();
  }
});

describe('while it is received', () => {
  const PATIENCE_MS = 1_000;
  const receive = async (input: PassThrough) => {
    const folder = await mkdtemp(join(tmpdir(), 'ews-spool-'));
    const received = spooled(folder, input, 1_000, async ({ bytes }) => bytes, PATIENCE_MS);
    return received.finally(async () => expect(await readdir(folder)).toEqual([]));
  };

  it('ends when nothing comes any more', async () => {
    const input = new PassThrough();
    input.write('a');
    await expect(receive(input)).rejects.toMatchObject({ code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  });

  it('may take long as long as something comes', async () => {
    const input = new PassThrough();
    const received = receive(input);
    for (let piece = 0; piece < 8; piece += 1) {
      input.write('a');
      await pause(PATIENCE_MS / 5);
    }
    input.end();
    expect(await received).toBe(8);
  });
});
