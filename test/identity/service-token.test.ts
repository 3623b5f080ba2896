/** A program that asks by itself: client credentials, and a signature in place of a secret. */
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { RESOURCE, SERVICE_ID, serviceKey } from '../../src/identity/development-clients';
import { type ServiceClient, serviceToken } from '../../src/identity/service-token';
import { type Served, serve } from '../api/serve';
import '../support/one-realm';
import { run } from '../support/programs';
import { Visitor } from '../support/visitor';

let served: Served;
let client: ServiceClient;

beforeAll(async () => {
  served = await serve();
  const key = await serviceKey(served.config.dataFolder);
  client = { issuer: new URL('/oidc', served.url), clientId: SERVICE_ID, key, resource: RESOURCE };
}, 60_000);
afterAll(() => served.stop());

const as = (token: string, query: string) => new Visitor(served.url).ask(query, { authorization: `Bearer ${token}` });

test('gets an access token for this API (RFC 9068), and acts as its account', async () => {
  const token = await serviceToken(client);
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'EdDSA' });
  const { aud, sub, client_id, iat, exp } = decodeJwt(token);
  expect({ aud, sub, client_id }).toEqual({ aud: 'ews-api', sub: 'service:IGJ', client_id: 'service:IGJ' });
  expect((exp as number) - (iat as number)).toBe(600);
  expect(await as(token, '{ viewer { functions assurance party { key } } }')).toEqual({
    status: 200,
    data: { viewer: { functions: ['READER'], assurance: null, party: { key: 'inspection:IGJ' } } },
  });
});

test('gets none with the key of another program, or under another name', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', kid: client.key.kid as string };
  await expect(serviceToken({ ...client, key })).rejects.toThrow(/does not know this program/);
  await expect(serviceToken({ ...client, clientId: 'service:NZA' })).rejects.toThrow(/does not know this program/);
});

test('gets none for another API', async () => {
  await expect(serviceToken({ ...client, resource: 'urn:another' })).rejects.toThrow(/does not know this program/);
});

test('is let in no more when its account ends, whatever its token says', async () => {
  const token = await serviceToken(client);
  await served.database.owner.query("update account set is_active = false where subject = 'service:IGJ'");
  // An account is believed for five seconds.
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  expect((await as(token, '{ viewer { kind } }')).status).toBe(401);
  await served.database.owner.query("update account set is_active = true where subject = 'service:IGJ'");
});

test('a command asks it of the server that runs, and says so when none does', async () => {
  const ask = (at: string, more: NodeJS.ProcessEnv = {}) =>
    run('src/cli/main.ts', ['service-token', '--at', at], { EWS_DATA: served.config.dataFolder, ...more });
  const { stdout, code } = await ask(served.url);
  expect(code).toBe(0);
  expect(decodeJwt(stdout.trim()).sub).toBe('service:IGJ');
  expect((await ask('http://localhost:1')).stderr).toMatch(/^The identity provider does not answer: .*npm start/);
  const production = { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'x', EWS_TOKEN_JWKS: __filename };
  expect((await ask(served.url, production)).stderr).toMatch(/^This key is that of a development server/);
});
