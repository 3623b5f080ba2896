import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from '../../src/api/graphiql-examples';
import { hashOf, isSession, LIST, mayAskFreely, trustedDocuments } from '../../src/api/trusted-documents';
import { trustedList } from '../../src/cli/documents';
import { type Served, serve } from './serve';

const document = EXAMPLES.find(({ as }) => as === null)?.query as string;
const sha256Hash = hashOf(document);

test('the list is that of the documents', () => {
  expect(readFileSync(LIST, 'utf8')).toBe(trustedList());
});

test('every document is under its own hash', () => {
  for (const [hash, text] of trustedDocuments()) expect(hash).toBe(hashOf(text));
  expect(trustedDocuments().size).toBe(EXAMPLES.length);
});

test('the folders that are named are searched for documents', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ews-documents-'));
  await writeFile(join(folder, 'page.graphql'), 'query Page { __typename }');
  expect(trustedList([folder])).toContain(hashOf('query Page { __typename }'));
});

test.each([
  [true, true, true],
  [true, false, false],
  [false, true, true],
  [false, false, true],
])('a session: %s, in development: %s, may ask freely: %s', (session, isDevelopment, may) => {
  expect(mayAskFreely({ isSession: session, isDevelopment })).toBe(may);
});

test.each([
  ['__Host-ews=abc', true],
  ['theme=dark; __Host-session=abc', true],
  ['theme=dark', false],
  ['x=__Host-session', false],
  [undefined, false],
])('with the cookie %s it is a session: %s', (cookie, is) => {
  expect(isSession({ cookie })).toBe(is);
});

describe('over the network', () => {
  let production: Served;
  beforeAll(async () => {
    const jwks = join(await mkdtemp(join(tmpdir(), 'ews-keys-')), 'keys.json');
    await writeFile(jwks, '{"keys":[]}');
    production = await serve({ EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'us', EWS_TOKEN_JWKS: jwks });
  });
  afterAll(() => production.stop());

  // Of our server, and not one that signs anybody in: what may be sent is decided before who sends it.
  const SESSION = { cookie: '__Host-else=anything' };
  async function post(body: object, headers = {}) {
    const all = { 'content-type': 'application/json', ...headers };
    const response = await fetch(`${production.url}/graphql`, {
      method: 'POST',
      headers: all,
      body: JSON.stringify(body),
    });
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
    const answer = (await response.json()) as any;
    return { status: response.status, code: answer.errors?.[0]?.extensions.code, data: answer.data };
  }
  const OK = { status: 200, code: undefined };
  const NOT_FOUND = { status: 404, code: 'PERSISTED_QUERY_NOT_FOUND' };
  const persisted = (hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

  test.each([
    ['a listed hash', persisted(sha256Hash), SESSION, OK],
    ['a listed hash, as a documentId', { documentId: sha256Hash }, SESSION, OK],
    ['a listed hash, as a documentId with its kind', { documentId: `sha256:${sha256Hash}` }, SESSION, OK],
    ['a listed hash with its own text', { query: document, ...persisted(sha256Hash) }, SESSION, OK],
    ['a listed hash with another text', { query: '{ __typename }', ...persisted(sha256Hash) }, SESSION, NOT_FOUND],
    ['a listed hash, from another client', persisted(sha256Hash), {}, OK],
    ['an unknown hash', persisted(hashOf('x')), SESSION, NOT_FOUND],
    ['an unknown hash with its own text', { query: 'x', ...persisted(hashOf('x')) }, SESSION, NOT_FOUND],
    ['an unknown hash, from another client', persisted(hashOf('x')), {}, NOT_FOUND],
    ['no hash at all', persisted(7), SESSION, NOT_FOUND],
    ['a name of every object', { documentId: '__proto__' }, SESSION, NOT_FOUND],
    ['free text', { query: document }, SESSION, { status: 403, code: 'FORBIDDEN' }],
    ['free text, from another client', { query: document }, {}, OK],
    ['a listed hash by a list', [persisted(sha256Hash)], SESSION, { status: 400, code: 'BAD_REQUEST' }],
  ])('%s', async (_, body, headers, expected) => {
    const { status, code, data } = await post(body, headers);
    expect({ status, code }).toEqual(expected);
    if (status === 200) expect(data.viewer.kind).toBe('ANONYMOUS');
  });

  test('the schema cannot be asked in production, unless the settings say so', async () => {
    const schema = { query: '{ __schema { queryType { name } } }' };
    expect(await post(schema)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});

test.each([
  ['on', 200],
  ['off', 400],
])('EWS_INTROSPECTION=%s decides also in development', async (EWS_INTROSPECTION, status) => {
  const served = await serve({ EWS_INTROSPECTION });
  const body = '{"query":"{ __schema { queryType { name } } }"}';
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
  await served.stop();
  expect(response.status).toBe(status);
});
