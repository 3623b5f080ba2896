import { readConfig, SETTINGS } from '../../src/config';
import { Invalid } from '../../src/errors';

const HEX_KEY = 'ab'.repeat(32);
const PAIR = { DATABASE_URL: 'postgres://app:x@db:5432/ews', DATABASE_OWNER_URL: 'postgres://owner:x@db:5432/ews' };

function problemsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof Invalid) return error.problems.map(({ field }) => field);
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need nothing at all to start', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'development',
      port: 4000,
      database: null,
      world: 'demo',
      tokens: null,
    });
  });

  it('take an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, database: null });
  });

  it('name every problem at once', () => {
    const environment = { PORT: 'http', EWS_MODE: 'test', EWS_WORLD: 'huge', EWS_CONTEXT_KEY: 'secret' };
    expect(problemsOf(environment).sort()).toEqual(['EWS_CONTEXT_KEY', 'EWS_MODE', 'EWS_WORLD', 'PORT']);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['EWS_HOST', 'a b'],
    ['EWS_MODE', 'Production'],
    ['EWS_WORLD', 'toString'],
    ['EWS_CONTEXT_KEY', 'ab'.repeat(31)],
    ['EWS_RATE_ACCOUNT', '0'],
    ['EWS_RATE_ANONYMOUS', '1.5'],
    ['EWS_TRUSTED_PROXIES', 'balancer'],
    ['EWS_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['EWS_TRUSTED_PROXIES', '10.0.0.1,'],
    ['EWS_INTROSPECTION', 'true'],
  ])('refuse %s=%s', (name, text) => {
    expect(problemsOf({ [name]: text })).toEqual([name]);
  });

  it.each(['mysql://a:b@c/d', 'postgres://host-only', 'not an address'])('refuse a DATABASE_URL like %s', (text) => {
    expect(problemsOf({ ...PAIR, DATABASE_URL: text })).toEqual(['DATABASE_URL']);
  });

  it('never repeat a value, which may be a secret', () => {
    expect(() => readConfig({ ...PAIR, DATABASE_URL: 'mysql://app:hunter2@db/ews' })).not.toThrow(/hunter2/);
  });

  it.each([
    ['DATABASE_URL', 'DATABASE_OWNER_URL'],
    ['DATABASE_OWNER_URL', 'DATABASE_URL'],
  ] as const)('want %s together with %s', (given, missing) => {
    expect(problemsOf({ [given]: PAIR[given] })).toEqual([missing]);
  });

  it('want to know in production whose tokens to believe', () => {
    expect(problemsOf({ EWS_MODE: 'production' })).toEqual(['EWS_TOKEN_ISSUER', 'EWS_TOKEN_JWKS']);
  });

  it('believe keys over https or from a file, and never over plain http', () => {
    const issuer = { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'https://id.example' };
    expect(problemsOf({ ...issuer, EWS_TOKEN_JWKS: 'http://id.example/jwks' })).toEqual(['EWS_TOKEN_JWKS']);
    expect(problemsOf({ ...issuer, EWS_TOKEN_JWKS: '/no/such/file' })).toEqual(['EWS_TOKEN_JWKS']);
    expect(readConfig({ ...issuer, EWS_TOKEN_JWKS: 'https://id.example/jwks' }).tokens?.jwks).toHaveProperty('url');
    expect(readConfig({ ...issuer, EWS_TOKEN_JWKS: __filename }).tokens?.jwks).toEqual({ file: __filename });
  });

  const BROKER = { EWS_OIDC_ISSUER: 'https://id.example', EWS_OIDC_CLIENT: 'ews', EWS_OIDC_KEY: __filename };
  const US = { EWS_PUBLIC_URL: 'https://ews.example' };

  it('name an identity provider whole, and where it sends browsers back to', () => {
    expect(readConfig({ ...BROKER, ...US }).signIn).toMatchObject({ clientId: 'ews', keyFile: __filename });
    expect(problemsOf(BROKER)).toEqual(['EWS_PUBLIC_URL']);
    expect(problemsOf({ EWS_OIDC_CLIENT: 'ews', ...US })).toEqual(['EWS_OIDC_ISSUER', 'EWS_OIDC_KEY']);
    expect(readConfig(US).signIn).toBeNull();
  });

  it('sign people in over https, or on this computer while developing', () => {
    const production = { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'x', EWS_TOKEN_JWKS: __filename };
    const local = { ...BROKER, ...US, EWS_OIDC_ISSUER: 'http://localhost:8080/realms/ews' };
    expect(problemsOf({ ...BROKER, ...US, EWS_OIDC_ISSUER: 'http://id.example' })).toEqual(['EWS_OIDC_ISSUER']);
    expect(problemsOf({ ...BROKER, ...US, EWS_OIDC_ISSUER: 'http://localhost.evil' })).toEqual(['EWS_OIDC_ISSUER']);
    expect(problemsOf({ ...US, EWS_PUBLIC_URL: 'https://ews.example/portal' })).toEqual(['EWS_PUBLIC_URL']);
    expect(readConfig(local).signIn?.issuer.href).toBe('http://localhost:8080/realms/ews');
    expect(problemsOf({ ...production, ...local })).toEqual(['EWS_OIDC_ISSUER']);
    expect(readConfig({ ...production, ...BROKER, ...US }).signIn).not.toBeNull();
  });

  it('end a session after fifteen minutes of silence and after eight hours, unless told otherwise', () => {
    expect(readConfig({}).sessionMinutes).toEqual({ idle: 15, absolute: 480 });
    expect(problemsOf({ EWS_SESSION_IDLE_MINUTES: '0', EWS_SESSION_MINUTES: '1h' })).toEqual([
      'EWS_SESSION_IDLE_MINUTES',
      'EWS_SESSION_MINUTES',
    ]);
  });

  it('invent no providers in production unless asked to', () => {
    const production = { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'x', EWS_TOKEN_JWKS: __filename };
    expect(readConfig(production).world).toBeNull();
    expect(readConfig({ ...production, EWS_WORLD: 'small' }).world).toBe('small');
  });

  it('let nobody in from outside in development, unless told to', () => {
    expect(readConfig({}).host).toBe('localhost');
    expect(readConfig({ EWS_HOST: '::' }).host).toBe('::');
  });

  it('take a key for signing in hexadecimal', () => {
    expect(readConfig({ EWS_CONTEXT_KEY: HEX_KEY }).contextKey).toEqual(Buffer.from(HEX_KEY, 'hex'));
  });

  it('limit how much is asked, trust no balancer and show the schema to developers alone, unless told otherwise', () => {
    const production = { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'x', EWS_TOKEN_JWKS: __filename };
    const usual = { rates: { account: 600, anonymous: 60 }, trustedProxies: [] };
    expect(readConfig({})).toMatchObject({ ...usual, introspection: true });
    expect(readConfig(production)).toMatchObject({ ...usual, introspection: false });
    expect(readConfig({ ...production, EWS_INTROSPECTION: 'on' }).introspection).toBe(true);
    expect(readConfig({ EWS_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  it('are each described', () => {
    for (const { says } of Object.values(SETTINGS)) expect(says).toMatch(/^[A-Za-z].*\.$/);
  });
});
