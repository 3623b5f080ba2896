/** What a question costs, and that ours cost far less than is allowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import { costOf } from '../../src/api/cost';
import { COST_MAX, FIELD_COSTS } from '../../src/api/cost-table';
import { EXAMPLES } from '../../src/api/graphiql-examples';
import { LIMIT_RULES } from '../../src/api/limits';
import { type Served, serve } from './serve';

const schema = buildApiSchema();

function cost(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as OperationDefinitionNode;
  return costOf({ schema, document, operation, variables });
}
const read = (...path: string[]) => readFileSync(join(__dirname, '../..', ...path), 'utf8');

describe('what is counted', () => {
  test.each([
    ['{ viewer { kind } }', 2],
    ['{ a: viewer { kind } b: viewer { kind } }', 4],
    ['{ __typename }', 1],
    // A page: 1 for itself, then for each of its rows the list, the object and the value.
    ['{ regions(first: 10) { nodes { code } } }', 10 * (1 + 1 + 1)],
    ['{ regions(last: 10) { nodes { code } } }', 30],
    ['{ regions { nodes { code } } }', 60],
    ['{ regions(first: 10) { nodes { municipalities(first: 10) { nodes { code } } } } }', 10 * (1 + 1 + 10 * 3)],
    ['{ regions(first: 1) { totalCount } }', 1 + 100 + 1],
    ['{ regions(first: 100) { totalCount } }', 100 + 100 * 2],
    ['{ regions(first: 1) { a: totalCount ... { b: totalCount } } }', 200 + 3],
    ['{ regions(first: 1) { ...c } } fragment c on RegionConnection { totalCount }', 1_600 + 2],
    ['query ($n: Int) { regions(first: $n) { nodes { code } } }', 60],
    ['query ($n: Int = 7) { regions(first: $n) { nodes { code } } }', 21],
    ['{ regions(first: 10) { nodes { ...r } } } fragment r on Region { code }', 30],
    ['{ regions(first: 10) { nodes { code @skip(if: true) name @include(if: false) } } }', 20],
    ['{ indicators(first: 1) { nodes { peers { peers } } } }', 1 + 1 + FIELD('Indicator.peers') + 20 * 2],
    ['{ riskModels { version } }', 40],
    ['{ nodes(ids: ["Region:JZ01", "Region:JZ02"]) { id } }', 4],
  ])('%s costs %d', (query, points) => {
    expect(cost(query)).toBe(points);
  });

  function FIELD(name: string): number {
    return FIELD_COSTS[name] as number;
  }

  test('sizes and ids that come as variables count as they are sent', () => {
    const query = 'query ($n: Int, $ids: [ID!]!) { regions(first: $n) { nodes { code } } nodes(ids: $ids) { id } }';
    expect(cost(query, { n: 50, ids: Array(30).fill('Region:JZ01') })).toBe(150 + 60);
  });

  test('everything that writes is listed', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !FIELD_COSTS[`Mutation.${name}`])).toEqual([]);
  });

  test('every field that is listed is there', () => {
    for (const name of Object.keys(FIELD_COSTS)) {
      const [type, field] = name.split('.') as [string, string];
      expect([name, (schema.getType(type) as never as { getFields(): object })?.getFields()]).toEqual([
        name,
        expect.objectContaining({ [field]: expect.anything() }),
      ]);
    }
  });
});

describe('our own questions cost far less than is allowed', () => {
  const OURS: [string, string, object?][] = [
    ...['W0', 'W1', 'W2', 'W2S', 'W3'].map((name): [string, string, object] => [
      name,
      read('bench', 'workloads', `${name}.graphql`),
      { id: 'x', code: 'x' },
    ]),
    ...EXAMPLES.map(({ en, query, variables }): [string, string, object?] => [en, query, variables]),
    ...[...read('README.md').matchAll(/```graphql as=\S+\n([\s\S]*?)```/g)].map((match, at): [string, string] => [
      `README ${at + 1}`,
      match[1] as string,
    ]),
  ];

  test.each(OURS)('%s', (_, query, variables = {}) => {
    expect(cost(query, variables as never)).toBeLessThanOrEqual(0.7 * COST_MAX);
  });
});

describe('too much is refused before anything is done', () => {
  test('a fragment that is written out many times over is counted, and does not keep the server busy', () => {
    const query = `{ ...a } ${'abcdefghijkl'
      .split('')
      .map(
        (name, at, all) => `fragment ${name} on Query { ${at < 11 ? `...${all[at + 1]} `.repeat(40) : '__typename'} }`,
      )
      .join(' ')}`;
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const started = performance.now();
    expect(costOf({ schema, document, operation, variables: {} })).toBe(Number.POSITIVE_INFINITY);
    validate(schema, document, LIMIT_RULES as never);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  describe('over the network', () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve();
    });
    afterAll(() => served.stop());

    async function ask(query: string) {
      const authorization = `Bearer ${await served.tokenFor('ja')}`;
      const headers = { 'content-type': 'application/json', authorization };
      const response = await fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions: object }[] };
      return { status: response.status, errors };
    }
    const atTheLimit = `
      providers(first: 100) { nodes { indicators(first: 9) { nodes { peers { peers } } } } }
      a: providers(first: 100) { nodes { contracts(first: 100) { nodes { id reference startsOn endsOn } } } }
      ${['b', 'c', 'd'].map((name) => `${name}: regions(first: 100) { nodes { code name longitude latitude } }`).join(' ')}`;

    test('at the limit it is answered, and one point beyond it is not: the error says what it costs and what is allowed', async () => {
      expect(cost(`{ ${atTheLimit} }`)).toBe(COST_MAX);
      expect(await ask(`{ ${atTheLimit} }`)).toEqual({ status: 200, errors: [] });
      const { status, errors } = await ask(`{ ${atTheLimit} __typename }`);
      expect(status).toBe(400);
      expect(errors).toEqual([
        {
          message: expect.stringMatching(
            /^This operation costs 1,000,001 points, and 1,000,000 are allowed\. Ask for /,
          ),
          extensions: {
            code: 'BAD_USER_INPUT',
            nl: expect.stringMatching(
              /^Deze bewerking kost 1\.000\.001 punten, en 1\.000\.000 zijn toegestaan\. Vraag /,
            ),
            cost: COST_MAX + 1,
            limit: COST_MAX,
          },
        },
      ]);
    });

    test('what each root field may cost, eight of them together may not', async () => {
      const one = `providers(first: 100) { nodes { contracts(first: 100) { nodes {
        id reference annualValueCents startsOn endsOn provider { id key name kvkNumber agbCode kind } } } } }`;
      const together = Array.from({ length: 8 }, (_, at) => `a${at}: ${one}`).join(' ');
      expect((await ask(`{ ${one} }`)).status).toBe(200);
      expect((await ask(`{ ${together} }`)).status).toBe(400);
    });
  });
});
