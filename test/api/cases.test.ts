/** Draaiboek 2: who takes part in an open case reads what the table says, and nothing any more when it is closed. */
import type { Viewer } from '../../src/policy/viewer';
import { asker, type Told } from '../support/asker';
import { withAllLocks } from '../support/oracle/locks';
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
  const viewersOf = (kind: string, fits: (row: Viewer) => boolean = () => true): Viewer[] =>
    world
      .where('Party', 'kind', kind)
      .map((party) => ({
        ...cast.analyst,
        ...(party as unknown as Viewer),
        partyId: String(party.id),
        functions: ['READER' as const],
      }))
      .filter(fits);
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

const id = () => `Provider:${provider.providerId}`;
const open = (viewer = supervisor, more = '') =>
  ask(
    `mutation { openCase(input: { providerId: "${id()}", trede: 4, clientKeys: ["${(client as unknown as { key: string }).key}"] ${more} }) {
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

  const present = `mutation { presentPlan(input: { caseId: "${opened.id}", recipientKey: "${(igj as unknown as { key: string }).key}" }) { id } }`;
  expect((await ask(present, supervisor)).errors).toBeUndefined();
  expect((await ask(present, supervisor)).errors).toBeUndefined();
  expect(await seenBy(igj)).toEqual(['tredeDecisions', 'cases']);

  expect((await open()).errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect((await close(opened.id)).data.closeCase.closedAt).toEqual(expect.any(String));
  for (const viewer of [lead, client, igj]) expect(await seenBy(viewer)).toEqual([]);
  expect((await close(opened.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('nobody is let into a case that is being closed', async () => {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const { data } = await open();
    const caseId = data.openCase.id;
    const key = (igj as unknown as { key: string }).key;
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
