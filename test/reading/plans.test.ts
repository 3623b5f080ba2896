/** A plan is kept for the next who asks the same: never for who asks something else. */
import type { Viewer } from '../../src/policy/viewer';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let product: Product;

beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const answer = (text: string, variables: object = {}, viewer: Viewer = stage.cast.analyst) =>
  product.ask({ text, variables: { ...variables } }, viewer, stage.now);

async function count(text: string, variables: object, viewer?: Viewer): Promise<number> {
  const { data } = JSON.parse(await answer(text, variables, viewer)) as { data: { contracts: { totalCount: number } } };
  return data.contracts.totalCount;
}

const contracts = (property: string, value: unknown) => stage.world.where('Contract', property, value).length;

test('the same document with another value, without a value and with another filter', async () => {
  const text = 'query ($filter: ContractFilter) { contracts(filter: $filter) { totalCount } }';
  const all = stage.world.all('Contract').length;
  for (const reportedBy of ['PROVIDER', 'CLIENT']) {
    expect(await count(text, { filter: { reportedBy } })).toBe(contracts('reportedBy', reportedBy));
  }
  expect(await count(text, { filter: { clientKind: 'LTA' } })).toBe(contracts('clientKind', 'LTA'));
  expect(await count(text, { filter: { clientKind: null } })).toBe(all);
  expect(await count(text, { filter: {} })).toBe(all);
  expect(await count(text, { filter: null })).toBe(all);
  expect(await count(text, {})).toBe(all);
});

test('the same document by another party of the same kind, and by another kind', async () => {
  const text = '{ contracts { totalCount } }';
  const [one, other] = stage.cast.all.filter(({ kind }) => kind === 'PROVIDER') as [Viewer, Viewer];
  const own = (viewer: Viewer) => contracts('providerId', viewer.providerId);
  expect(await count(text, {}, one)).toBe(own(one));
  expect(await count(text, {}, other)).toBe(own(other));
  expect(await count(text, {}, stage.cast.analyst)).toBe(stage.world.all('Contract').length);
  expect(await count(text, {}, one)).toBe(own(one));
  expect(own(one)).not.toBe(own(other));
});

test('two operations of one document that share a field in a fragment, each with a default of its own', async () => {
  const text = `
    query A($kind: ClientKind = REGION) { ...Shared }
    query B($kind: ClientKind = LTA) { ...Shared }
    query C($kind: ClientKind) { ...Shared }
    fragment Shared on Query { contracts(filter: { clientKind: $kind }) { totalCount } }`;
  const wanted = {
    A: contracts('clientKind', 'REGION'),
    B: contracts('clientKind', 'LTA'),
    C: stage.world.all('Contract').length,
  };
  for (const operationName of ['A', 'B', 'C', 'A'] as const) {
    const given = await product.ask({ text, variables: {}, operationName }, stage.cast.analyst, stage.now);
    expect(JSON.parse(given)).toEqual({ data: { contracts: { totalCount: wanted[operationName] } } });
  }
});

test('page sizes, orders and conditions that come in variables', async () => {
  const text = `query ($first: Int, $order: ProviderSort, $names: Boolean!) {
    providers(first: $first, orderBy: $order) { nodes { id name @include(if: $names) } }
  }`;
  const ask = async (variables: object) =>
    (JSON.parse(await answer(text, variables)) as { data: { providers: { nodes: { name?: string }[] } } }).data
      .providers.nodes;
  const names = stage.world
    .all('Provider')
    .map(({ name }) => String(name))
    .sort();
  expect((await ask({ first: 2, names: true })).map(({ name }) => name)).toEqual(names.slice(0, 2));
  expect((await ask({ first: 3, order: 'NAME_DESC', names: true })).map(({ name }) => name)).toEqual(
    names.reverse().slice(0, 3),
  );
  expect((await ask({ names: false }))[0]).toEqual({ id: expect.stringMatching(/^Provider:/) });
  expect(await ask({ names: false })).toHaveLength(20);
});
