/** What happens to sessions is in the audit log, or does not happen. */
import { exportJWK, generateKeyPair } from 'jose';
import { verifyAuditLog } from '../../src/checks/audit-log/verify';
import { auditHead } from '../../src/database/logs';
import { signContext } from '../../src/database/signed-context';
import { RESOURCE, SERVICE_ID, serviceKey } from '../../src/identity/development-clients';
import { serviceToken } from '../../src/identity/service-token';
import { Sessions } from '../../src/identity/sign-in/sessions';
import type { Viewer } from '../../src/policy/viewer';
import { type Served, serve } from '../api/serve';
import '../support/one-realm';
import { systemContext } from '../support/logs';
import { Visitor } from '../support/visitor';

const MINUTE = 60_000;
const SESSION = '__Host-ews';
const WHO = '{ viewer { party { key } } }';

let served: Served;
let now: Date;
beforeAll(async () => {
  served = await serve({}, () => now);
}, 60_000);
afterAll(() => served.stop());
beforeEach(async () => {
  now = new Date();
  await owner('truncate ews.rate_limit');
});

const owner = (sql: string, values: unknown[] = []) => served.database.owner.query(sql, values);

interface Entry {
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly result: string;
  readonly origin: string;
  readonly party_id: string | null;
  readonly subject: string;
  readonly trace_id: string | null;
}
/** The entries that a piece of work adds. */
async function entriesOf(work: () => Promise<unknown>): Promise<readonly Entry[]> {
  const [{ last }] = await owner('select coalesce(max(id), 0) as last from audit_entry');
  await work();
  return owner('select * from audit_entry where id > $1 order by id', [last]);
}
const partyOf = async (key: string) => (await owner('select id from party where key = $1', [key]))[0].id;
const signedIn = async (as: string) => {
  const somebody = new Visitor(served.url);
  expect((await somebody.signIn(as)).status).toBe(303);
  return somebody;
};
const signOut = (somebody: Visitor) =>
  somebody.fetch('/auth/logout', { method: 'POST', headers: { 'x-ews-request': '1' } });
const actions = (entries: readonly Entry[]) => entries.map(({ action, result }) => `${action}: ${result}`);

const fail = (error: unknown) => {
  throw error;
};
function sessions(): Sessions {
  const { app, contextKey } = served.database;
  const pool = (app.driver as unknown as { master: never }).master;
  const contextOf = (viewer: Viewer) => signContext(viewer, contextKey, new Date());
  return new Sessions(app, pool, contextOf, { idle: 15 * MINUTE, absolute: 480 * MINUTE }, fail);
}

/** Nothing can be added to the log while this is done. */
async function withoutLog<T>(work: () => Promise<T>): Promise<T> {
  await owner('alter table audit_entry add constraint nothing_fits check (false) not valid');
  try {
    return await work();
  } finally {
    await owner('alter table audit_entry drop constraint nothing_fits');
  }
}

