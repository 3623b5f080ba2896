/** No query outside the name of somebody: the whole server runs, and every statement of the role of the API is watched. */
import pg from 'pg';
import { SAYS_NOTHING } from '../support/catalogue/lists';
import { type Watch, watchStatements } from '../support/watch';
import { type Served, serve } from './serve';

/** Rates are counted before anybody knows who is asking, in a table of digests that no other statement speaks of. */
const COUNTS =
  /^\s*(insert into "ews"\."rate_limit" values \(\$1, \$2, \$3\)|select points, expire from "ews"\."rate_limit" where key = \$1 and)/i;
const saysWho = (text: string) => !COUNTS.test(text);

let served: Served;
let watch: Watch;

beforeAll(async () => {
  watch = watchStatements(new URL(process.env.EWS_TEST_APP_URL as string).username);
  served = await serve();
}, 60_000);

afterAll(async () => {
  await served?.stop();
  watch.stop();
});

async function ask(
  subject: string | null,
  query: string,
): Promise<{ errors?: unknown; data: Record<string, unknown> }> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (subject) headers.authorization = `Bearer ${await served.tokenFor(subject)}`;
  const answer = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.json() as never;
}

const READ = `{ viewer { party { name } } providers(first: 3) { totalCount nodes { name quarters { totalCount } } }
  meldingen { totalCount } riskDashboard { quarter } }`;
const REPORT = `mutation { registerMelding(input: { clientKey: "watched", reason: CONTINUITY, explanation: "Zorgen" }) { receivedAt } }`;
const SIGNAAL = `mutation { sendSignaal(input: { careFormCodes: ["JH1221"], supply: POSSIBLE_RISK, developments: [STAFFING], regionCode: "JZ01" }) { id } }`;

it('asks for everything that people ask in their name, and for accounts in the name of the system', async () => {
  const before = watch.nameless.length;
  const [account] = await served.database.owner.query(
    "select a.subject from account a join party p on p.id = a.party_id where p.kind = 'JA' and 'ANALYST' = any (a.functions) limit 1",
  );
  for (const subject of [
    null,
    'provider:de-wissel',
    'municipality:GM0014',
    'region:JZ01',
    'inspection:IGJ',
    account.subject,
  ]) {
    expect((await ask(subject, READ)).data).toBeDefined();
  }
  expect((await ask('municipality:GM0014', REPORT)).errors).toBeUndefined();
  expect((await ask(account.subject, SIGNAAL)).errors).toBeUndefined();
  const { data } = await ask(account.subject, '{ signals(first: 1) { nodes { id } } }');
  const [{ id }] = (data.signals as { nodes: [{ id: string }] }).nodes;
  expect((await ask(account.subject, `mutation { markSignalSeen(id: "${id}") { id } }`)).errors).toBeUndefined();
  expect(watch.nameless.slice(before).filter(saysWho)).toEqual([]);
  expect(watch.seen).toBeGreaterThan(50);
});

it('asks in nobody’s name only what says nothing of anybody', async () => {
  for (const path of ['/livez', '/readyz']) expect((await fetch(served.url + path)).status).toBe(200);
  const said = watch.nameless.filter(saysWho).map((text) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase());
  expect([...new Set(said)].sort()).toEqual(Object.keys(SAYS_NOTHING).sort());
});

it('would be noticed if it did otherwise', async () => {
  const client = new pg.Client({ connectionString: served.database.appUrl });
  await client.connect();
  const before = watch.nameless.length;
  await client.query('select * from melding');
  await client.query('begin');
  await client.query('select 1 from melding');
  await client.query("select set_config('ews.context', $1, true)", ['']);
  await client.query('select 2 from melding');
  await client.query('commit');
  await client.query("select set_config('ews.context', $1, true)", ['']);
  await client.query('select 3 from melding');
  await client.end();
  expect(watch.nameless.slice(before)).toEqual([
    'select * from melding',
    'select 1 from melding',
    "select set_config('ews.context', $1, true)",
    'select 3 from melding',
  ]);
});
