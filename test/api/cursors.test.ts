/** A cursor opens the list it was made for, and nothing else: another account, field, filter or order refuses it, and so does any change. */
import { type Served, serve } from './serve';

let served: Served;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  served = await serve();
  for (const as of ['ja', 'provider:de-wissel', 'municipality:GM0014', 'region:JZ01'])
    tokens[as] = await served.tokenFor(as);
});
afterAll(() => served.stop());

async function ask(as: string, query: string, variables = {}) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[as]}` };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  return (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] };
}

const list = (args: string) =>
  `query ($after: String) { providers(first: 1, after: $after ${args}) { edges { cursor } } }`;
const cursorOf = async (as: string, query: string) => (await ask(as, query)).data.providers.edges[0].cursor as string;
const codes = async (as: string, query: string, after: string) =>
  (await ask(as, query, { after })).errors?.map(({ extensions }) => extensions.code);

const PLAIN = list('');
const REFUSED = ['BAD_USER_INPUT'];

test('it opens its own list, also when an empty filter is given', async () => {
  const cursor = await cursorOf('ja', PLAIN);
  expect(await codes('ja', PLAIN, cursor)).toBeUndefined();
  expect(await codes('ja', list('filter: {}'), cursor)).toBeUndefined();
});

test.each(['provider:de-wissel', 'municipality:GM0014', 'region:JZ01'])(
  'of the JA, it opens nothing for %s',
  async (as) => {
    expect(await codes(as, PLAIN, await cursorOf(as, PLAIN))).toBeUndefined();
    expect(await codes(as, PLAIN, await cursorOf('ja', PLAIN))).toEqual(REFUSED);
  },
);

test.each([
  ['another filter', 'filter: { nameContains: "a" }'],
  ['another value of the filter', 'filter: { seatRegionCode: "JZ02" }'],
  ['another order', 'orderBy: NAME_DESC'],
])('it opens no list with %s', async (_, args) => {
  const schema = (await ask('ja', '{ __type(name: "ProviderSort") { enumValues { name } } }')).data.__type
    .enumValues as { name: string }[];
  const order = schema.at(-1)?.name as string;
  const wanted = args.replace('NAME_DESC', order);
  const origin = args.includes('JZ02') ? list('filter: { seatRegionCode: "JZ01" }') : PLAIN;
  const cursor = await cursorOf('ja', origin);
  expect(await codes('ja', origin, cursor)).toBeUndefined();
  expect(await codes('ja', list(wanted), cursor)).toEqual(REFUSED);
});

test('it opens no other field, not even one with the same name and the same rows', async () => {
  const all = 'query ($after: String) { contracts(first: 1, after: $after) { edges { cursor } } }';
  const ofRegion =
    'query ($after: String) { region(code: "JZ01") { contracts(first: 1, after: $after) { edges { cursor } } } }';
  const cursor = (await ask('ja', all)).data.contracts.edges[0].cursor as string;
  const inner = (await ask('ja', ofRegion)).data.region.contracts.edges[0].cursor as string;
  expect(await codes('ja', all, cursor)).toBeUndefined();
  expect(await codes('ja', ofRegion, inner)).toBeUndefined();
  expect(await codes('ja', ofRegion, cursor)).toEqual(REFUSED);
  expect(await codes('ja', all, inner)).toEqual(REFUSED);
  expect(await codes('ja', PLAIN, cursor)).toEqual(REFUSED);
});

test('with any character changed, added or taken away, it opens nothing', async () => {
  const cursor = await cursorOf('ja', PLAIN);
  const changed = [...cursor].map(
    (letter, at) => cursor.slice(0, at) + (letter === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
  );
  const last = cursor.at(-1) as string;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const otherEnds = [...letters].filter((letter) => letter !== last).map((letter) => cursor.slice(0, -1) + letter);
  const others = [`${cursor}A`, `${cursor}=`, `${cursor} `, cursor.slice(0, -1), cursor.slice(1), ''];
  for (const wrong of [...changed, ...otherEnds, ...others])
    expect([wrong, await codes('ja', PLAIN, wrong)]).toEqual([wrong, REFUSED]);
});
