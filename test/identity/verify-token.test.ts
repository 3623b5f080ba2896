import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, importPKCS8, type KeyLike, SignJWT } from 'jose';
import { EwsError } from '../../src/errors';
import { bearerToken } from '../../src/identity/bearer-token';
import { type DevelopmentIssuer, developmentIssuer } from '../../src/identity/development-issuer';
import { identityProvider } from '../../src/identity/provider-keys';
import { type TokenTrust, tokenVerifier, type VerifiedToken } from '../../src/identity/verify-token';
import { type Served, serve } from '../api/serve';

// That of this moment, because a server has a clock of its own.
const SECONDS = Math.floor(Date.now() / 1000);
const NOW = new Date(SECONDS * 1000);

const GOOD = {
  iss: 'https://login.example.nl',
  aud: 'ews-api',
  sub: 'ja',
  iat: SECONDS,
  nbf: SECONDS,
  exp: SECONDS + 60,
};

let ours: { privateKey: KeyLike; publicKey: KeyLike };
let others: { privateKey: KeyLike; publicKey: KeyLike };
let trust: TokenTrust;
let verify: (token: string, now: Date) => Promise<VerifiedToken>;

beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  others = await generateKeyPair('ES256');
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(ours.publicKey)), alg: 'ES256', kid: 'one' }] });
  trust = { issuer: GOOD.iss, audience: 'ews-api', algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'], keyFor: jwks };
  verify = tokenVerifier(trust);
});

