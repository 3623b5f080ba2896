/** Draaiboek 2: who takes part in an open case reads what the table says, and nothing any more when it is closed. */
import type { Viewer } from '../../src/policy/viewer';
import { asker, type Told } from '../support/asker';
import { withAllLocks, withDatabaseAlone, withPlannerAlone } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let product: Product;
let ask: (text: string, viewer: Viewer) => Promise<Told>;
let provider: Viewer;
let lead: Viewer;
let otherRegion: Viewer;
let client: Viewer;
let otherTown: Viewer;
let igj: Viewer;
let supervisor: Viewer;

beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
  ask = asker(product, stage.now);
  const { world, cast } = stage;
  supervisor = { ...cast.analyst, functions: ['SUPERVISOR'] };
  const inCase = new Set(world.all('DraaiboekCase').map(({ providerId }) => providerId));
  const decided = new Set(world.all('TredeDecision').map(({ providerId }) => providerId));
  [provider] = viewersOf('PROVIDER', ({ providerId }) => {
    const isOpen = world.where('DraaiboekCase', 'providerId', providerId).some(({ closedAt }) => closedAt === null);
    return inCase.has(providerId) && decided.has(providerId) && !isOpen;
  }) as [Viewer];
  const [designation] = world.where('EwsDesignation', 'providerId', provider.providerId);
  const isLead = ({ regionCode }: Viewer) => regionCode === designation?.accountRegionCode;
  [lead] = viewersOf('REGION', isLead) as [Viewer];
  [otherRegion] = viewersOf('REGION', (viewer) => !isLead(viewer)) as [Viewer];
  [client, otherTown] = viewersOf('MUNICIPALITY') as [Viewer, Viewer];
  [igj] = viewersOf('INSPECTION') as [Viewer];
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

interface Keyed {
  readonly key: string;
}
const keyOf = (viewer: Viewer) => (viewer as unknown as Keyed).key;
const viewersOf = (kind: string, fits: (row: Viewer) => boolean = () => true): Viewer[] =>
  stage.world
    .where('Party', 'kind', kind)
    .map((party) => ({
      ...stage.cast.analyst,
      ...(party as unknown as Viewer),
      partyId: String(party.id),
      functions: ['READER' as const],
    }))
    .filter(fits);
const id = () => `Provider:${provider.providerId}`;
const open = (viewer = supervisor, more = '') =>
  ask(
    `mutation { openCase(input: { providerId: "${id()}", trede: 4, clientKeys: ["${keyOf(client)}"] ${more} }) {
       id lead { code } parties { nodes { role party { key } } } } }`,
    viewer,
  );
const close = (caseId: string, viewer = supervisor) =>
  ask(`mutation { closeCase(id: "${caseId}") { closedAt } }`, viewer);
const seenBy = async (viewer: Viewer) => {
  const { data } = await ask(
    `{ provider(id: "${id()}") {
         figures { totalCount } assessments { totalCount } mismatches { totalCount } tredeDecisions { totalCount }
         cases(filter: { isOpen: true }) { totalCount } } }`,
    viewer,
  );
  const lists = Object.entries(data.provider as Record<string, { totalCount: number } | null>);
  return lists.filter(([, list]) => (list?.totalCount ?? 0) > 0).map(([name]) => name);
};

