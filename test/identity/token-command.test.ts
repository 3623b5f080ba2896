import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { developmentIssuer } from '../../src/identity/development-issuer';
import { tokenVerifier } from '../../src/identity/verify-token';
import { freshDatabase, type TestDatabase } from '../support/database';
import { run } from '../support/programs';

let database: TestDatabase;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await freshDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'ews-token-'));
  environment = { EWS_DATA: dataFolder, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
});
afterAll(() => database.drop());

const token = (words: string[], more: NodeJS.ProcessEnv = {}) =>
  run('src/cli/token.ts', words, { ...environment, ...more });

test('prints a token that the server of the same folder believes, and nothing else', async () => {
  const { code, stdout, stderr } = await token(['--as', 'ja', '--lifetime', '30m']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const { trust } = await developmentIssuer({ mode: 'development', dataFolder: environment.EWS_DATA as string });
  expect(await tokenVerifier(trust)(stdout.trim(), new Date())).toMatchObject({ subject: 'ja' });
  const { iat, exp } = decodeJwt(stdout.trim());
  expect((exp as number) - (iat as number)).toBe(1_800);
});

test('shows some accounts when asked', async () => {
  const { code, stdout } = await token(['--list']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ja +Jeugdautoriteit/m);
  expect(stdout).toMatch(/^municipality:GM0014 +/m);
});

const REFUSED: [says: string, words: string[], environment: NodeJS.ProcessEnv, sentence: RegExp][] = [
  ['an account that is not there', ['--as', 'nobody'], {}, /^There is no active account of that name: .*--list/],
  ['no account', [], {}, /^--as: names the account/],
  ['words it does not know', ['--for', 'ever'], {}, /^--as: names the account/],
  ['a lifetime that is none', ['--as', 'ja', '--lifetime', 'soon'], {}, /^--lifetime: must look like 30m, 8h or 7d/],
  [
    'production mode',
    ['--as', 'ja'],
    { EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'x', EWS_TOKEN_JWKS: 'https://login.example.nl/keys' },
    /^Tokens are printed only when EWS_MODE is development/,
  ],
];

test.each(REFUSED)('refuses %s in one sentence', async (_, words, more, sentence) => {
  const { code, stdout, stderr } = await token(words, more);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