describe('signing in', () => {
  test('leaves one entry: who, for which party, from where, under which number, and nothing of the cookie', async () => {
    let somebody: Visitor | undefined;
    const [entry, ...more] = await entriesOf(async () => {
      somebody = await signedIn('municipality:GM0014');
    });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: 'signed in',
      object_kind: 'session',
      object_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      result: 'OK',
      origin: expect.stringMatching(/127\.0\.0\.1|::1/),
      party_id: await partyOf('municipality:GM0014'),
      subject: 'municipality:GM0014',
      trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const [kept] = await owner('select cookie_hash from session where cookie_hash like $1', [`${entry?.object_id}%`]);
    expect(kept).toBeDefined();
    expect(JSON.stringify(entry)).not.toContain(kept.cookie_hash);
    expect(JSON.stringify(entry)).not.toContain(somebody?.cookies.get(SESSION));
  });

  test('that is refused, of an account that has ended, leaves one that says so, and no session', async () => {
    const somebody = new Visitor(served.url);
    const url = await somebody.toCallback('region:JZ01');
    await owner("update account set is_active = false where subject = 'region:JZ01'");
    const [entry, ...more] = await entriesOf(async () => expect((await somebody.fetch(url)).status).toBe(401));
    await owner("update account set is_active = true where subject = 'region:JZ01'");
    const [account] = await owner("select id from account where subject = 'region:JZ01'");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: 'sign-in refused',
      object_kind: 'account',
      object_id: account.id,
      result: 'REFUSED',
      subject: 'region:JZ01',
      party_id: await partyOf('region:JZ01'),
    });
  });

  test('that is refused, of somebody without an account here, tells nothing of who that is', async () => {
    const stranger = { subject: 'jan.jansen@example.nl', acr: null, providerSession: null };
    const from = { address: '192.0.2.7', traceId: 't' };
    const [entry] = await entriesOf(() =>
      expect(sessions().begin(stranger, null, now, from)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' }),
    );
    expect(entry).toMatchObject({
      action: 'sign-in refused',
      subject: 'unknown',
      object_id: 'unknown',
      party_id: null,
    });
    expect(entry).toMatchObject({ origin: '192.0.2.7', trace_id: 't' });
    expect(JSON.stringify(entry)).not.toContain('jansen');
  });

  test('does not happen when it cannot be written down', async () => {
    const somebody = await signedIn('vng');
    const before = somebody.cookies.get(SESSION);
    const url = await somebody.toCallback('vng');
    const held = await owner('select count(*) from session');
    const response = await withoutLog(() => somebody.fetch(url));
    expect([response.status, somebody.cookies.get(SESSION)]).toEqual([503, before]);
    expect(await owner('select count(*) from session')).toEqual(held);
    // Nor is the session that was there any other than it was.
    expect((await somebody.ask(WHO)).data?.viewer.party.key).toBe('vng');
  });

  test('again ends the session of before, and who still comes with that one is noticed, once', async () => {
    const somebody = await signedIn('ja');
    const old = somebody.cookies.get(SESSION) as string;
    expect(actions(await entriesOf(() => somebody.signIn('ja')))).toEqual(['session replaced: OK', 'signed in: OK']);
    const thief = new Visitor(served.url);
    thief.cookies.set(SESSION, old);
    const entries = await entriesOf(async () => {
      expect((await thief.ask(WHO)).status).toBe(401);
      expect((await thief.ask(WHO)).status).toBe(401);
    });
    expect(actions(entries)).toEqual(['replaced session used: REFUSED']);
    expect(entries[0]).toMatchObject({ subject: 'ja', origin: expect.stringMatching(/127\.0\.0\.1|::1/) });
    expect((await somebody.ask(WHO)).data?.viewer.party.key).toBe('ja');
    const guess = new Visitor(served.url);
    guess.cookies.set(SESSION, 'x'.repeat(43));
    expect(await entriesOf(() => guess.ask(WHO))).toEqual([]);
  });
});

