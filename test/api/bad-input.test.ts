/** The door of the API, with a small schema behind it: whatever comes in, the answer is coded, polite and tells nothing. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { createLocalJWKSet, exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose';
import { type Caller, type Door, type DoorParts, openDoor } from '../../src/api/server-door';
import { Conflict, Invalid, NotFound } from '../../src/errors';
import { authentication } from '../../src/identity/authenticate';
import { unauthenticated } from '../../src/identity/unauthenticated';
import { tokenVerifier } from '../../src/identity/verify-token';
import { ANONYMOUS } from '../../src/policy/viewer';

/** What a caller puts in wherever it can. No answer and no line of the log may hold it. */
const CANARY = 'K4n4rie';

const schema = buildSchema(`
  enum Reason { CONTINUITY CARE_CHANGE }
  input MeldingInput { clientKey: String! reason: Reason! amount: Int lines: [Int!] }
  type Provider { id: ID! name: String concern: Provider friends(first: Int): [Provider!] }
  type Query { provider(id: ID!): Provider, answer(n: Int!): Int!, fails(how: String!): String, sure(how: String!): String! }
  type Mutation { registerMelding(input: MeldingInput!): Provider }
`);

const FAILURES: Record<string, unknown> = {
  bug: new TypeError(`cannot read ${CANARY} of undefined`),
  sql: Object.assign(new Error(`duplicate key value (${CANARY})`), {
    severity: 'ERROR',
    code: '23505',
    detail: CANARY,
  }),
  away: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  restart: Object.assign(new Error('terminating connection'), { severity: 'FATAL', code: '57P01' }),
  deadlock: Object.assign(new Error('deadlock detected'), { severity: 'ERROR', code: '40P01', detail: CANARY }),
  pool: new Error('timeout exceeded when trying to connect'),
  slow: Object.assign(new Error('canceling statement'), { severity: 'ERROR', code: '57014' }),
  gone: new NotFound({ en: 'There is no such provider.', nl: 'Deze aanbieder is er niet.' }),
  race: new Conflict({ en: 'Someone was first.', nl: 'Iemand was eerder.' }),
  wrong: new Invalid([
    { field: 'reason', en: 'is required.', nl: 'is verplicht.' },
    { field: 'moment', en: 'does not go with the reason.', nl: 'past niet bij de reden.' },
  ]),
  string: CANARY,
};

function fail({ how }: { how: string }) {
  throw FAILURES[how];
}
Object.assign((schema.getQueryType() as GraphQLObjectType).getFields().fails as object, {
  resolve: (_: unknown, args: { how: string }) => fail(args),
});
Object.assign((schema.getQueryType() as GraphQLObjectType).getFields().sure as object, { resolve: () => null });

let keys: { privateKey: KeyLike; publicKey: KeyLike };
let door: Door;
const logged: string[] = [];

async function open(parts: Partial<DoorParts<Caller>> = {}): Promise<Door> {
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'EdDSA' }] });
  const verify = tokenVerifier({ issuer: 'us', audience: 'ews-api', algorithms: ['EdDSA'], keyFor: jwks });
  const viewerOf = async (subject: string) => {
    if (subject === 'gone') throw unauthenticated('account');
    return { ...ANONYMOUS, subject };
  };
  return openDoor<Caller>({
    schema,
    isDevelopment: true,
    plugins: [],
    stringifyResult: JSON.stringify,
    host: '127.0.0.1',
    port: 0,
    authenticate: authentication({ verify, viewerOf, viewerOfSession: viewerOf }),
    contextOf: (caller) => caller,
    checks: [],
    drainDelayMs: 0,
    ...parts,
  });
}

beforeAll(async () => {
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
  keys = await generateKeyPair('EdDSA');
  door = await open();
});
afterAll(() => door.stop());

interface Heard {
  status: number;
  headers: Headers;
  text: string;
  errors: { message: string; locations?: unknown; path?: unknown; extensions: Record<string, unknown> }[];
  data?: unknown;
}