/** A token with our key, with some claims changed; undefined leaves a claim out. */
function token(claims: Record<string, unknown> = {}, header: object = {}, key = ours.privateKey): Promise<string> {
  return new SignJWT({ ...GOOD, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one', ...header })
    .sign(key);
}

/** A token put together by hand, for what no honest library would sign. */
function forged(header: object, claims: object, seal: (input: string) => string): string {
  const input = [{ typ: 'at+jwt', ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${input}.${seal(input)}`;
}

async function refusalOf(attempt: Promise<unknown>): Promise<EwsError> {
  return attempt.then(
    () => Promise.reject(new Error('was let in')),
    (error) => error,
  );
}

test('a good token is believed, and says who it is', async () => {
  await expect(verify(await token(), NOW)).resolves.toEqual({
    subject: 'ja',
    assurance: null,
    expiresAt: SECONDS + 60,
  });
});

test.each([
  ['http://eidas.europa.eu/LoA/substantial', 'SUBSTANTIAL'],
  ['urn:etoegang:core:assurance-class:loa2plus', 'LOW'],
  ['urn:etoegang:core:assurance-class:loa4', 'HIGH'],
  ['high', 'HIGH'],
  ['1', null],
  ['SUBSTANTIAL', null],
  [3, null],
  [['high'], null],
])('a token says how sure its issuer is, in a word that is known: %j is %j', async (acr, assurance) => {
  expect((await verify(await token({ acr }), NOW)).assurance).toBe(assurance);
});

test('a good token is remembered, but not beyond its expiry', async () => {
  const good = await token();
  await verify(good, NOW);
  expect(await verify(good, NOW)).toBe(await verify(good, NOW));
  await expect(verify(good, new Date(NOW.getTime() + 66_000))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

const NOT_BELIEVED: Record<string, () => Promise<string> | string> = {
  'it has expired': () => token({ exp: SECONDS - 6 }),
  'it never expires': () => token({ exp: undefined }),
  'its expiry is not a number': () => token({ exp: 'tomorrow' }),
  'it is for later': () => token({ nbf: SECONDS + 60 }),
  'its "not before" is not a number': () => token({ nbf: '0' }),
  'it was issued in the future': () => token({ iat: SECONDS + 60 }),
  'the moment of issue is a text': () => token({ iat: String(SECONDS) }),
  'the moment of issue is missing': () => token({ iat: undefined }),
  'it is for another audience': () => token({ aud: 'another-api' }),
  'it is for no audience': () => token({ aud: undefined }),
  'it is for several audiences': () => token({ aud: ['ews-api', 'another-api'] }),
  'its audience is a list of one': () => token({ aud: ['ews-api'] }),
  'it is of another issuer': () => token({ iss: 'https://login.example.com' }),
  'it is of no issuer': () => token({ iss: undefined }),
  'it has no subject': () => token({ sub: undefined }),
  'its subject is empty': () => token({ sub: '' }),
  'its subject is a number': () => token({ sub: 7 }),
  'its subject is endless': () => token({ sub: 'j'.repeat(256) }),
  'it is of no type': () => token({}, { typ: undefined }),
  'it is of the type of any token': () => token({}, { typ: 'JWT' }),
  'it is an id token': () => token({ nonce: 'n', auth_time: SECONDS, at_hash: 'h' }, { typ: 'JWT' }),
  'it is a logout token': () =>
    token({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }, { typ: 'logout+jwt' }),
  'it was signed with another key': () => token({}, {}, others.privateKey),
  'it names an unknown key': () => token({}, { kid: 'two' }),
  'it has no signature (alg none)': () => forged({ alg: 'none' }, GOOD, () => ''),
  'the public key was used as the secret (HS256)': async () => {
    const secret = await exportSPKI(ours.publicKey);
    const hmac = (input: string) => createHmac('sha256', secret).update(input).digest('base64url');
    return forged({ alg: 'HS256', kid: 'one' }, GOOD, hmac);
  },
  'the algorithm is not on the list (RS512)': async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    return token({}, { alg: 'RS512' }, await importPKCS8(pem, 'RS512'));
  },
  'its claims were changed after signing': async () => {
    const [header, , signature] = (await token()).split('.');
    const claims = Buffer.from(JSON.stringify({ ...GOOD, sub: 'ja:auditor' })).toString('base64url');
    return `${header}.${claims}.${signature}`;
  },
  'it asks for an extension we do not know': () =>
    forged({ alg: 'ES256', kid: 'one', crit: ['new'], new: 1 }, GOOD, (input) =>
      sign('sha256', Buffer.from(input), { key: ours.privateKey as KeyObject, dsaEncoding: 'ieee-p1363' }).toString(
        'base64url',
      ),
    ),
  'it is no token': () => 'a.b.c',
};

test.each(Object.entries(NOT_BELIEVED))('a token is refused when %s', async (_, make) => {
  const error = await refusalOf(verify(await make(), NOW));
  expect(error).toBeInstanceOf(EwsError);
  expect(error.code).toBe('UNAUTHENTICATED');
  expect(error.message).not.toMatch(/sub|aud|claim|jwt|alg|kid/i);
});

describe('over HTTP, at a production server', () => {
  let served: Served;
  beforeAll(async () => {
    const jwks = join(await mkdtemp(join(tmpdir(), 'ews-keys-')), 'keys.json');
    const keys = [{ ...(await exportJWK(ours.publicKey)), alg: 'ES256', kid: 'one' }];
    await writeFile(jwks, JSON.stringify({ keys }));
    served = await serve({ EWS_MODE: 'production', EWS_TOKEN_ISSUER: GOOD.iss, EWS_TOKEN_JWKS: jwks });
  });
  afterAll(() => served.stop());

  const ask = async (given: string) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${given}` },
      body: '{"query":"{ viewer { party { key } } }"}',
    });

  test('a good token is believed', async () => {
    const answer = await ask(await token({ exp: SECONDS + 3_600 }));
    expect(await answer.json()).toEqual({ data: { viewer: { party: { key: 'ja' } } } });
  });

  test.each(Object.entries(NOT_BELIEVED))('401 when %s', async (_, make) => {
    const answer = await ask(await make());
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('nobody signs in with a browser where no identity provider is named', async () => {
    for (const path of ['/auth/login', '/auth/callback', '/auth/session', '/oidc/jwks', '/development/sign-in/x']) {
      expect((await fetch(`${served.url}${path}`)).status).toBe(404);
    }
  });
});

test('an expired token is told apart from a forged one, because its holder can do something about it', async () => {
  expect((await refusalOf(verify(await token({ exp: SECONDS - 60 }), NOW))).message).toMatch(/expired/);
  expect((await refusalOf(verify(await token({ exp: SECONDS - 60 }, {}, others.privateKey), NOW))).message).not.toMatch(
    /expired/,
  );
});

test('keys that cannot be had are our trouble, not the caller’s', async () => {
  const away = tokenVerifier({ ...trust, keyFor: () => Promise.reject(new TypeError('fetch failed')) });
  expect((await refusalOf(away(await token(), NOW))).code).toBe('SERVICE_UNAVAILABLE');
});

const HEADERS: Record<string, string[]> = {
  'it is empty': ['Authorization', ''],
  'it holds no token': ['Authorization', 'Bearer '],
  'it is of another scheme': ['Authorization', 'Basic amE6amE='],
  'it is garbage': ['Authorization', 'Bearer §§§'],
  'it is too long': ['Authorization', `Bearer a.${'b'.repeat(5000)}.c`],
  'there are two of them': ['Authorization', 'Bearer a.b.c', 'Host', 'x', 'authorization', 'Bearer a.b.c'],
  'it holds two tokens': ['Authorization', 'Bearer a.b.c, Bearer a.b.c'],
};

test.each(Object.entries(HEADERS))('an Authorization header is refused when %s', (_, rawHeaders) => {
  expect(() => bearerToken(rawHeaders)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
});

test('without an Authorization header there is no token, and that is no offence', () => {
  expect(bearerToken(['Host', 'localhost', 'Accept', '*/*'])).toBeNull();
});

describe('the development issuer', () => {
  const folder = () => mkdtemp(join(tmpdir(), 'ews-issuer-'));

  test('keeps its key for its owner only, and two that start at once agree on one', async () => {
    const dataFolder = await folder();
    const issuers = await Promise.all([1, 2, 3].map(() => developmentIssuer({ mode: 'development', dataFolder })));
    const { mode } = await stat(join(dataFolder, 'development-issuer.json'));
    expect(mode & 0o777).toBe(0o600);
    const check = tokenVerifier((issuers[0] as DevelopmentIssuer).trust);
    for (const issuer of issuers) {
      const { token: issued } = await issuer.issueToken('region:JZ01', { now: NOW });
      expect((await check(issued, NOW)).subject).toBe('region:JZ01');
    }
  });

  test('issues for as long as it is asked', async () => {
    const issuer = await developmentIssuer({ mode: 'development', dataFolder: await folder() });
    const { expiresAt } = await issuer.issueToken('ja', { lifetime: 60, now: NOW });
    expect(expiresAt).toEqual(new Date(NOW.getTime() + 60_000));
  });

  test('says in one sentence that its folder is not a folder', async () => {
    const dataFolder = join(await folder(), 'a-file');
    await writeFile(dataFolder, '');
    await expect(developmentIssuer({ mode: 'development', dataFolder })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('EWS_DATA'),
    });
  });

  test('does not exist in production mode', async () => {
    await expect(developmentIssuer({ mode: 'production', dataFolder: await folder() })).rejects.toThrow(/development/);
  });

  test('is not believed in production mode, not even by name', async () => {
    const issuer = await developmentIssuer({ mode: 'development', dataFolder: await folder() });
    const { token: issued } = await issuer.issueToken('ja', { now: NOW });
    expect((await refusalOf(verify(issued, NOW))).code).toBe('UNAUTHENTICATED');
    const named = { issuer: 'urn:ews:development', jwks: { file: 'keys.json' } };
    expect(() => identityProvider(named)).toThrow(/development/);
  });
});

test('an identity provider is known by its address or by a file with its keys, and a bad file is said so', async () => {
  const issuer = GOOD.iss;
  const file = join(await mkdtemp(join(tmpdir(), 'ews-keys-')), 'keys.json');
  expect(() => identityProvider({ issuer, jwks: { file } })).toThrow(/EWS_TOKEN_JWKS/);
  await writeFile(file, JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), alg: 'ES256', kid: 'one' }] }));
  const check = tokenVerifier(identityProvider({ issuer, jwks: { file } }));
  expect((await check(await token(), NOW)).subject).toBe('ja');
  expect(identityProvider({ issuer, jwks: { url: new URL('https://login.example.nl/keys') } }).issuer).toBe(issuer);
});
