/** Hidden and absent: what a viewer may not see cannot be told from what is not there, to the byte. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/policy/viewer';
import { listsOfOneProvider } from '../support/operations/lists';
import { Paths } from '../support/operations/paths';
import { wordsOf } from '../support/operations/words';
import { withAllLocks } from '../support/oracle/locks';
import { Oracle } from '../support/oracle/oracle';
import type { Product } from '../support/oracle/product';
import { BY_READING } from '../support/oracle/reading';
import { guardedBySight } from '../support/oracle/resolvers';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';

const PATIENCE_MS = 120_000;
const { schema } = new Oracle(guardedBySight);

let stage: Stage;
let product: Product;
let paths: Paths;

beforeAll(async () => {
  stage = await openStage('STILL');
  product = await withAllLocks(stage);
  const { world, cast } = stage;
  paths = new Paths(schema, wordsOf(world, cast.all), stage.see(cast.analyst, BY_READING));
}, PATIENCE_MS);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

/** The answer, with one word for whatever was asked about. */
async function answer(text: string, viewer: Viewer, ...about: string[]): Promise<string> {
  const given = await product.ask({ text, variables: {} }, viewer, stage.now);
  return about.reduce((said, word) => said.replaceAll(word, 'IT'), given);
}

/** A few rows of a type that this viewer may not see. */
const hiddenFrom = (viewer: Viewer, type: string): Row[] => {
  const see = stage.see(viewer, BY_READING);
  return stage.world
    .all(type)
    .filter((row) => !see.sees(type, row))
    .slice(0, 3);
};