async function heard(response: Response): Promise<Heard> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, errors: [], ...JSON.parse(text) };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = async (body: string, headers: Record<string, string> = JSON_TYPE, to = door) =>
  heard(await fetch(`${to.url}/graphql`, { method: 'POST', body, headers }));
const ask = (query: unknown, variables?: unknown, to = door) =>
  post(JSON.stringify({ query, variables }), JSON_TYPE, to);

/** Nothing of the caller, of the machine, or of how the answer was made. */
function expectDiscreet({ text, headers, errors }: Heard, code: string) {
  expect(text).not.toContain(CANARY);
  expect(text).not.toMatch(/node_modules|\.[jt]s\b|\n +at |\(\/|select |stacktrace|\/work|graphql-js|Apollo/i);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(message).toMatch(/^[A-Za-z`"][^\n]{8,240}[.?]$/);
    expect(extensions.nl).toMatch(/^[A-Za-z`"][^\n]{8,240}[.?]$/);
  }
  expect(errors[0]?.extensions.code).toBe(code);
}

describe('the envelope', () => {
  const ENVELOPES: Record<string, [() => Promise<Heard>, number, string]> = {
    'malformed JSON': [() => post(`{"query": ${CANARY}`), 400, 'BAD_REQUEST'],
    'no body': [() => post(''), 400, 'BAD_REQUEST'],
    'JSON that is not an object': [() => post(`"${CANARY}"`), 400, 'BAD_REQUEST'],
    'an object without an operation': [() => post(`{"${CANARY}": 1}`), 400, 'BAD_REQUEST'],
    'an operation that is not a text': [() => ask({ kind: CANARY }), 400, 'BAD_REQUEST'],
    'variables that are a text': [() => ask('{__typename}', CANARY), 400, 'BAD_REQUEST'],
    'an operationName that is a number': [() => post('{"query":"{__typename}","operationName":7}'), 400, 'BAD_REQUEST'],
    'an unknown operationName': [
      () => post(`{"query":"query a {__typename}","operationName":"${CANARY}"}`),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    'two operations and no name': [
      () => ask('query a {__typename} query b {__typename}'),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    'a batch': [() => post('[{"query":"{__typename}"},{"query":"{__typename}"}]'), 400, 'BAD_REQUEST'],
    'a stored operation': [
      () => post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}'),
      404,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    'a prototype in the JSON': [
      () => post(`{"query":"{__typename}","__proto__":{"x":"${CANARY}"}}`),
      400,
      'BAD_REQUEST',
    ],
    'a text': [() => post('{__typename}', { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    'a form': [
      () => post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    'an upload': [
      () => post('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    'a type that is spelt otherwise': [
      () => post('{"query":"{__typename}"}', { 'content-type': 'application/json; charset=utf-16' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    'JSON of another kind': [
      () => post('{"query":"{__typename}"}', { 'content-type': 'application/graphql+json' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    'no type': [() => post('{"query":"{__typename}"}', { 'content-type': '' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    'two types in one header': [
      () => post('{"query":"{__typename}"}', { 'content-type': 'application/json; charset=utf-8, text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    'an answer that is not JSON': [
      () => post('{"query":"{__typename}"}', { ...JSON_TYPE, accept: 'image/png' }),
      406,
      'BAD_REQUEST',
    ],
    'more than 100 kB': [() => ask(`{ __typename } # ${'x'.repeat(100_000)}`), 413, 'PAYLOAD_TOO_LARGE'],
    'an unknown address': [async () => heard(await fetch(`${door.url}/${CANARY}`)), 404, 'NOT_FOUND'],
    'an address that is no address': [async () => heard(await fetch(`${door.url}/%E0%A4%A`)), 400, 'BAD_REQUEST'],
  };

  test.each(Object.entries(ENVELOPES))('%s is refused', async (_, [make, status, code]) => {
    const answer = await make();
    expect(answer.status).toBe(status);
    expectDiscreet(answer, code);
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s /graphql is refused, and POST is named',
    async (method) => {
      const answer = await heard(await fetch(`${door.url}/graphql?query={__typename}`, { method }));
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
      expectDiscreet(answer, 'METHOD_NOT_ALLOWED');
    },
  );

  test('a request from another site gets no leave to read the answer', async () => {
    const { headers } = await fetch(`${door.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.com' },
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['what is not HTTP', `${CANARY}\r\n\r\n`, 400],
    ['a header that never ends', `GET / HTTP/1.1\r\nx: ${CANARY.repeat(5000)}\r\n\r\n`, 431],
    [
      'a host that is no host',
      'POST /graphql HTTP/1.1\r\nHost: [\r\nContent-Type: application/json\r\nContent-Length: 24\r\nConnection: close\r\n\r\n{"query":"{__typename}"}',
      421,
    ],
  ])('%s is answered in the same way', async (_, sent, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(door.url).port), '127.0.0.1', () => socket.write(sent));
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toContain(CANARY);
    expect(JSON.parse(answer.slice(answer.indexOf('{'))).errors[0].extensions.code).toMatch(
      /^(BAD_REQUEST|HEADERS_TOO_LARGE)$/,
    );
  });
});

describe('who is asking', () => {
  const token = (sub = 'ja', exp = 60, key = keys.privateKey) =>
    new SignJWT({ iss: 'us', aud: 'ews-api', sub })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + exp)
      .sign(key);
  const bearing = async (given: string | Promise<string>) =>
    post('{"query":"{__typename}"}', { ...JSON_TYPE, authorization: `Bearer ${await given}` });

  test('a good token, and no token at all, are let in', async () => {
    expect((await bearing(token())).data).toEqual({ __typename: 'Query' });
    expect((await ask('{__typename}')).data).toEqual({ __typename: 'Query' });
  });

  const NOT_LET_IN: Record<string, () => Promise<string> | string> = {
    expired: () => token('ja', -60),
    forged: async () => token('ja', 60, (await generateKeyPair('EdDSA')).privateKey),
    garbage: () => CANARY,
    'far too long': () => `a.${CANARY.repeat(700)}.c`,
    'of an account that has ended': () => token('gone'),
  };

  test.each(Object.entries(NOT_LET_IN))('a token that is %s is refused', async (_, make) => {
    const answer = await bearing(make());
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expectDiscreet(answer, 'UNAUTHENTICATED');
    expect(answer.data).toBeUndefined();
  });

  test('two Content-Type headers are refused when the first is not JSON, whatever the second says', async () => {
    const types = ['Content-Type', 'text/plain', 'Content-Type', 'application/json'];
    const status = await new Promise((resolve, reject) => {
      const headers = ['Host', 'localhost', ...types] as never;
      const sent = request(`${door.url}/graphql`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end('{"query":"{__typename}"}');
    });
    expect(status).toBe(415);
  });

  test('two Authorization headers are refused, even when both are good', async () => {
    const given = `Bearer ${await token()}`;
    const headers = [
      'Host',
      'localhost',
      'Content-Type',
      'application/json',
      'Authorization',
      given,
      'Authorization',
      given,
    ];
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${door.url}/graphql`, { method: 'POST', headers: headers as never }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end('{"query":"{__typename}"}');
    });
    expect(status).toBe(401);
  });
});

describe('the operation', () => {
  const WRONG: [says: string, query: string, variables: unknown, code: string, message: RegExp][] = [
    ['that is no GraphQL', `{ provider(id: "${CANARY}") ${CANARY}( }`, {}, 'GRAPHQL_PARSE_FAILED', /not GraphQL/],
    ['with an unterminated text', `{ provider(id: "${CANARY}`, {}, 'GRAPHQL_PARSE_FAILED', /not GraphQL/],
    ['of too many words', `{ ${'a '.repeat(1500)} }`, {}, 'GRAPHQL_PARSE_FAILED', /too long/],
    [
      'with an unknown field',
      `{ provider(id: 1) { ${CANARY} } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /no such field on type Provider/,
    ],
    [
      'with an unknown argument',
      `{ provider(id: 1, ${CANARY}: 2) { id } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /Query\.provider has no such argument/,
    ],
    [
      'with an unknown type',
      `{ provider(id: 1) { ... on ${CANARY} { id } } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /no such type/,
    ],
    ['with an unknown fragment', `{ ...${CANARY} }`, {}, 'GRAPHQL_VALIDATION_FAILED', /no such fragment/],
    ['with an unknown directive', `{ __typename @${CANARY} }`, {}, 'GRAPHQL_VALIDATION_FAILED', /no such directive/],
    [
      'with an unknown variable',
      `{ provider(id: $${CANARY}) { id } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /not declared/,
    ],
    [
      'without a required argument',
      '{ provider { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /provider needs the argument id/,
    ],
    ['with a wrong value', `{ answer(n: "${CANARY}") }`, {}, 'GRAPHQL_VALIDATION_FAILED', /type Int is expected/],
    ['without fields', '{ provider(id: 1) }', {}, 'GRAPHQL_VALIDATION_FAILED', /which fields of Provider/],
    [
      'with a fragment in itself',
      `{ ...a } fragment a on Query { ...a }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /contains itself/,
    ],
    [
      'that needs another variable',
      'query ($x: String) { answer(n: $x) }',
      { x: '1' },
      'GRAPHQL_VALIDATION_FAILED',
      /variable of type Int! is expected/,
    ],
    [
      'without a required variable',
      `query ($${CANARY}: Int!) { answer(n: $${CANARY}) }`,
      {},
      'BAD_USER_INPUT',
      /of type Int! is required/,
    ],
    [
      'with a wrong variable',
      `query ($${CANARY}: Int!) { answer(n: $${CANARY}) }`,
      { [CANARY]: CANARY },
      'BAD_USER_INPUT',
      /type Int is expected/,
    ],
    ['with an unknown kind of operation', 'subscription { x }', {}, 'BAD_USER_INPUT', /no operations of this kind/],
    ['that defines a type', `type ${CANARY} { x: Int }`, {}, 'GRAPHQL_VALIDATION_FAILED', /Only operations/],
    [
      'with two meanings of one name',
      `{ x: provider(id: "${CANARY}") { id } x: answer(n: 1) }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /alias/,
    ],
  ];

  test.each(WRONG)('%s is explained without repeating it', async (_, query, variables, code, message) => {
    const answer = await ask(query, variables);
    expect(answer.status).toBe(400);
    expectDiscreet(answer, code);
    expect(answer.errors.map((error) => error.message).join(' ')).toMatch(message);
    expect(answer.data).toBeUndefined();
  });

  test('every problem of an input is told at once, by number and field', async () => {
    const mutation =
      'mutation ($n: Int!, $input: MeldingInput!) { registerMelding(input: $input) { friends(first: $n) { id } } }';
    const input = { reason: CANARY, amount: CANARY, lines: [1, CANARY], [CANARY]: CANARY };
    const answer = await ask(mutation, { n: CANARY, input });
    expectDiscreet(answer, 'BAD_USER_INPUT');
    const told = answer.errors.map(({ message, extensions }) => [extensions.variable, extensions.field, message]);
    expect(told).toEqual([
      [1, undefined, 'A value of type Int is expected.'],
      [2, undefined, 'The input field clientKey is required.'],
      [2, 'reason', 'This is not one of the values of Reason.'],
      [2, 'amount', 'A value of type Int is expected.'],
      [2, 'lines[1]', 'A value of type Int is expected.'],
      [2, undefined, 'There is no such field on input MeldingInput.'],
    ]);
  });

  test('the place is given by line and column', async () => {
    const answer = await ask('{\n  provider(id: 1) {\n    nam\n  }\n}');
    expect(answer.errors[0]?.locations).toEqual([{ line: 3, column: 5 }]);
  });

  test('a developer is told which name was meant; in production nobody is', async () => {
    const production = await open({ isDevelopment: false });
    expect((await ask('{ provider(id: 1) { nam } }')).errors[0]?.message).toMatch(/Did you mean name\?$/);
    expect((await ask('{ provider(id: 1) { nam } }', {}, production)).text).not.toMatch(/Did you mean|Bedoelt/);
    await production.stop();
  });

  test('the schema can be asked by a developer, and not in production', async () => {
    const production = await open({ isDevelopment: false });
    const query = '{ __schema { types { name fields { type { ofType { ofType { ofType { name } } } } } } } }';
    expect((await ask(query)).status).toBe(200);
    const refused = await ask(query, {}, production);
    expect(refused.status).toBe(400);
    expectDiscreet(refused, 'GRAPHQL_VALIDATION_FAILED');
    await production.stop();
  });
});

describe('the limits', () => {
  const nested = (depth: number) =>
    `{ provider(id: 1) ${'{ concern '.repeat(depth - 2)}{ id }${'}'.repeat(depth - 2)} }`;
  const LIMITED: [says: string, atTheLimit: string, beyond: string][] = [
    ['depth', nested(12), nested(13)],
    [
      'depth through fragments',
      `{ ...a } fragment a on Query ${nested(12)}`,
      `{ ...a } fragment a on Query { provider(id: 1) { ...b } } fragment b on Provider ${nested(13).replace('provider(id: 1)', 'concern')}`,
    ],
    [
      'aliases',
      `{ provider(id: 1) { ${Array.from({ length: 15 }, (_, at) => `a${at}: id`).join(' ')} } }`,
      `{ provider(id: 1) { ${Array.from({ length: 16 }, (_, at) => `a${at}: id`).join(' ')} } }`,
    ],
    [
      'aliases of __typename',
      `{ provider(id: 1) { ${Array.from({ length: 15 }, (_, at) => `a${at}: __typename`).join(' ')} } }`,
      `{ provider(id: 1) { ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(' ')} } }`,
    ],
    [
      'directives',
      `{ provider(id: 1) { ${'id @skip(if: false) '.repeat(10)} } }`,
      `{ provider(id: 1) { ${'id @skip(if: false) '.repeat(11)} } }`,
    ],
    [
      'fields at the top',
      `{ ${Array.from({ length: 8 }, (_, at) => `a${at}: answer(n: ${at})`).join(' ')} }`,
      `{ ${Array.from({ length: 8 }, (_, at) => `a${at}: answer(n: ${at})`).join(' ')} ...a } fragment a on Query { __typename }`,
    ],
  ];

  test.each(LIMITED)('%s has a limit, which may be reached but not passed', async (_, atTheLimit, beyond) => {
    expect((await ask(atTheLimit)).errors.filter(({ extensions }) => 'limit' in extensions)).toEqual([]);
    const answer = await ask(beyond);
    expect(answer.status).toBe(400);
    expectDiscreet(answer, 'BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toMatch(/ at most \d+ /);
    expect(answer.errors[0]?.extensions.nl).toMatch(/ ten hoogste \d+ /);
  });

  const ring = Array.from({ length: 60 }, (_, at) => [at, (at + 1) % 60, (at + 2) % 60]);
  const HARD: Record<string, string> = {
    'the same field, as often as it can be said': `{ provider(id: 1) { ${'id '.repeat(1480)} } }`,
    'objects laid over each other': `{ ${'provider(id:1){id} '.repeat(160)} }`,
    'arguments to be compared, each with each': `{ provider(id:1) { ${'friends(first:1){id} '.repeat(150)} } }`,
    'fragments that go round in circles': `{ provider(id:1) { ...f0 ...f20 ...f40 } } ${ring
      .map(([at, one, two]) => `fragment f${at} on Provider { concern { ...f${one} ...f${two} } }`)
      .join(' ')}`,
  };

  test.each(Object.entries(HARD))('%s do not keep the server busy', async (_, query) => {
    await ask('{ __typename }');
    const started = performance.now();
    const answer = await ask(query);
    expect(performance.now() - started).toBeLessThan(500);
    if (answer.status !== 200) expectDiscreet(answer, answer.errors[0]?.extensions.code as string);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('what goes wrong behind the door', () => {
  const fails = (how: string) => ask('query ($how: String!) { fails(how: $how) }', { how });

  test.each(['bug', 'sql', 'string'])('an unforeseen error (%s) is a trace id and nothing more', async (how) => {
    logged.length = 0;
    const answer = await fails(how);
    expectDiscreet(answer, 'INTERNAL_SERVER_ERROR');
    const { traceId } = answer.errors[0]?.extensions ?? {};
    expect(traceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(logged.join('')).toContain(String(traceId));
    expect(answer.errors[0]?.path).toEqual(['fails']);
  });

  test('the log of a database error holds no value of a row', async () => {
    logged.length = 0;
    await fails('sql');
    expect(logged.join('')).toContain('23505');
    expect(logged.join('')).not.toContain(CANARY);
  });

  test('a promise that was not kept is our error, not the caller’s', async () => {
    expectDiscreet(await ask('{ sure(how: "x") }'), 'INTERNAL_SERVER_ERROR');
  });

  test.each(['away', 'restart', 'deadlock', 'pool'])('a database that is away (%s) asks to come back', async (how) => {
    const answer = await fails(how);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expectDiscreet(answer, 'SERVICE_UNAVAILABLE');
    expect(answer.errors[0]?.extensions.retryable).toBe(true);
  });

  test('what takes too long is not to be tried again as it is', async () => {
    const answer = await fails('slow');
    expect(answer.status).toBe(503);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: false });
  });

  test.each([
    ['gone', 'NOT_FOUND', 'Deze aanbieder is er niet.'],
    ['race', 'CONFLICT', 'Iemand was eerder.'],
  ])('our own errors speak (%s)', async (how, code, nl) => {
    const answer = await fails(how);
    expectDiscreet(answer, code);
    expect(answer.errors[0]?.extensions.nl).toBe(nl);
  });

  test('every problem of an input is in the answer', async () => {
    const { errors } = await fails('wrong');
    expect(errors[0]?.extensions.problems).toHaveLength(2);
  });
});

test('a port that is taken is said in one sentence', async () => {
  await expect(open({ port: Number(new URL(door.url).port) })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringMatching(/^Port \d+ is in use by another program: .*PORT\.$/),
  });
});

describe('whoever sends slowly loses its turn, and the others notice nothing', () => {
  const opening = (sent: string) => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1', () => socket.write(sent));
    const drip = setInterval(() => socket.writable && socket.write('x'), 1_000);
    socket.on('error', () => undefined);
    socket.resume();
    return new Promise<void>((resolve) => socket.on('close', () => resolve(clearInterval(drip))));
  };
  const HEAD = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

  test.each([
    ['headers, a letter a second', 200, HEAD],
    ['a body, a letter a second', 200, `${HEAD}Content-Length: 5000\r\n\r\n`],
  ])(
    '%s',
    async (_, count, sent) => {
      const closed = Promise.all(Array.from({ length: count }, () => opening(sent)));
      await pause(500);
      const started = performance.now();
      expect((await ask('{__typename}')).status).toBe(200);
      expect(performance.now() - started).toBeLessThan(2_000);
      const late = pause(20_000, undefined, { ref: false }).then(() => Promise.reject(new Error('still open')));
      await Promise.race([closed, late]);
    },
    30_000,
  );
});