it('an open case lets its regievoerder read figures and assessment, its clients the decided trede, and closing ends it', async () => {
  for (const viewer of [lead, client, otherRegion, otherTown, igj]) expect(await seenBy(viewer)).toEqual([]);
  const { data } = await open();
  const opened = data.openCase;
  expect(opened.parties.nodes.map(({ role }: { role: string }) => role).sort()).toEqual(['CLIENT', 'LEAD']);
  expect(await seenBy(lead)).toEqual(['figures', 'assessments', 'mismatches', 'tredeDecisions', 'cases']);
  expect(await seenBy(client)).toEqual(['tredeDecisions', 'cases']);
  for (const viewer of [otherRegion, otherTown, igj]) expect(await seenBy(viewer)).toEqual([]);

  const present = `mutation { presentPlan(input: { caseId: "${opened.id}", recipientKey: "${keyOf(igj)}" }) { id } }`;
  expect((await ask(present, supervisor)).errors).toBeUndefined();
  expect((await ask(present, supervisor)).errors).toBeUndefined();
  expect(await seenBy(igj)).toEqual(['tredeDecisions', 'cases']);

  expect((await open()).errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect((await close(opened.id)).data.closeCase.closedAt).toEqual(expect.any(String));
  for (const viewer of [lead, client, igj]) expect(await seenBy(viewer)).toEqual([]);
  expect((await close(opened.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('a list that a case lets somebody read is written down, once, and shown to the provider', async () => {
  const log = '{ readingLog(first: 100) { nodes { kinds reader { key } disclosure { id } } } }';
  const told = async () =>
    (await ask(log, provider)).data.readingLog.nodes.map(({ kinds, reader }: { kinds: string[]; reader: Keyed }) =>
      [reader.key, ...kinds].join(' '),
    );
  const readBy = async (viewer: Viewer, text: string) => {
    const before = (await told()).length;
    await ask(text, viewer);
    const after = await told();
    return after.slice(0, after.length - before);
  };
  const { data } = await open();
  const present = `mutation { presentPlan(input: { caseId: "${data.openCase.id}", recipientKey: "${keyOf(igj)}" }) { id } }`;
  await ask(present, supervisor);
  const [asLead, asClient, asInspection] = [keyOf(lead), keyOf(client), keyOf(igj)];
  expect(await readBy(lead, '{ assessments(first: 1) { totalCount } }')).toEqual([`${asLead} assessment`]);
  expect(await readBy(lead, '{ figures(first: 1) { nodes { item } } }')).toEqual([`${asLead} figures`]);
  expect(await readBy(lead, '{ providers(filter: { trede: [5] }) { totalCount } }')).toEqual([`${asLead} assessment`]);
  expect(await readBy(lead, '{ cases { totalCount } }')).toEqual([`${asLead} draaiboekCase`]);
  expect(await readBy(lead, '{ concerns { nodes { providers { nodes { quarters { totalCount } } } } } }')).toEqual([
    `${asLead} figures`,
  ]);
  const decisions = '{ providers { nodes { tredeDecisions { totalCount } assessments { totalCount } } } }';
  expect(await readBy(lead, decisions)).toEqual([`${asLead} assessment tredeDecision`]);
  expect(await readBy(client, '{ providers { nodes { tredeDecisions { totalCount } } } }')).toEqual([
    `${asClient} tredeDecision`,
  ]);
  expect(await readBy(igj, '{ cases { totalCount } }')).toEqual([`${asInspection} draaiboekCase`]);
  // Whom a question names is written down already.
  expect(await readBy(lead, `{ provider(id: "${id()}") { figures { totalCount } } }`)).toEqual([
    `${asLead} figures providerRegister`,
  ]);
  expect(await readBy(lead, `{ figures(filter: { providerId: "${id()}" }) { totalCount } }`)).toEqual([
    `${asLead} figures`,
  ]);
  const { id: figure } = stage.world.where('Figure', 'providerId', provider.providerId)[0] as { id: string };
  expect(await readBy(lead, `{ node(id: "Figure:${figure}") { ... on Figure { item } } }`)).toEqual([
    `${asLead} figures`,
  ]);
  const supposed = `{ whatIf(input: { providerId: "${id()}", changes: [{ figure: equity, byFraction: -0.5 }] }) { presentTrede } }`;
  expect(await readBy(lead, supposed)).toEqual([`${asLead} assessment`, `${asLead} assessment figures`]);
  // Nothing is told of this provider where a question is about another.
  const another = `"Provider:${stage.world.all('Figure').find(({ providerId }) => providerId !== provider.providerId)?.providerId}"`;
  expect(await readBy(lead, `{ figures(filter: { providerId: ${another} }) { totalCount } }`)).toEqual([]);
  expect(await readBy(lead, supposed.replace(`"${id()}"`, another))).toEqual([]);
  expect(await readBy(lead, `{ provider(id: ${another}) { figures { totalCount } } }`)).toEqual([]);
  // Unless it leads back.
  const around = '{ nodes { provider { seatRegion { providers { nodes { figures { totalCount } } } } } } }';
  expect(await readBy(lead, `{ figures(first: 1, filter: { providerId: ${another} }) ${around} }`)).toEqual([
    `${asLead} figures`,
  ]);
  // What shows nothing that the case opened, and who has no part in it.
  expect(await readBy(lead, '{ contracts { totalCount } }')).toEqual([]);
  expect(
    await readBy(otherRegion, '{ figures { totalCount } assessments { totalCount } cases { totalCount } }'),
  ).toEqual([]);
  await close(data.openCase.id);
  expect(await readBy(lead, '{ figures { totalCount } assessments { totalCount } cases { totalCount } }')).toEqual([]);
});

/** The kinds that a question adds to the log, by the party concerned; each line once. */
const readingsOf = async (viewer: Viewer, text: string) => {
  const [{ last }] = await stage.database.owner.query('select coalesce(max(number), 0) as last from reading');
  const { errors } = await ask(text, viewer);
  expect(errors).toBeUndefined();
  const rows: { provider_id: string; kinds: string[] }[] = await stage.database.owner.query(
    'select provider_id, kinds from reading where number > $1 order by number',
    [last],
  );
  return rows.map(({ provider_id, kinds }) => ({ about: provider_id, kinds }));
};

it.each([
  ['a filter', 'filter: { trede: [1, 2, 3, 4, 5] }'],
  ['another filter', 'filter: { riskClass: [HIGH, MIDDLE, LOW] }'],
  ['an order', 'orderBy: URGENCY_DESC'],
])('what %s reads of whom a question names is written down as if it was selected', async (_, by) => {
  const { data } = await open();
  const about = provider.providerId;
  const inside = `seatRegion { providers(first: 1, ${by}) { nodes { name } } }`;
  const { id: figure } = stage.world.where('Figure', 'providerId', about)[0] as { id: string };
  const texts = [
    `{ provider(id: "${id()}") { ${inside} } }`,
    `{ provider(id: "${id()}") { name } }`,
    `{ node(id: "Figure:${figure}") { ... on Figure { provider { ${inside} } } } }`,
    `{ figures(first: 1, filter: { providerId: "${id()}" }) { nodes { provider { ${inside} } } } }`,
  ];
  const read = [];
  // The region may lead other cases as well, of which such a list tells too.
  for (const text of texts) read.push((await readingsOf(lead, text)).filter((row) => row.about === about));
  await close(data.openCase.id);
  expect(read.map((rows) => rows.map(({ kinds }) => kinds))).toEqual([
    [['assessment', 'providerRegister']],
    [['providerRegister']],
    [['assessment', 'providerRegister']],
    [['assessment', 'figures', 'providerRegister']],
  ]);
});

describe('what went so far that the supervisor and the ministries may read it', () => {
  const escalated = (type: string) =>
    [
      ...new Set(
        stage.world
          .all(type)
          .filter(({ trede, closedAt }) => Number(trede) >= 4 && (closedAt ?? null) === null)
          .map(({ providerId }) => String(providerId)),
      ),
    ].sort();
  const seenAs = async (viewer: Viewer, text: string, kind: string) => {
    const rows = (await readingsOf(viewer, text)).filter(({ kinds }) => kinds.includes(kind));
    for (const { kinds } of rows) expect(kinds).toEqual([kind]);
    return rows.map(({ about }) => about).sort();
  };

  it.each(['SUPERVISOR', 'MINISTRY'])('is written down with each provider concerned: %s', async (kind) => {
    const [viewer] = viewersOf(kind) as [Viewer];
    const [cases, decided] = [escalated('DraaiboekCase'), escalated('TredeDecision')];
    expect(cases.length).toBeGreaterThan(0);
    expect(decided.length).toBeGreaterThan(1);
    expect(await seenAs(viewer, '{ cases { totalCount nodes { trede provider { name } } } }', 'draaiboekCase')).toEqual(
      cases,
    );
    const all = '{ providers(first: 100) { nodes { name tredeDecisions { nodes { trede } } } } }';
    expect(await seenAs(viewer, all, 'tredeDecision')).toEqual(decided);
    // Of one provider it is that one, once, and none where there is nothing to see.
    const [one] = decided;
    const of = (about: unknown) => `{ provider(id: "Provider:${about}") { tredeDecisions { nodes { trede } } } }`;
    expect(await readingsOf(viewer, of(one))).toEqual([{ about: one, kinds: ['providerRegister', 'tredeDecision'] }]);
    expect(await readingsOf(viewer, '{ providers { nodes { name } } }')).toEqual([]);
    for (const own of viewersOf('PROVIDER', ({ providerId }) => providerId === one)) {
      const { data } = await ask('{ readingLog(first: 1) { nodes { reader { key } kinds } } }', own);
      expect(data.readingLog.nodes[0].reader.key).toBe(keyOf(viewer));
    }
  });

  it('is that of others as well, where a question about one leads to them', async () => {
    const [viewer] = viewersOf('SUPERVISOR') as [Viewer];
    const around = `{ provider(id: "${id()}") { seatRegion { providers { nodes { tredeDecisions { totalCount } } } } } }`;
    const read = await readingsOf(viewer, around);
    expect([...new Set(read.map(({ about }) => about))].sort()).toEqual(
      [...new Set([...escalated('TredeDecision'), String(provider.providerId)])].sort(),
    );
  });
});

it.each([
  ['all locks on', withAllLocks],
  ['the planner alone', withPlannerAlone],
  ['the database alone', withDatabaseAlone],
])(
  'a closed case is there for the provider and the JA alone, also when others have a part in a later one: %s',
  async (_, by) => {
    const locked = await by(stage);
    const look = asker(locked, stage.now);
    const parties = '{ cases(first: 100) { nodes { id parties { nodes { role until } } } } }';
    const node = (caseId: string) => `{ node(id: "${caseId}") { id } }`;
    const first = (await open()).data.openCase;
    const present = `mutation { presentPlan(input: { caseId: "${first.id}", recipientKey: "${keyOf(igj)}" }) { id } }`;
    await ask(present, supervisor);
    const [supervision] = viewersOf('SUPERVISOR') as [Viewer];
    const [ministry] = viewersOf('MINISTRY') as [Viewer];
    const others = [lead, client, igj, supervision, ministry];
    for (const viewer of others) expect((await look(node(first.id), viewer)).data.node).toEqual({ id: first.id });
    const parts = async (): Promise<string[]> =>
      (await stage.database.owner.query('select id from case_party where case_id = $1', [first.id.split(':')[1]])).map(
        (row: { id: string }) => `CaseParty:${row.id}`,
      );
    const seenParts = async (viewer: Viewer) => {
      const ids = JSON.stringify(await parts());
      const { data } = await look(`{ nodes(ids: ${ids}) { id } }`, viewer);
      return (data.nodes as (object | null)[]).filter((found) => found !== null).length;
    };
    expect([await seenParts(lead), await seenParts(client), await seenParts(igj)]).toEqual([3, 1, 1]);

    await close(first.id);
    for (const viewer of others) expect((await look(node(first.id), viewer)).data.node).toBeNull();
    for (const viewer of [lead, client, igj]) expect(await seenParts(viewer)).toBe(0);
    const second = (await open()).data.openCase;
    for (const viewer of [lead, client, supervision]) {
      expect((await look(node(second.id), viewer)).data.node).toEqual({ id: second.id });
      expect((await look(node(first.id), viewer)).data.node).toBeNull();
    }
    for (const viewer of [lead, client]) expect(await seenParts(viewer)).toBe(0);
    for (const viewer of [provider, supervisor]) {
      expect((await look(node(first.id), viewer)).data.node).toEqual({ id: first.id });
      expect(JSON.stringify((await look(parties, viewer)).data)).toContain(first.id);
      expect(await seenParts(viewer)).toBe(3);
    }
    await close(second.id);
    await locked.close();
  },
);

it('nobody is let into a case that is being closed', async () => {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const { data } = await open();
    const caseId = data.openCase.id;
    const key = keyOf(igj);
    await Promise.all([
      ask(`mutation { presentPlan(input: { caseId: "${caseId}", recipientKey: "${key}" }) { id } }`, supervisor),
      close(caseId),
    ]);
    expect(await seenBy(igj)).toEqual([]);
  }
});

it('only a supervisor of the JA opens, presents and closes', async () => {
  const [{ id: caseId }] = stage.world.all('DraaiboekCase') as [{ id: string }];
  for (const viewer of [stage.cast.analyst, lead, provider]) {
    const told = [
      await open(viewer),
      await close(`DraaiboekCase:${caseId}`, viewer),
      await ask(
        `mutation { presentPlan(input: { caseId: "DraaiboekCase:${caseId}", recipientKey: "inspection:IGJ" }) { id } }`,
        viewer,
      ),
    ];
    for (const { data, errors } of told) {
      expect(Object.values(data ?? { none: null })).toEqual([null]);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  }
});

it('says which field is wrong', async () => {
  const wrong = async (more: string) => JSON.stringify((await open(supervisor, more)).errors?.[0]?.extensions);
  expect(await wrong(', leadRegionCode: "JZ99"')).toContain('"regionCode"');
  const other = await ask(
    `mutation { openCase(input: { providerId: "${id()}", trede: 2, clientKeys: ["ja"] }) { id } }`,
    supervisor,
  );
  expect(JSON.stringify(other.errors)).toContain('"trede"');
  const notAClient = await ask(
    `mutation { openCase(input: { providerId: "${id()}", trede: 3, clientKeys: ["ja"] }) { id } }`,
    supervisor,
  );
  expect(JSON.stringify(notAClient.errors)).toContain('"clientKeys"');
});
