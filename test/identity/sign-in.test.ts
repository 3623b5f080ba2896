/** Signing in over HTTP, at the embedded provider, as a browser does it. */
import { signContext } from '../../src/database/signed-context';
import { developmentIssuer } from '../../src/identity/development-issuer';
import { AttemptSeal } from '../../src/identity/sign-in/attempt';
import { Sessions } from '../../src/identity/sign-in/sessions';
import type { Viewer } from '../../src/policy/viewer';
import { type Served, serve } from '../api/serve';
import '../support/one-realm';
import { Visitor } from '../support/visitor';

const MINUTE = 60_000;
const SESSION = '__Host-ews';
const ATTEMPT = '__Host-ews-sign-in';
const WHO = '{ viewer { isSignedIn assurance party { key } } }';

let served: Served;
let now: Date;
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};

beforeAll(async () => {
  served = await serve({}, () => now);
}, 60_000);
afterAll(() => served.stop());
beforeEach(async () => {
  now = new Date();
  // Here is tried in a second what a guesser would try in minutes.
  await served.database.owner.query('truncate ews.rate_limit');
});

const visitor = () => new Visitor(served.url);
const signedIn = async (as: string, options?: Parameters<Visitor['signIn']>[1]) => {
  const somebody = visitor();
  const response = await somebody.signIn(as, options);
  expect(response.status).toBe(303);
  return somebody;
};
const keyOf = async (somebody: Visitor) => (await somebody.ask(WHO)).data?.viewer.party?.key ?? null;
interface Told {
  readonly isSignedIn: boolean;
  readonly endsAt: string;
}
const session = async (somebody: Visitor) => (await (await somebody.fetch('/auth/session')).json()) as Told;
const rows = (where = 'true') => served.database.owner.query(`select * from session where ${where}`);
const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;

describe('signing in', () => {
  test('goes by the identity provider, and leaves a browser with one cookie that no script can read', async () => {
    const somebody = visitor();
    const response = await somebody.signIn('municipality:GM0014');
    expect(response.headers.get('location')).toBe('/');
    const line = somebody.given.find((one) => one.startsWith(`${SESSION}=`));
    expect(line).toMatch(/^__Host-ews=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(somebody.cookies.has(ATTEMPT)).toBe(false);
    expect(await somebody.ask(WHO)).toEqual({
      status: 200,
      data: { viewer: { isSignedIn: true, assurance: 'SUBSTANTIAL', party: { key: 'municipality:GM0014' } } },
    });
  });

  test('asks with PKCE, a state, a nonce and the one address to come back to, and for a fresh sign-in', async () => {
    const response = await visitor().fetch('/auth/login?assurance=high&lang=en');
    const asked = new URL(response.headers.get('location') as string).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: 'ews',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${served.url}/auth/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      prompt: 'login',
      acr_values: 'http://eidas.europa.eu/LoA/high',
      ui_locales: 'en',
    });
  });

  test('keeps only a hash of the cookie', async () => {
    const somebody = await signedIn('region:JZ01');
    const kept = JSON.stringify(await rows());
    expect(kept).not.toContain(somebody.cookies.get(SESSION));
    expect(kept).toMatch(/"cookie_hash":"[0-9a-f]{64}"/);
  });

  test('says who has signed in, until when, and how sure that is', async () => {
    const somebody = await signedIn('ja', { assurance: 'LOW' });
    const told = await session(somebody);
    expect(told).toMatchObject({ isSignedIn: true, subject: 'ja', kind: 'JA', assurance: 'LOW' });
    expect(Date.parse(told.endsAt) - now.getTime()).toBe(15 * MINUTE);
    expect(await session(visitor())).toEqual({ isSignedIn: false });
  });

  test('leads back to where somebody was, and nowhere else', async () => {
    const somebody = visitor();
    const back = await somebody.signIn('ja', { login: '/auth/login?returnTo=/a/b?c=d' });
    expect(back.headers.get('location')).toBe('/a/b?c=d');
    const dotted = ['/..//evil.example/x', '/.//evil.example', '/./\\evil.example'];
    const plain = ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'a'];
    for (const elsewhere of [...plain, ...dotted]) {
      const response = await visitor().fetch(`/auth/login?returnTo=${encodeURIComponent(elsewhere)}`);
      expect([elsewhere, response.status]).toEqual([elsewhere, 400]);
    }
    expect((await visitor().fetch('/auth/login?assurance=most')).status).toBe(400);
  });
});