it(
  'an object that is hidden answers as an object that does not exist, by every path to it',
  async () => {
    let asked = 0;
    for (const viewer of stage.cast.few) {
      for (const type of paths.nodeTypes()) {
        for (const row of hiddenFrom(viewer, type.name)) {
          const nobody = randomUUID();
          const hidden = await answer(paths.toNode(type, row), viewer, String(row.id));
          const absent = await answer(paths.toNode(type, { id: nobody }), viewer, nobody);
          expect(hidden).toBe(absent);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(300);
  },
  PATIENCE_MS,
);

it(
  'what is worked out about a provider whose figures are hidden says what it says of one that does not exist',
  async () => {
    let asked = 0;
    for (const viewer of stage.cast.few.filter(({ kind }) => kind !== 'JA')) {
      for (const { providerId } of hiddenFrom(viewer, 'ProviderQuarter')) {
        const nobody = randomUUID();
        const hidden = await answer(paths.toWorkedOut(providerId), viewer, String(providerId));
        expect(hidden).toBe(await answer(paths.toWorkedOut(nobody), viewer, nobody));
        expect(JSON.parse(hidden).data).toMatchObject({ whatIf: null, distanceToLimits: null, impactIfStops: null });
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);

const LISTS = listsOfOneProvider(schema);
const asking = (filter: string) =>
  `{ ${LISTS.map(
    (list) =>
      `${list}(filter: { ${filter} }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }`,
  ).join('\n')} }`;

it(
  'a filter on a provider of which everything is hidden answers as a filter on one that does not exist',
  async () => {
    let asked = 0;
    for (const viewer of stage.cast.few) {
      const see = stage.see(viewer, BY_READING);
      const types = [
        'Contract',
        'Declaration',
        'PersonnelReport',
        'Tariff',
        'Figure',
        'Delivery',
        'Assessment',
        'Indicator',
        'Melding',
        'Mismatch',
        'DraaiboekCase',
        'Disclosure',
        'TredeDecision',
        'Signaal',
      ];
      const isHidden = ({ id }: Row) => types.every((type) => see.where(type, 'providerId', id).length === 0);
      const providers = stage.world.all('Provider').filter(isHidden).slice(0, 5);
      for (const { id } of providers) {
        const nobody = randomUUID();
        const hidden = await answer(asking(`providerId: "Provider:${id}"`), viewer, String(id));
        expect(hidden).toBe(await answer(asking(`providerId: "Provider:${nobody}"`), viewer, nobody));
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(40);
  },
  PATIENCE_MS,
);

it(
  'what hangs under a visible object is not there when it is hidden: no count, no cursor, no next page',
  async () => {
    const page =
      '{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
    const empty = {
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    };
    for (const viewer of stage.cast.few.filter(({ kind }) => kind === 'PROVIDER')) {
      const see = stage.see(viewer, BY_READING);
      const others = stage.world
        .all('Provider')
        .filter(({ id }) => id !== viewer.providerId && see.where('Melding', 'providerId', id).length === 0);
      for (const { id } of others.slice(0, 10)) {
        const text = `{ provider(id: "Provider:${id}") { contracts ${page} meldingen ${page} figures ${page} assessments ${page} } }`;
        const { data } = JSON.parse(await answer(text, viewer)) as { data: { provider: object } };
        expect(data.provider).toEqual({ contracts: empty, meldingen: empty, figures: empty, assessments: empty });
      }
    }
  },
  PATIENCE_MS,
);

it('a cursor of one account is of no use to another, not even of the same kind', async () => {
  const [one, other] = stage.cast.all.filter(({ kind }) => kind === 'PROVIDER') as [Viewer, Viewer];
  const given = JSON.parse(await answer('{ contracts(first: 1) { pageInfo { endCursor } } }', one));
  const text = `{ contracts(first: 1, after: "${given.data.contracts.pageInfo.endCursor}") { nodes { id } } }`;
  expect(JSON.parse(await answer(text, one)).errors).toBeUndefined();
  expect(JSON.parse(await answer(text, other)).errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

it('an error about an id says the same for every id that is not one', async () => {
  const viewer = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
  const [melding] = hiddenFrom(viewer, 'Melding') as [Row];
  const wrong = [`Melding:${melding.id}x`, `Melding:${randomUUID()}x`, 'Melding:', 'Melding:1'];
  const answers = await Promise.all(wrong.map((id) => answer(`{ melding(id: "${id}") { id } }`, viewer)));
  expect(new Set(answers).size).toBe(1);
});

it('a reporter cannot learn from a key or a subject of a melding whether another reported', async () => {
  const [reported] = stage.world.all('Melding') as [Row];
  const register = (input: string) =>
    `mutation { registerMelding(input: { reason: CONTINUITY, explanation: "Zorgen", ${input} }) { clientKey explanation receivedAt provider { id } } }`;
  const towns = stage.cast.few.filter(({ kind }) => kind === 'MUNICIPALITY');
  const other = towns.find(({ partyId }) => partyId !== reported.reporterPartyId) as Viewer;
  const viewer: Viewer = { ...other, functions: ['PREPARER'] };
  const taken = await answer(register(`clientKey: "${reported.clientKey}"`), viewer, String(reported.clientKey));
  expect(taken).toBe(await answer(register('clientKey: "never-used-before"'), viewer, 'never-used-before'));
  const providers = stage.world.all('Provider');
  const isReported = ({ id }: Row) => stage.world.where('Melding', 'providerId', id).length > 0;
  const said = [providers.find(isReported), providers.find((row) => !isReported(row))].map(async (row, at) =>
    answer(
      register(`clientKey: "about-${at}", providerId: "Provider:${row?.id}"`),
      viewer,
      String(row?.id),
      `about-${at}`,
    ),
  );
  expect(await said[0]).toBe(await said[1]);
  expect(await said[0]).toContain('"receivedAt":"');
});

it('who may not report learns nothing from trying', async () => {
  const [known] = stage.world.all('Provider') as [Row];
  const register = (id: unknown) =>
    `mutation { registerMelding(input: { clientKey: "x", reason: CONTINUITY, explanation: "Zorgen", providerId: "Provider:${id}" }) { id } }`;
  const nobody = randomUUID();
  for (const viewer of stage.cast.few.filter(({ kind }) => ['RESEARCHER', 'ANONYMOUS'].includes(kind))) {
    const hidden = await answer(register(known.id), viewer);
    expect(hidden).toBe(await answer(register(nobody), viewer));
    expect(hidden).toMatch(/"code":"(FORBIDDEN|UNAUTHENTICATED)"/);
  }
});
