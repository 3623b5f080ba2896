/** Signals are for the JA alone (covenant 3.1.1); what a municipality or region is told is a signaal of five items (8h). */
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import type { Viewer } from '../../src/policy/viewer';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';

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

interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const ask = async (text: string, viewer: Viewer): Promise<Told> =>
  JSON.parse(await product.ask({ text, variables: {} }, viewer, stage.now));
const codes = ({ errors }: Told) => errors?.map(({ extensions }) => extensions.code);
const analyst = () => stage.cast.analyst;
const others = () => stage.cast.few.filter((viewer) => viewer !== analyst());
const signals = async (filter = '') =>
  (await ask(`{ signals(first: 100${filter}) { nodes { id says urgency kind seenAt } } }`, analyst())).data.signals
    .nodes;
const audited = (action: string) =>
  stage.database.owner
    .query('select count(*)::int as times from audit_entry where action = $1', [action])
    .then(([{ times }]: [{ times: number }]) => times);

describe('signals', () => {
  it('come to the JA in order of urgency, and to nobody else, not even about itself', async () => {
    const all = await signals();
    expect(all.length).toBeGreaterThan(10);
    const urgencies = all.map(({ urgency }: Row) => urgency);
    expect(urgencies).toEqual([...urgencies].sort((a, b) => b - a));
    for (const viewer of others()) {
      const told = await ask(
        `{ signals { totalCount } provider(id: "Provider:${viewer.providerId ?? stage.world.all('Provider')[0]?.id}") { signals { totalCount } } }`,
        viewer,
      );
      expect(told.data.signals).toBeNull();
      expect(told.data.provider?.signals ?? null).toBeNull();
    }
  });

  it('are marked as seen once, leave the dashboard, and come back when they change', async () => {
    const onDashboard = async () =>
      (await ask('{ riskDashboard { signals(first: 100) { nodes { id } } } }', analyst())).data.riskDashboard.signals
        .nodes;
    const [first] = await signals(', filter: { kind: [SILENCE] }');
    const mark = () => ask(`mutation { markSignalSeen(id: "${first.id}") { id seenAt } }`, analyst());
    const marked = await mark();
    expect(marked.data.markSignalSeen.seenAt).toEqual(expect.any(String));
    expect((await mark()).data).toEqual(marked.data);
    expect(await audited('signal seen')).toBe(1);
    expect(await onDashboard()).not.toContainEqual({ id: first.id });
    expect(await signals(', filter: { isSeen: true }')).toHaveLength(1);

    // A later day: another term of silence has passed, and the same signal says something else.
    await stage.database.owner.transaction((tx) => refreshSummaries(tx, 'all', new Date('2026-12-20T06:00:00Z')));
    expect(await onDashboard()).toContainEqual({ id: first.id });
    expect(await signals(', filter: { isSeen: true }')).toEqual([]);
  });

  it('stay seen as long as they stay the same', async () => {
    const [first] = await signals(', filter: { kind: [LIMIT_CROSSED] }');
    await ask(`mutation { markSignalSeen(id: "${first.id}") { id } }`, analyst());
    await stage.database.owner.transaction((tx) => refreshSummaries(tx, 'all', new Date('2026-12-21T06:00:00Z')));
    expect((await signals(', filter: { isSeen: true }')).map(({ id }: Row) => id)).toEqual([first.id]);
  });

  it('of silence stay seen the next day, until another term has passed', async () => {
    const refresh = (day: string) =>
      stage.database.owner.transaction((tx) => refreshSummaries(tx, 'all', new Date(`${day}T06:00:00Z`)));
    const seen = async () =>
      (await signals(', filter: { isSeen: true, kind: [SILENCE] }')).map(({ id }: Row) => id) as string[];
    const [silent] = await signals(', filter: { kind: [SILENCE] }');
    await ask(`mutation { markSignalSeen(id: "${silent.id}") { id } }`, analyst());
    await refresh('2026-12-22');
    expect(await seen()).toContain(silent.id);
    await refresh('2027-01-20');
    expect(await seen()).not.toContain(silent.id);
  });

  it('say nothing of a melding about a provider outside the early warning system: the melding itself does', async () => {
    const region = stage.cast.few.find(({ kind }) => kind === 'REGION') as Viewer;
    const taking = new Set(stage.world.all('EwsDesignation').map(({ providerId }) => providerId));
    const other = stage.world.all('Provider').find(({ id }) => !taking.has(id)) as Row;
    const about = `providerId: "Provider:${other.id}"`;
    const reported = await ask(
      `mutation { registerMelding(input: { clientKey: "elsewhere", reason: CONTINUITY, explanation: "Zorgen", ${about} }) { id } }`,
      { ...region, functions: ['PREPARER'] },
    );
    expect(reported.errors).toBeUndefined();
    expect(await signals(`, filter: { ${about} }`)).toEqual([]);
  });

  it('cannot be marked by anybody else, and one that is gone says so', async () => {
    const [first] = await signals();
    for (const viewer of others()) {
      const told = await ask(`mutation { markSignalSeen(id: "${first.id}") { id } }`, viewer);
      expect(told.data?.markSignalSeen ?? null).toBeNull();
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes(told)?.[0]);
    }
    const gone = await ask(
      'mutation { markSignalSeen(id: "Signal:00000000-0000-4000-8000-000000000000") { id } }',
      analyst(),
    );
    expect(codes(gone)).toEqual(['NOT_FOUND']);
    const wrong = await ask('mutation { markSignalSeen(id: "Provider:x") { id } }', analyst());
    expect(codes(wrong)).toEqual(['BAD_USER_INPUT']);
  });

  it('tell the JA of a melding at once, and its reporter nothing', async () => {
    const region = stage.cast.few.find(({ kind }) => kind === 'REGION') as Viewer;
    const quiet = stage.world
      .all('ProviderRisk')
      .find(({ providerId }) => stage.world.where('Melding', 'providerId', providerId).length === 0) as Row;
    const about = `providerId: "Provider:${quiet.providerId}"`;
    const of = `, filter: { ${about}, kind: [NEW_MELDING, CARE_STOPPED] }`;
    expect(await signals(of)).toEqual([]);
    const reported = await ask(
      `mutation { registerMelding(input: { clientKey: "stopped", reason: CONTINUITY, moment: ACTUAL, explanation: "De zorg is gestopt", ${about} }) { id } }`,
      { ...region, functions: ['PREPARER'] },
    );
    expect(reported.errors).toBeUndefined();
    expect((await signals(of)).map(({ kind, urgency }: Row) => `${kind} ${urgency}`)).toEqual(['CARE_STOPPED 900']);
  });
});