describe('an answer of the provider is refused', () => {
  /** Everything is right but what is changed here. */
  async function finish(change: (url: URL, somebody: Visitor) => void): Promise<Response> {
    const somebody = visitor();
    const url = new URL(await somebody.toCallback('ja'));
    change(url, somebody);
    const response = await somebody.fetch(url.href);
    expect(somebody.cookies.has(SESSION)).toBe(false);
    return response;
  }
  const CHANGES: Record<string, (url: URL, somebody: Visitor) => void> = {
    'with another state': (url) => url.searchParams.set('state', 'x'.repeat(43)),
    'without a state': (url) => url.searchParams.delete('state'),
    'of another issuer': (url) => url.searchParams.set('iss', 'https://evil.example'),
    'with a code that was not given': (url) => url.searchParams.set('code', 'x'.repeat(43)),
    'without a code': (url) => url.searchParams.delete('code'),
    'that is an error': (url) => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
    },
    'in another browser': (_url, somebody) => somebody.cookies.delete(ATTEMPT),
    'with a cookie that was not sealed here': (_url, somebody) => somebody.cookies.set(ATTEMPT, 'a.b.c.d.e'),
    'that took more than ten minutes': () => later(11),
  };

  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    const response = await finish(change);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('Begin opnieuw');
  });

  test.each(['nonce', 'codeVerifier', 'state'] as const)(
    'when only the %s is not what was begun with',
    async (what) => {
      const somebody = visitor();
      const url = await somebody.toCallback('ja');
      const seal = new AttemptSeal(served.database.contextKey);
      const attempt = await seal.open(somebody.cookies.get(ATTEMPT) as string, now);
      somebody.cookies.set(ATTEMPT, await seal.seal({ ...attempt, [what]: 'x'.repeat(43) }, now));
      expect((await somebody.fetch(url)).status).toBe(401);
      expect(somebody.cookies.has(SESSION)).toBe(false);
    },
  );

  test('that belongs to another attempt: a code of one, brought by who began the other', async () => {
    const [mine, theirs] = [visitor(), visitor()];
    const [myUrl, theirUrl] = [new URL(await mine.toCallback('ja')), new URL(await theirs.toCallback('region:JZ01'))];
    // As somebody would who slips their own sign-in under another's: the code alone (PKCE and nonce are wrong).
    theirUrl.searchParams.set('code', myUrl.searchParams.get('code') as string);
    expect((await theirs.fetch(theirUrl.href)).status).toBe(401);
    expect(theirs.cookies.has(SESSION)).toBe(false);
  });

  test('a second time', async () => {
    const somebody = visitor();
    const url = await somebody.toCallback('ja');
    const attempt = somebody.cookies.get(ATTEMPT) as string;
    expect((await somebody.fetch(url)).status).toBe(303);
    somebody.cookies.clear();
    somebody.cookies.set(ATTEMPT, attempt);
    expect((await somebody.fetch(url)).status).toBe(401);
  });
});

