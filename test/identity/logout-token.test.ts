import { createLocalJWKSet, exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose';
import { logoutTokenVerifier } from '../../src/identity/sign-in/logout-token';

const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const GOOD = { iss: 'https://id.example', aud: 'ews', sub: 'ja', sid: 's1', iat: SECONDS, events: { [EVENT]: {} } };

let key: KeyLike;
let other: KeyLike;
let verify: ReturnType<typeof logoutTokenVerifier>;
let number = 0;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = pair.privateKey;
  other = (await generateKeyPair('ES256')).privateKey;
  const keyFor = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] });
  verify = logoutTokenVerifier({ issuer: GOOD.iss, clientId: 'ews', keyFor });
});

/** A token that was never used before, with some claims changed; undefined leaves a claim out. */
function token(claims: Record<string, unknown> = {}, by = key): Promise<string> {
  number += 1;
  const whole = { ...GOOD, jti: `t${number}`, ...claims };
  return new SignJWT(whole).setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt' }).sign(by);
}

test('a good token says what ended: one sign-in, or every one of a subject', async () => {
  expect(await verify(await token(), NOW)).toEqual({ subject: 'ja', providerSession: 's1' });
  expect(await verify(await token({ sid: undefined }), NOW)).toEqual({ subject: 'ja', providerSession: null });
  expect(await verify(await token({ sub: undefined }), NOW)).toEqual({ subject: null, providerSession: 's1' });
});

test('a token works once', async () => {
  const used = await token();
  await verify(used, NOW);
  await expect(verify(used, NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

const NOT_BELIEVED: Record<string, () => Promise<string>> = {
  'of another issuer': () => token({ iss: 'https://evil.example' }),
  'for another client': () => token({ aud: 'another' }),
  'signed with another key': () => token({}, other),
  'of two minutes ago': () => token({ iat: SECONDS - 126 }),
  'of the future': () => token({ iat: SECONDS + 6 }),
  'of no moment': () => token({ iat: undefined }),
  'without a name of its own (jti)': () => token({ jti: undefined }),
  'without an event': () => token({ events: undefined }),
  'of another event': () => token({ events: { 'urn:another': {} } }),
  'whose event is a text': () => token({ events: { [EVENT]: 'yes' } }),
  'with a nonce, as an id token has': () => token({ nonce: 'n' }),
  'of nobody and nothing': () => token({ sub: undefined, sid: undefined }),
  'that is none': async () => 'a.b.c',
};

test.each(Object.entries(NOT_BELIEVED))('a logout token is refused %s', async (_, make) => {
  await expect(verify(await make(), NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