describe('the end of a session', () => {
  test('leaves one entry when somebody signs out, and none when there was nothing to end', async () => {
    const somebody = await signedIn('vng');
    const [entry, ...more] = await entriesOf(() => signOut(somebody));
    expect([entry, more]).toMatchObject([{ action: 'signed out', subject: 'vng', result: 'OK' }, []]);
    expect(await entriesOf(() => signOut(somebody))).toEqual([]);
  });

  test('leaves one entry when the provider ends it', async () => {
    const somebody = await signedIn('region:JZ01');
    const { response } = await somebody.follow('/oidc/session/end');
    const page = (await response?.text()) as string;
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] as string;
    const action = /action="([^"]+)"/.exec(page)?.[1] as string;
    const entries = await entriesOf(() => somebody.form(action, { xsrf, logout: 'yes' }));
    expect(actions(entries)).toEqual(['signed out at the identity provider: OK']);
    expect(entries[0]?.subject).toBe('region:JZ01');
  });

  test('leaves one entry each when nothing was asked any more, or it lasted too long', async () => {
    await sessions().sweep(new Date(now.getTime() + 1_000 * MINUTE));
    await signedIn('vng');
    await signedIn('researcher');
    const entries = await entriesOf(() => sessions().sweep(new Date(now.getTime() + 16 * MINUTE)));
    expect(entries.map(({ action, subject, origin }) => [action, subject, origin]).sort()).toEqual([
      ['session expired', 'researcher', 'system'],
      ['session expired', 'vng', 'system'],
    ]);
    expect(await entriesOf(() => sessions().sweep(new Date(now.getTime() + 16 * MINUTE)))).toEqual([]);
  });

  test('of a session that was replaced is not told again', async () => {
    await sessions().sweep(new Date(now.getTime() + 1_000 * MINUTE));
    const somebody = await signedIn('vng');
    await somebody.signIn('vng');
    const entries = await entriesOf(() => sessions().sweep(new Date(now.getTime() + 16 * MINUTE)));
    expect(actions(entries)).toEqual(['session expired: OK']);
  });

  test('comes also when it cannot be written down, and the operator is told', async () => {
    const somebody = await signedIn('vng');
    const cookie = somebody.cookies.get(SESSION) as string;
    const lines: string[] = [];
    const spy = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    expect((await withoutLog(() => signOut(somebody))).status).toBe(204);
    expect(somebody.cookies.has(SESSION)).toBe(false);
    somebody.cookies.set(SESSION, cookie);
    expect((await somebody.ask(WHO)).status).toBe(401);

    const other = await signedIn('region:JZ01');
    const { response } = await other.follow('/oidc/session/end');
    const page = (await response?.text()) as string;
    const [xsrf, action] = [/name="xsrf" value="([^"]+)"/, /action="([^"]+)"/].map((one) => one.exec(page)?.[1]);
    await withoutLog(() => other.form(action as string, { xsrf: xsrf as string, logout: 'yes' }));
    expect((await other.ask(WHO)).status).toBe(401);
    spy.mockRestore();
    expect(lines.filter((line) => line.includes('that is not in the audit log'))).toHaveLength(2);
  });

  test.each([
    ['asking', (thief: Visitor) => thief.ask(WHO)],
    ['looking', (thief: Visitor) => thief.fetch('/auth/session')],
    ['signing out', signOut],
    ['signing in', (thief: Visitor) => thief.signIn('vng')],
  ])('that was replaced is noticed, once, by %s', async (what, use) => {
    const somebody = await signedIn('ja');
    const old = somebody.cookies.get(SESSION) as string;
    await somebody.signIn('ja');
    const entries = await entriesOf(async () => {
      for (let time = 0; time < 2; time += 1) {
        const thief = new Visitor(served.url);
        thief.cookies.set(SESSION, old);
        await use(thief);
      }
    });
    const ofThief = entries.filter(({ subject }) => subject === 'ja');
    expect([what, ...actions(ofThief)]).toEqual([what, 'replaced session used: REFUSED']);
    expect((await somebody.ask(WHO)).data?.viewer.party.key).toBe('ja');
  });

  test('comes with the end of its account, and an account that is opened again does not bring it back', async () => {
    const somebody = await signedIn('region:JZ01');
    const active = (is: boolean) => owner("update account set is_active = $1 where subject = 'region:JZ01'", [is]);
    await active(false);
    await active(true);
    expect((await somebody.ask(WHO)).status).toBe(401);
    now = new Date(Date.now() + 1_000);
    expect((await (await signedIn('region:JZ01')).ask(WHO)).status).toBe(200);
  });
});

test('a program that is known and gets no token leaves an entry; one that is not known leaves none', async () => {
  const key = await serviceKey(served.config.dataFolder);
  const client = { issuer: new URL('/oidc', served.url), clientId: SERVICE_ID, key, resource: RESOURCE };
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const other = { ...(await exportJWK(privateKey)), alg: 'ES256', kid: key.kid as string };
  const refused = async (wrong: Partial<typeof client>) => {
    await expect(serviceToken({ ...client, ...wrong })).rejects.toThrow(/does not know this program/);
    // It is written after the answer.
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const entries = await entriesOf(() => refused({ key: other }));
  expect(entries).toMatchObject([{ action: 'token refused', subject: SERVICE_ID, result: 'REFUSED' }]);
  expect(entries[0]?.origin).toMatch(/127\.0\.0\.1|::1/);
  expect(await entriesOf(() => refused({ clientId: 'service:NZA' }))).toEqual([]);
  expect(await entriesOf(() => serviceToken(client))).toEqual([]);
});

test('the auditor of the JA reads it, and the chain holds', async () => {
  await signedIn('vng');
  const [{ subject }] = await owner(
    "select a.subject from account a join party p on p.id = a.party_id where p.kind = 'JA' and a.functions = '{AUDITOR}'",
  );
  const auditor = await signedIn(subject);
  const answer = await auditor.ask(
    '{ auditLog(first: 5, filter: { action: "signed in" }) { nodes { action subject origin objectKind partyId } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.auditLog.nodes.slice(0, 2)).toMatchObject([
    { action: 'signed in', subject },
    { action: 'signed in', subject: 'vng', objectKind: 'session' },
  ]);
  const { app, owner: db } = served.database;
  const head = await auditHead(app, systemContext(served.database));
  expect(await verifyAuditLog(db, head, [], () => undefined)).toMatchObject({ entries: head.entry, wrong: null });
});