describe('a session', () => {
  test('gets a new name at every sign-in, and the old one ends: a name that was planted is worth nothing', async () => {
    const somebody = visitor();
    somebody.cookies.set(SESSION, 'planted-by-somebody-else');
    await somebody.signIn('ja');
    const first = somebody.cookies.get(SESSION) as string;
    expect(first).not.toBe('planted-by-somebody-else');
    await somebody.signIn('ja', { assurance: 'HIGH' });
    const second = somebody.cookies.get(SESSION) as string;
    expect(second).not.toBe(first);
    somebody.cookies.set(SESSION, first);
    expect(await somebody.ask(WHO)).toMatchObject({ status: 401 });
    somebody.cookies.set(SESSION, second);
    expect(await keyOf(somebody)).toBe('ja');
  });

  test('ends the old one also when its cookie does not come back from elsewhere (SameSite=Strict)', async () => {
    const somebody = await signedIn('ja');
    const old = somebody.cookies.get(SESSION) as string;
    const url = await somebody.toCallback('ja');
    somebody.cookies.delete(SESSION);
    await somebody.fetch(url);
    somebody.cookies.set(SESSION, old);
    expect((await somebody.ask(WHO)).status).toBe(401);
  });

  test('ends after fifteen minutes without a request, and not when there are requests', async () => {
    const somebody = await signedIn('ja');
    for (const _ of [1, 2, 3]) {
      later(13.9);
      expect(await keyOf(somebody)).toBe('ja');
    }
    later(15.1);
    expect(code(await somebody.ask(WHO))).toBe('UNAUTHENTICATED');
  });

  test('is not kept alive by a page that only asks whether it is still there', async () => {
    const somebody = await signedIn('ja');
    for (const minutes of [8, 6.9]) {
      later(minutes);
      expect((await session(somebody)).isSignedIn).toBe(true);
    }
    later(0.2);
    expect((await session(somebody)).isSignedIn).toBe(false);
    expect(somebody.cookies.has(SESSION)).toBe(false);
  });

  test('ends after eight hours, whatever is asked', async () => {
    const somebody = await signedIn('ja');
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      later(10);
      expect(await keyOf(somebody)).toBe('ja');
    }
    later(9.9);
    expect(await keyOf(somebody)).toBe('ja');
    later(0.2);
    expect((await somebody.ask(WHO)).status).toBe(401);
  });

  test('ends when somebody signs out, at once', async () => {
    const somebody = await signedIn('ja');
    const cookie = somebody.cookies.get(SESSION) as string;
    const response = await somebody.fetch('/auth/logout', { method: 'POST', headers: { 'x-ews-request': '1' } });
    expect(response.status).toBe(204);
    expect(somebody.cookies.has(SESSION)).toBe(false);
    somebody.cookies.set(SESSION, cookie);
    expect(await somebody.ask(WHO)).toMatchObject({ status: 401 });
  });

  test('is removed some time after it ended, and no other is', async () => {
    const somebody = await signedIn('vng');
    later(14);
    await signedIn('researcher');
    later(2);
    const { app, contextKey } = served.database;
    const pool = (app.driver as unknown as { master: never }).master;
    const contextOf = (viewer: Viewer) => signContext(viewer, contextKey, new Date());
    const fail = (error: unknown) => {
      throw error;
    };
    const sessions = new Sessions(app, pool, contextOf, { idle: 15 * MINUTE, absolute: 480 * MINUTE }, fail);
    await sessions.sweep(now);
    const left = await served.database.owner.query(
      'select subject from session join account on account.id = account_id',
    );
    const subjects = left.map(({ subject }: { subject: string }) => subject);
    expect(subjects).toContain('researcher');
    expect(subjects).not.toContain('vng');
    expect((await somebody.ask(WHO)).status).toBe(401);
  });

  test('sees what its account is now: another function, or none, at the next request', async () => {
    const somebody = await signedIn('inspection:IJENV');
    const functions = async () => (await somebody.ask('{ viewer { functions } }')).data?.viewer.functions;
    expect(await functions()).toEqual(['READER', 'PREPARER', 'APPROVER']);
    const change = (set: string) =>
      served.database.owner.query(`update account set ${set} where subject = 'inspection:IJENV'`);
    await change("functions = '{READER}'");
    expect(await functions()).toEqual(['READER']);
    await change('is_active = false');
    expect(await somebody.ask(WHO)).toMatchObject({ status: 401 });
    await change('is_active = true');
  });

  test('cannot be seen or made by anybody but the system, not even by the JA', async () => {
    await signedIn('ja');
    const { app } = served.database;
    expect(await app.query('select * from session')).toEqual([]);
    await expect(
      app.query(
        "insert into session (cookie_hash, account_id, began_at, seen_at, ends_at) select 'x', id, now(), now(), now() from account",
      ),
    ).resolves.toEqual([]);
    expect(await rows("cookie_hash = 'x'")).toEqual([]);
  });
});