describe('a signaal', () => {
  const send = (input: string, viewer = analyst()) =>
    ask(
      `mutation { sendSignaal(input: { careFormCodes: ["JH1221"], supply: POSSIBLE_RISK, developments: [STAFFING, WAITING], ${input} }) {
        id dated supply developments careForms { code } provider { name agbCode } municipality { code } region { code }
      } }`,
      viewer,
    );
  const read = async (viewer: Viewer) =>
    (await ask('{ signalen(first: 100) { nodes { id municipality { code } region { code } } } }', viewer)).data
      .signalen;

  it('tells one municipality the five items, its region as well, and nobody else', async () => {
    const town = stage.cast.few.find(({ kind }) => kind === 'MUNICIPALITY') as Viewer;
    // Of which nothing was disclosed: an inspection would see it too.
    const shared = new Set(stage.world.all('Disclosure').map(({ providerId }) => providerId));
    const provider = stage.world.all('Provider').find((one) => !shared.has(one.id)) as Row;
    const sent = await send(`municipalityCode: "${town.municipalityCode}", providerId: "Provider:${provider.id}"`);
    expect(sent.errors).toBeUndefined();
    const { id, ...items } = sent.data.sendSignaal;
    const [{ regionCode }] = stage.world.where('Municipality', 'code', town.municipalityCode) as [Row];
    expect(items).toEqual({
      dated: null,
      supply: 'POSSIBLE_RISK',
      developments: ['STAFFING', 'WAITING'],
      careForms: [{ code: 'JH1221' }],
      provider: { name: provider.name, agbCode: provider.agbCode },
      municipality: { code: town.municipalityCode },
      region: { code: regionCode },
    });
    for (const viewer of stage.cast.few) {
      const nodes = (await read(viewer))?.nodes ?? [];
      const isFor =
        viewer === analyst() ||
        viewer.municipalityCode === town.municipalityCode ||
        (viewer.kind === 'REGION' && viewer.regionCode === regionCode);
      expect([viewer.subject, nodes.some((node: Row) => node.id === id)]).toEqual([viewer.subject, isFor]);
    }
    expect(await audited('signaal sent')).toBe(1);
  });

  it('is sent once, however often the request comes', async () => {
    const [one, two] = [await send('regionCode: "JZ01"'), await send('regionCode: "JZ01"')];
    expect(one.data.sendSignaal.id).toBe(two.data.sendSignaal.id);
    expect(await audited('signaal sent')).toBe(2);
  });

  const count = () => ask('{ signalen { totalCount } }', analyst()).then(({ data }) => data.signalen.totalCount);
  const withProvider = () => stage.world.all('Melding').filter(({ providerId }) => providerId !== null);

  it('has the date of the melding that it follows from', async () => {
    const [melding] = withProvider() as [Row];
    const about = `meldingId: "Melding:${melding.id}", providerId: "Provider:${melding.providerId}"`;
    const sent = await send(`regionCode: "JZ02", ${about}`);
    expect(sent.data.sendSignaal.dated).toBe((melding.receivedAt as Date).toISOString().slice(0, 10));
  });

  it('marks the signal that it follows from as seen', async () => {
    const [signal] = await signals(', filter: { isSeen: false }');
    expect((await send(`regionCode: "JZ04", signalId: "${signal.id}"`)).errors).toBeUndefined();
    expect((await signals(', filter: { isSeen: true }')).map(({ id }: Row) => id)).toContain(signal.id);
  });

  it('is not sent when its signal is gone, or when its signal or melding is about another provider', async () => {
    const before = await count();
    const [one] = (await ask('{ signals(first: 1) { nodes { id provider { id } } } }', analyst())).data.signals.nodes;
    const [melding] = withProvider() as [Row];
    const other = stage.world
      .all('Provider')
      .find(({ id }) => id !== melding.providerId && `Provider:${id}` !== one.provider.id);
    const wrong = [
      ['signalId: "Signal:00000000-0000-4000-8000-000000000000"', 'NOT_FOUND'],
      [`signalId: "${one.id}", providerId: "Provider:${other?.id}"`, 'BAD_USER_INPUT'],
      [`meldingId: "Melding:${melding.id}", providerId: "Provider:${other?.id}"`, 'BAD_USER_INPUT'],
    ];
    for (const [input, code] of wrong) expect(codes(await send(`regionCode: "JZ07", ${input}`))).toEqual([code]);
    expect(await count()).toBe(before);
  });

  it.each([
    ['no area', '', 'Give one area'],
    ['two areas', 'municipalityCode: "GM0014", regionCode: "JZ01"', 'Give one area'],
    ['an area that is not there', 'regionCode: "JZ98"', 'not known here'],
    ['a code that is none', 'regionCode: "Groningen"', 'a code of CBS'],
    [
      'a melding that is not there',
      'regionCode: "JZ01", meldingId: "Melding:00000000-0000-4000-8000-000000000000"',
      'no such melding',
    ],
  ])('is refused with %s', async (_, input, says) => {
    const told = await send(input);
    expect(codes(told)).toEqual(['BAD_USER_INPUT']);
    expect(told.errors?.[0]?.message).toContain(says);
  });

  it('is refused with an empty list, saying of both what to do', async () => {
    const told = await ask(
      'mutation { sendSignaal(input: { regionCode: "JZ01", careFormCodes: [], supply: POSSIBLE_RISK, developments: [] }) { id } }',
      analyst(),
    );
    expect(codes(told)).toEqual(['BAD_USER_INPUT']);
    expect(told.errors?.[0]?.message).toMatch(/form of care.*development/);
  });

  it('is sent by nobody but the JA', async () => {
    for (const viewer of others()) {
      const told = await send('regionCode: "JZ01"', viewer);
      expect(told.data?.sendSignaal ?? null).toBeNull();
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes(told)?.[0]);
    }
  });
});
