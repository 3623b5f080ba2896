/** Signing in at a broker that the settings name: here the embedded provider of another server. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientKey } from '../../src/identity/development-clients';
import { type Served, serve } from '../api/serve';
import '../support/one-realm';

let broker: Served;
let settings: NodeJS.ProcessEnv;

beforeAll(async () => {
  broker = await serve();
  const { dataFolder } = broker.config;
  await clientKey(dataFolder);
  settings = {
    EWS_OIDC_ISSUER: `${broker.url}/oidc`,
    EWS_OIDC_CLIENT: 'ews',
    EWS_OIDC_KEY: join(dataFolder, 'development-client.json'),
    EWS_PUBLIC_URL: 'https://ews.example.nl',
  };
}, 60_000);
afterAll(() => broker.stop());

const login = (at: Served) => fetch(`${at.url}/auth/login`, { redirect: 'manual' });

test('a browser is sent to the broker, and is to come back to where browsers reach us', async () => {
  const served = await serve(settings);
  const response = await login(served);
  const url = new URL(response.headers.get('location') as string);
  expect(url.origin + url.pathname).toBe(`${broker.url}/oidc/auth`);
  expect(url.searchParams.get('redirect_uri')).toBe('https://ews.example.nl/auth/callback');
  expect((await fetch(`${served.url}/oidc/jwks`)).status).toBe(404);
  await served.stop();
});

test('a broker that is away is our trouble, and not the visitor’s', async () => {
  const served = await serve({ ...settings, EWS_OIDC_ISSUER: 'http://localhost:1/oidc' });
  const response = await login(served);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('identiteitsverstrekker is op dit moment niet bereikbaar');
  await served.stop();
});

test.each(['', '{}', '{"kty":"oct","alg":"HS256","k":"c2VjcmV0"}'])(
  'a file without a private key is said so at the start: %j',
  async (text) => {
    const file = join(broker.config.dataFolder, 'no-key.json');
    await writeFile(file, text);
    await expect(serve({ ...settings, EWS_OIDC_KEY: file })).rejects.toThrow(/EWS_OIDC_KEY.*private key/);
  },
);

test('the public half of a key is no private key', async () => {
  const { d: _private, ...rest } = await clientKey(broker.config.dataFolder);
  const file = join(broker.config.dataFolder, 'public.json');
  await writeFile(file, JSON.stringify(rest));
  await expect(serve({ ...settings, EWS_OIDC_KEY: file })).rejects.toThrow(/EWS_OIDC_KEY/);
});
