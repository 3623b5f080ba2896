import { request } from 'node:http';
import { type Served, serve } from './serve';

/** What a tester once broke: each stays mended. */
let served: Served;
let token: string;
beforeAll(async () => {
  served = await serve();
  token = await served.tokenFor('ja', 600);
});
afterAll(() => served.stop());

type Json = Record<string, unknown>;
async function ask(body: Json): Promise<{ status: number; json: { data?: Json; errors?: { extensions: Json }[] } }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Json };
}

describe('two operations that share a fragment at the root', () => {
  const query = `query List { ...F } query Count { ...F ...G }
    fragment F on Query { meldingen(first: 1) { nodes { reason } } }
    fragment G on Query { meldingen(first: 1) { totalCount } }`;

  it('each get their own answer, whichever came first', async () => {
    await ask({ query, operationName: 'List' });
    const { json } = await ask({ query, operationName: 'Count' });
    expect(json.data?.meldingen).toHaveProperty('totalCount');
  });

  it('do not mix up variables that stand in another order', async () => {
    const swapped = `query A($a: Int, $b: Int) { ...F } query B($b: Int, $a: Int) { ...F }
      fragment F on Query { regions(first: $a) { nodes { municipalities(first: $b) { nodes { code } } } } }`;
    await ask({ query: swapped, operationName: 'A', variables: { a: 1, b: 3 } });
    const { json } = await ask({ query: swapped, operationName: 'B', variables: { a: 3, b: 1 } });
    const page = { municipalities: { nodes: [expect.anything()] } };
    expect(json.data?.regions).toEqual({ nodes: [page, page, page] });
  });
});

it('a variable named like a member of every object is absent until it is sent', async () => {
  const query = 'query($toString: String) { regions(filter: { nameContains: $toString }) { totalCount } }';
  await ask({ query });
  const { json } = await ask({ query, variables: { toString: 'groningen' } });
  expect(json.data?.regions).toEqual({ totalCount: 1 });
});

it.each([
  ['a condition at the root', 'query($v: Boolean = true) { regions @include(if: $v) { totalCount } }'],
  ['a condition further down', 'query($v: Boolean = true) { regions { totalCount @include(if: $v) } }'],
  ['an argument', 'query($v: ID = "JZ01") { region(code: $v) { name } }'],
])('null for a variable with a default in %s is bad input', async (_where, query) => {
  const { json } = await ask({ query, variables: { v: null } });
  expect(json.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

it('an explanation behind a union is found where the union took that turn, and only there', async () => {
  const query = `{ contracts(first: 50) { nodes { client { __typename
    ... on Region { providers(first: 1) { nodes { assessment { explanation } } } } } } } }`;
  const { json } = await ask({ query });
  expect(json.errors).toBeUndefined();
  const text = JSON.stringify(json);
  expect(text).toContain('"__typename":"Municipality"');
  expect(text).toMatch(/"explanation":"(Trede|Niet)/);
});

it('the budget of objects counts every id of nodes', async () => {
  const ids = Array.from({ length: 100 }, () => '"Region:JZ01"').join(',');
  const { json } = await ask({
    query: `{ nodes(ids: [${ids}]) { ... on Region { municipalities(first: 100) { nodes { region { municipalities(first: 100) { nodes { name } } } } } } } }`,
  });
  expect(json.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('a cursor of an unfiltered list works with an empty filter too', async () => {
  const first = await ask({ query: '{ regions(first: 1) { pageInfo { endCursor } } }' });
  const [, endCursor] = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first.json)) ?? [];
  const { json } = await ask({ query: `{ regions(first: 1, after: "${endCursor}", filter: {}) { nodes { code } } }` });
  expect(json.data?.regions).toEqual({ nodes: [{ code: 'JZ02' }] });
});

/** fetch does not let a page choose its Host header; a rebound name does. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const options = { host: 'localhost', port, path: '/development/token', method: 'POST', headers };
    const sent = request(options, (response) => resolve(response.resume().statusCode));
    sent.on('error', reject).end('{"as":"ja"}');
  });
}

it.each([
  ['a name of another that leads to this computer', { host: 'elsewhere.example' }, 421],
  ['a page of another site', { host: 'localhost', 'sec-fetch-site': 'cross-site' }, 421],
  ['this computer itself', { host: 'localhost' }, 200],
])('the development server gives a token to %s or not', async (_who, headers, status) => {
  expect(await statusFor({ ...headers, 'content-type': 'application/json' })).toBe(status);
});

it.each(['researcher', 'ja:auditor', 'ja:administrator', 'provider:de-wissel'])(
  'everybody who has signed in is told as whom: %s',
  async (as) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await served.tokenFor(as, 600)}` };
    const body = JSON.stringify({ query: '{ viewer { party { key name kind } } }' });
    const answer = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
    const text = { key: expect.any(String), name: expect.any(String), kind: expect.any(String) };
    expect(await answer.json()).toEqual({ data: { viewer: { party: text } } });
  },
);
