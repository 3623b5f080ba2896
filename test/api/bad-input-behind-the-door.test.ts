/** Bad input to the whole API: real schema, real planner, real database. What the door alone does is in bad-input.test.ts. */
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { type Served, serve } from './serve';

const CANARY = 'K4n4rie';
const logged: string[] = [];
let served: Served;
let token: string;

beforeAll(async () => {
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
  served = await serve();
  token = await served.tokenFor('ja');
});
afterAll(() => served.stop());

interface Answer {
  status: number;
  text: string;
  errors: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

async function post(body: string, authorization = `Bearer ${token}`): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization };
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, text, errors: [], ...JSON.parse(text) };
}
const ask = (query: string, variables = {}, operationName?: string) =>
  post(JSON.stringify({ query, variables, operationName }));

/** The codes that a caller may ever hear. */
const CODES =
  /^(BAD_REQUEST|BAD_USER_INPUT|CONFLICT|FORBIDDEN|GRAPHQL_\w+_FAILED|NOT_FOUND|OPERATION_RESOLUTION_FAILURE|UNAUTHENTICATED|PERSISTED_QUERY_NOT_FOUND)$/;
/** A path, a stack, SQL, a driver: nothing that tells how the answer was made. */
const TELLTALE =
  /node_modules|\.[jt]s[:"]|\n +at |select .* from |pg_|relation "|column "|constraint|syntax for type|sqlstate/i;

function expectDiscreet({ status, text, errors }: Answer, code: string | RegExp) {
  expect(status).toBeLessThan(500);
  expect(text).not.toContain(CANARY);
  expect(text).not.toMatch(TELLTALE);
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors) {
    expect(extensions.code).toMatch(code);
    expect(extensions.nl).toMatch(/^[A-Z`"a-z]/);
  }
}

const melding = 'mutation ($input: MeldingInput!) { registerMelding(input: $input) { id } }';
const providers = 'query ($filter: ProviderFilter) { providers(first: 1, filter: $filter) { totalCount } }';

const WRONG: Record<string, [ask: () => Promise<Answer>, code: string]> = {
  'an id that is no id': [() => ask('query ($id: ID!) { provider(id: $id) { id } }', { id: CANARY }), 'BAD_USER_INPUT'],
  'an id of another type': [() => ask(`{ provider(id: "Region:${CANARY}") { id } }`), 'BAD_USER_INPUT'],
  'a node that is no id': [() => ask(`{ node(id: "${CANARY}") { id } }`), 'BAD_USER_INPUT'],
  'a node of a type that is none': [() => ask(`{ node(id: "Viewer:${CANARY}") { id } }`), 'BAD_USER_INPUT'],
  'too many ids': [
    () => ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('x') }),
    'BAD_USER_INPUT',
  ],
  'a cursor that is none': [
    () => ask(`{ regions(first: 1, after: "${CANARY}") { nodes { code } } }`),
    'BAD_USER_INPUT',
  ],
  'a page that is too large': [() => ask('{ regions(first: 100000) { totalCount } }'), 'BAD_USER_INPUT'],
  'a page of less than nothing': [() => ask('{ regions(first: -1) { nodes { code } } }'), 'BAD_USER_INPUT'],
  'two pages at once': [() => ask('{ regions(first: 1, last: 1) { nodes { code } } }'), 'BAD_USER_INPUT'],
  'an unknown field of a filter': [() => ask(providers, { filter: { [CANARY]: 1 } }), 'BAD_USER_INPUT'],
  'a value of another type': [() => ask(providers, { filter: { isCrucial: CANARY } }), 'BAD_USER_INPUT'],
  'a quarter that is none': [
    () => ask(`{ riskDashboard(quarter: "${CANARY}") { quarter } }`),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'an input with nothing in it': [() => ask(melding, { input: {} }), 'BAD_USER_INPUT'],
  'an input that names what is not there': [
    () =>
      ask(melding, {
        input: { clientKey: CANARY, reason: 'CONTINUITY', providerId: `Provider:${CANARY}`, explanation: CANARY },
      }),
    'BAD_USER_INPUT',
  ],
  'an operation that is not in the document': [
    () => ask('query a { viewer { kind } }', {}, CANARY),
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'two operations without a choice': [
    () => ask('query a { __typename } query b { __typename }'),
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'a subscription': [() => ask('subscription { x }'), 'BAD_USER_INPUT'],
};

test.each(Object.entries(WRONG))('%s is answered politely', async (_, [make, code]) => {
  expectDiscreet(await make(), code);
});

const MELDING = { clientKey: 'k', reason: 'CONTINUITY', explanation: 'Zorgen.' };
const SIGNAAL = {
  careFormCodes: ['JH1221'],
  supply: 'POSSIBLE_RISK',
  developments: ['CONTINUITY'],
  regionCode: 'JZ01',
};
const signaal = 'mutation ($input: SignaalInput!) { sendSignaal(input: $input) { id } }';

/** Every place where an id goes in, and what it is called there. */
const IDS_IN: readonly (readonly [called: string, query: string, variables?: object])[] = [
  ['id', `{ provider(id: "${CANARY}") { id } }`],
  ['id', `{ melding(id: "${CANARY}") { id } }`],
  ['id', `{ node(id: "${CANARY}") { id } }`],
  ['id', `{ node(id: "Provider:${CANARY}") { id } }`],
  ['ids', `{ nodes(ids: ["${CANARY}"]) { id } }`],
  ['ids', `{ nodes(ids: ["Region:JZ01", "Provider:${CANARY}"]) { id } }`],
  ['providerId', `{ impactIfStops(providerId: "${CANARY}") { level } }`],
  ['providerId', `{ distanceToLimits(providerId: "${CANARY}") { trede } }`],
  ['providerId', `{ whatIf(input: { providerId: "${CANARY}", changes: [{ figure: cash, toCents: 1 }] }) { notes } }`],
  ['providerId', `{ assessments(filter: { providerId: "Provider:${CANARY}" }) { totalCount } }`],
  ['providerId', `{ region(code: "JZ01") { contracts(filter: { providerId: "${CANARY}" }) { totalCount } } }`],
  ['id', `mutation { markSignalSeen(id: "${CANARY}") { id } }`],
  ['providerId', melding, { ...MELDING, providerId: CANARY }],
  ['providerId', signaal, { ...SIGNAAL, providerId: CANARY }],
  ['signalId', signaal, { ...SIGNAAL, signalId: CANARY }],
  ['meldingId', signaal, { ...SIGNAAL, meldingId: CANARY }],
];

const IDS_GIVEN = IDS_IN.map(([called, query, input = null]) => [called, query, input] as const);

test.each(IDS_GIVEN)(
  'an id that is wrong is told by the name that the caller used: %s in %s',
  async (called, query, input) => {
    const answer = await ask(query, { input });
    expectDiscreet(answer, 'BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.problems).toEqual([
      { field: called, en: expect.any(String), nl: expect.any(String) },
    ]);
  },
);

test('an id that fits, of nothing, is no error', async () => {
  const { text } = await ask('{ provider(id: "Provider:00000000-0000-4000-8000-00000000dead") { id } }');
  expect(JSON.parse(text)).toEqual({ data: { provider: null } });
});

test('a developer’s token that has expired, or was made with another key, is refused', async () => {
  const expired = await served.tokenFor('ja', -60);
  const forged = await new SignJWT({ iss: 'urn:ews:development', aud: 'ews-api', sub: 'ja' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(Buffer.from('a secret of somebody else, long enough'));
  for (const given of [expired, forged, CANARY]) {
    const answer = await post('{"query":"{ viewer { kind } }"}', `Bearer ${given}`);
    expect(answer.status).toBe(401);
    expectDiscreet(answer, 'UNAUTHENTICATED');
  }
});

test('whatever text is put wherever a text goes, nothing breaks and nothing comes back', async () => {
  const places: ((text: string) => Promise<Answer>)[] = [
    (text) => ask('query ($id: ID!) { provider(id: $id) { id } }', { id: text }),
    (text) => ask('query ($code: ID!) { region(code: $code) { name } }', { code: text }),
    (text) => ask(providers, { filter: { nameContains: text, seatRegionCode: text } }),
    (text) => ask('query ($after: String) { regions(after: $after) { nodes { code } } }', { after: text }),
    (text) => ask(melding, { input: { clientKey: text, reason: text, explanation: text } }),
    (text) => ask(`{ ${text} }`),
    (text) => ask(`{ provider(id: ${JSON.stringify(text)}) { ${text} } }`),
    (text) => post(text),
    (text) => post(JSON.stringify({ query: text, operationName: text, extensions: { [text]: text } })),
    (text) => post(JSON.stringify({ documentId: text })),
    (text) => post(JSON.stringify({ query: text, extensions: { persistedQuery: { sha256Hash: text } } })),
    (text) => ask('query ($i: WhatIfInput!) { whatIf(input: $i) { trede } }', { i: { providerId: text, changes: [] } }),
    (text) => ask('query ($id: ID!) { distanceToLimits(providerId: $id) { quarter } }', { id: text }),
    (text) => ask('query ($t: String!) { careFormInRegion(careFormCode: $t, regionCode: $t) { hhi } }', { t: text }),
    (text) => ask('mutation ($id: ID!) { markSignalSeen(id: $id) { id } }', { id: text }),
    (text) =>
      ask('mutation ($i: SignaalInput!) { sendSignaal(input: $i) { id } }', {
        i: { careFormCodes: [text], regionCode: text, supply: 'RISK', developments: [text] },
      }),
  ];
  const nasty = fc.constantFrom(
    "'; drop table melding; --",
    '%',
    '\\',
    '\u0000',
    '$(7)',
    '{{',
    '"""',
    '../../etc',
    '\ud800',
    '__proto__',
  );
  const text = fc
    .tuple(nasty, fc.string({ maxLength: 40, unit: 'binary' }))
    .map(([one, other]) => `${one}${CANARY}${other}`);
  await fc.assert(
    fc.asyncProperty(fc.nat(places.length - 1), text, async (place, put) => {
      const answer = await (places[place] as (typeof places)[number])(put);
      expect(answer.text).not.toContain(CANARY);
      expect(answer.text).not.toMatch(TELLTALE);
      expect(answer.status).toBeLessThan(500);
      for (const { extensions } of answer.errors) expect(extensions.code).toMatch(CODES);
    }),
    { numRuns: 3_000 },
  );
  expect(logged.join('')).not.toContain(CANARY);
}, 180_000);
