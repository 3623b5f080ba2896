/** How often signing in may fail from one address: a guesser runs out of guesses, and who signs in never meets it. */
import { RARE } from '../../src/api/rate-table';
import { type Served, serve } from '../api/serve';
import '../support/one-realm';
import { Visitor } from '../support/visitor';

const ATTEMPT = '__Host-ews-sign-in';
const TRIES = RARE['sign-in'].points;

/** Each test has a place of its own in the world. */
let address: string;
let count = 0;
let served: Served;
beforeAll(async () => {
  served = await serve({ EWS_TRUSTED_PROXIES: '127.0.0.0/8, ::1', EWS_RATE_ANONYMOUS: '20' });
}, 60_000);
afterAll(() => served.stop());
beforeEach(() => {
  count += 1;
  address = `198.51.100.${count}`;
});

/** A browser at an address, as a trusted balancer tells it. */
class At extends Visitor {
  constructor(private readonly from = address) {
    super(served.url);
  }
  override fetch(path: string, { headers = {}, ...init }: RequestInit = {}): Promise<Response> {
    return super.fetch(path, { ...init, headers: { ...(headers as object), 'x-forwarded-for': this.from } });
  }
}

const statuses = async (times: number, work: () => Promise<Response>) => {
  const found = new Map<number, number>();
  for (let time = 0; time < times; time += 1) {
    const { status } = await work();
    found.set(status, (found.get(status) ?? 0) + 1);
  }
  return Object.fromEntries(found);
};
/** Whoever guesses has begun to sign in, as anybody may. */
async function guesser() {
  const somebody = new At();
  await somebody.fetch('/auth/login');
  const begun = somebody.cookies.get(ATTEMPT) as string;
  return () => {
    somebody.cookies.set(ATTEMPT, begun);
    return somebody.fetch('/auth/callback?code=x&state=x');
  };
}

test('whoever guesses at the callback is let try so often, and is then told how long to wait, on a page', async () => {
  const guess = await guesser();
  expect(await statuses(TRIES, guess)).toEqual({ 401: TRIES });
  const response = await guess();
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const page = await response.text();
  expect(page).toContain('Vanaf uw netwerk is te vaak vergeefs aangemeld');
  expect(page).toContain('Signing in failed too often from your network');
  // Nor may they begin again; others go on.
  expect((await new At().fetch('/auth/login')).status).toBe(429);
  expect((await new At('198.51.100.200').signIn('ja')).status).toBe(303);
});

test('whoever has to wait can finish afterwards what was begun', async () => {
  const somebody = new At();
  const url = await somebody.toCallback('ja');
  await statuses(TRIES, await guesser());
  expect((await somebody.fetch(url)).status).toBe(429);
  await served.database.owner.query('truncate ews.rate_limit');
  expect((await somebody.fetch(url)).status).toBe(303);
});

test('an office that signs in behind one address is not in its own way', async () => {
  for (let person = 0; person < 2 * TRIES; person += 1) expect((await new At().signIn('ja')).status).toBe(303);
});

test('what any page can make a browser ask is not counted: an image, a link, a sign-in that nobody began', async () => {
  const image = { headers: { 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site' } };
  const somebody = new At();
  const url = await somebody.toCallback('ja');
  const asked: [number, () => Promise<Response>][] = [
    [401, () => new At().fetch('/auth/callback?code=x&state=x', image)],
    [401, () => new At().fetch('/auth/callback?code=x&state=x')],
    [401, () => somebody.fetch(url, image)],
    [400, () => new At().fetch('/auth/login?returnTo=//evil.example')],
    [400, () => new At().fetch('/auth/login?assurance=x')],
  ];
  for (const [status, work] of asked) expect(await statuses(TRIES + 2, work)).toEqual({ [status]: TRIES + 2 });
  // Nor has it used up what was begun.
  expect((await somebody.fetch(url)).status).toBe(303);
});

test('a logout token that is not believed counts, and is answered as JSON', async () => {
  const forge = () => new At().form('/auth/backchannel-logout', { logout_token: 'a.b.c' });
  expect(await statuses(TRIES, forge)).toEqual({ 400: TRIES });
  const response = await forge();
  expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', nl: expect.stringContaining('te vaak') } }],
  });
});

test('what the provider ends, ends, whoever guesses beside it', async () => {
  const somebody = new At();
  await somebody.signIn('vng');
  // The embedded provider asks from this computer itself, and says nothing of another address.
  const beside = () => new Visitor(served.url).form('/auth/backchannel-logout', { logout_token: 'a.b.c' });
  expect(await statuses(TRIES + 1, beside)).toEqual({ 400: TRIES, 429: 1 });
  const { response } = await somebody.follow('/oidc/session/end');
  const page = (await response?.text()) as string;
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] as string;
  await somebody.form(/action="([^"]+)"/.exec(page)?.[1] as string, { xsrf, logout: 'yes' });
  expect((await somebody.ask('{ viewer { kind } }')).status).toBe(401);
});

test('a provider that is away is nobody’s guess', async () => {
  const away = await serve({
    EWS_OIDC_ISSUER: 'http://localhost:1/oidc',
    EWS_OIDC_CLIENT: 'ews',
    EWS_OIDC_KEY: `${served.config.dataFolder}/development-client.json`,
    EWS_PUBLIC_URL: 'https://ews.example.nl',
  });
  const found = await statuses(TRIES + 2, () => fetch(`${away.url}/auth/login`)).finally(() => away.stop());
  expect(found).toEqual({ 503: TRIES + 2 });
});

test('guessing at cookies is counted as asking is, and signing out of nothing too', async () => {
  const guessing = () => {
    const somebody = new At();
    somebody.cookies.set('__Host-ews', 'x'.repeat(43));
    return somebody.fetch('/auth/session');
  };
  expect(await statuses(21, guessing)).toEqual({ 200: 20, 429: 1 });
  const somebody = new At();
  await somebody.signIn('ja');
  const leave = () => somebody.fetch('/auth/logout', { method: 'POST', headers: { 'x-ews-request': '1' } });
  expect(await statuses(2, leave)).toEqual({ 204: 1, 429: 1 });
});

test('whoever guesses too much costs the database nothing more, and is not in the way of who has signed in', async () => {
  const somebody = new At();
  await somebody.signIn('ja');
  const guessing = () => {
    const thief = new At();
    thief.cookies.set('__Host-ews', 'x'.repeat(43));
    return thief.ask('{ viewer { kind } }') as Promise<unknown> as Promise<Response>;
  };
  await statuses(21, guessing);
  const { app } = served.database;
  const pool = (app.driver as unknown as { master: { query: unknown } }).master;
  const queries = jest.spyOn(pool as never, 'query');
  const connections = jest.spyOn(pool as never, 'connect');
  expect(await statuses(5, guessing)).toEqual({ 429: 5 });
  expect([queries.mock.calls.length, connections.mock.calls.length]).toEqual([0, 0]);
  jest.restoreAllMocks();
  expect((await somebody.ask('{ viewer { kind } }')).status).toBe(200);
});