describe('a request with a session', () => {
  test('must come from a page of ours', async () => {
    const somebody = await signedIn('ja');
    expect(await somebody.ask(WHO, {})).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect((await somebody.fetch('/auth/logout', { method: 'POST' })).status).toBe(403);
    expect(await keyOf(somebody)).toBe('ja');
  });

  test('may not bring a bearer token too', async () => {
    const somebody = await signedIn('ja');
    const authorization = `Bearer ${await served.tokenFor('region:JZ01')}`;
    const answer = await somebody.ask(WHO, { 'x-ews-request': '1', authorization });
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(answer.errors?.[0]?.message).toMatch(/not both/);
  });

  test('may not bring two sessions', async () => {
    const somebody = await signedIn('ja');
    const cookie = `${SESSION}=${somebody.cookies.get(SESSION)}; ${SESSION}=another`;
    somebody.cookies.clear();
    expect(await somebody.ask(WHO, { 'x-ews-request': '1', cookie })).toMatchObject({ status: 401 });
  });
});

describe('how sure it is who asks', () => {
  const SEND = `mutation { sendSignaal(input: { regionCode: "JZ01", careFormCodes: [], supply: POSSIBLE_RISK, developments: [] }) { id } }`;
  const asked = async (somebody: Visitor) => somebody.ask(SEND);

  test('is enough or not for what is done: who is not sure enough is told how to become so', async () => {
    const low = await signedIn('ja', { assurance: 'LOW' });
    const answer = await asked(low);
    expect(answer.errors).toEqual([
      {
        message: expect.stringContaining('/auth/login?assurance=substantial'),
        path: ['sendSignaal'],
        extensions: {
          code: 'INSUFFICIENT_AUTHENTICATION',
          required: 'SUBSTANTIAL',
          nl: expect.stringContaining('betrouwbaarheidsniveau "substantieel"'),
        },
      },
    ]);
    await low.signIn('ja', { login: '/auth/login?assurance=substantial' });
    expect(code(await asked(low))).toBe('BAD_USER_INPUT');
  });

  test('is not told to who may not do it anyway', async () => {
    expect(code(await asked(await signedIn('provider:de-wissel', { assurance: 'LOW' })))).toBe('FORBIDDEN');
    expect(code(await asked(visitor()))).toBe('UNAUTHENTICATED');
  });

  test('counts for a bearer token too', async () => {
    const issuer = await developmentIssuer(served.config);
    const tell = async (assurance: 'LOW' | 'HIGH') => {
      const { token } = await issuer.issueToken('ja', { assurance });
      return code(await visitor().ask(SEND, { authorization: `Bearer ${token}` }));
    };
    expect([await tell('LOW'), await tell('HIGH')]).toEqual(['INSUFFICIENT_AUTHENTICATION', 'BAD_USER_INPUT']);
  });
});

describe('what ends at the provider', () => {
  test('ends here too, at the next request, and nothing else does', async () => {
    const [mine, other] = [await signedIn('ja'), await signedIn('ja')];
    const { response } = await mine.follow('/oidc/session/end');
    const page = (await response?.text()) as string;
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] as string;
    const action = /action="([^"]+)"/.exec(page)?.[1] as string;
    const left = await mine.form(action, { xsrf, logout: 'yes' });
    expect([left.status, await keyOf(other)]).toEqual([303, 'ja']);
    expect(await mine.ask(WHO)).toMatchObject({ status: 401 });
  });

  test('is not ended by who only says so', async () => {
    const somebody = await signedIn('ja');
    for (const logout_token of ['', 'a.b.c', await served.tokenFor('ja')]) {
      const response = await visitor().form('/auth/backchannel-logout', { logout_token });
      expect(response.status).toBe(400);
    }
    expect(await keyOf(somebody)).toBe('ja');
  });
});
