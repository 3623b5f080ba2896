/** A question that singles out one party is written down by the statement that answers it; who reads about itself is not. */
import type { Viewer } from '../../src/policy/viewer';
import { asking, codesOf, readingsOf } from '../support/logs';
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

const ask = asking(
  () => stage,
  () => product,
);
const analyst = () => stage.cast.analyst;
const ofKind = (kind: Viewer['kind']) => stage.cast.few.find((viewer) => viewer.kind === kind) as Viewer;
const provider = () => ofKind('PROVIDER');
const first = (type: string) =>
  stage.world.all(type).find(({ providerId }) => providerId === provider().providerId)?.id as string;
const readings = (text: string, viewer: Viewer) => readingsOf(stage.database, () => ask(text, viewer));
const told = ({ information, kinds }: { information: string; kinds: readonly string[] }) => [information, ...kinds];

describe('a reading by name', () => {
  const ID = () => `"Provider:${provider().providerId}"`;
  const input = () => `{ providerId: ${ID()}, changes: [{ figure: equity, byFraction: -0.5 }] }`;

  it.each([
    ['a provider', () => `{ provider(id: ${ID()}) { name } }`, [['TOLD', 'providerRegister']]],
    [
      'all of a provider',
      () => `{ provider(id: ${ID()}) { latestQuarter { solvency } signals { totalCount } seatRegion { name } } }`,
      [
        ['TOLD', 'figures', 'providerRegister'],
        ['CONFIDENTIAL', 'signal'],
      ],
    ],
    ['a node', () => `{ node(id: ${ID()}) { ... on Provider { contracts { totalCount } } } }`, [['TOLD', 'contracts']]],
    ['a row of it', () => `{ node(id: "Contract:${first('Contract')}") { id } }`, [['TOLD', 'contracts']]],
    [
      'a melding about it',
      () => `{ melding(id: "Melding:${first('Melding')}") { reason } }`,
      [['CONFIDENTIAL', 'melding']],
    ],
    ['a supposition', () => `{ whatIf(input: ${input()}) { supposedTrede } }`, [['TOLD', 'assessment']]],
    ['a distance', () => `{ distanceToLimits(providerId: ${ID()}) { trede } }`, [['TOLD', 'assessment']]],
    ['an end', () => `{ impactIfStops(providerId: ${ID()}) { placesAtMost } }`, [['CONFIDENTIAL', 'aggregate']]],
    [
      'a list of it',
      () => `{ indicators(first: 1, filter: { providerId: ${ID()} }) { totalCount } }`,
      [['TOLD', 'assessment']],
    ],
    [
      'a list inside another',
      () => `{ regions(first: 2) { nodes { contracts(filter: { providerId: ${ID()} }) { totalCount } } } }`,
      [['TOLD', 'contracts']],
    ],
  ])('is that of %s by its id', async (_, text, expected) => {
    const written = await readings(text(), analyst());
    expect(written.map(told)).toEqual(expected);
    for (const row of written) {
      expect(row).toMatchObject({
        reader_subject: analyst().subject,
        provider_id: provider().providerId,
        trace_id: 'trace',
      });
    }
  });

  it('is written once per object, under the name of the operation', async () => {
    const written = await readings(`query Pagina { nodes(ids: [${ID()}, ${ID()}]) { id } }`, analyst());
    expect(written.map(({ operation }) => operation)).toEqual(['Pagina', 'Pagina']);
  });

  it('is also that of a municipality or region, unless nothing but public data is asked', async () => {
    const written = await readings(
      '{ municipality(code: "GM0014") { municipalReports { totalCount } } region(code: "JZ01") { meldingen { totalCount } } }',
      analyst(),
    );
    expect(written.map((row) => [row.municipality_code, row.region_code, ...told(row)])).toEqual(
      expect.arrayContaining([
        ['GM0014', null, 'TOLD', 'municipalFigures'],
        [null, 'JZ01', 'CONFIDENTIAL', 'melding'],
      ]),
    );
    expect(
      await readings('{ municipality(code: "GM0014") { name } region(code: "JZ01") { name } }', analyst()),
    ).toEqual([]);
  });

  it('is none when a party reads about itself', async () => {
    const own = `{ provider(id: ${ID()}) { name latestQuarter { solvency } } indicators(filter: { providerId: ${ID()} }) { totalCount } }`;
    expect(await readings(own, provider())).toEqual([]);
    const [town, region] = [ofKind('MUNICIPALITY'), ofKind('REGION')];
    const ask = `{ municipality(code: "${town.municipalityCode}") { contracts { totalCount } } }`;
    expect(await readings(ask, town)).toEqual([]);
    expect(await readings(`{ region(code: "${region.regionCode}") { contracts { totalCount } } }`, region)).toEqual([]);
    // A municipality lies in a region, and is not that region.
    const [other] = await readings(`{ region(code: "${town.regionCode}") { meldingen { totalCount } } }`, town);
    expect(other?.region_code).toBe(town.regionCode);
  });

  it('is none when there is nothing to see: not there, not theirs, not allowed, or a list of many', async () => {
    const NOBODY = 'Provider:00000000-0000-4000-8000-000000000000';
    const foreign = stage.world.all('Figure').find(({ providerId }) => providerId !== provider().providerId)?.id;
    const texts: [string, Viewer][] = [
      [
        `{ provider(id: "${NOBODY}") { name } indicators(filter: { providerId: "${NOBODY}" }) { totalCount } }`,
        analyst(),
      ],
      [`{ node(id: "Figure:${foreign}") { id } }`, provider()],
      [`{ impactIfStops(providerId: ${ID()}) { level } }`, ofKind('MUNICIPALITY')],
      [
        '{ providers(first: 5) { nodes { name latestQuarter { solvency } } } riskDashboard { national { high } } }',
        analyst(),
      ],
    ];
    for (const [text, viewer] of texts) expect([text, await readings(text, viewer)]).toEqual([text, []]);
  });
});

describe('the reading log', () => {
  const LOG =
    '{ readingLog(first: 100) { totalCount nodes { at reader { name } provider { id } kinds information } } }';

  it('shows a provider who read about it, and nothing of what it may not know', async () => {
    const id = `"Provider:${provider().providerId}"`;
    await ask(`{ provider(id: ${id}) { latestQuarter { solvency } } }`, analyst());
    await ask(`{ provider(id: ${id}) { meldingen { totalCount } signals { totalCount } } }`, analyst());
    await ask(`{ provider(id: ${id}) { contracts { totalCount } } }`, ofKind('MUNICIPALITY'));
    const { data } = await ask(LOG, provider());
    const readers = data.readingLog.nodes.map(({ reader }: { reader: { name: string } }) => reader.name);
    expect(new Set(readers).size).toBe(2);
    for (const node of data.readingLog.nodes) {
      expect(node).toMatchObject({ provider: { id: id.slice(1, -1) }, information: 'TOLD' });
      expect(node.kinds).not.toContain('melding');
      expect(node.kinds).not.toContain('signal');
    }
    expect(data.readingLog.nodes[0].kinds).toEqual(['contracts', 'providerRegister']);
  });

  it('shows the JA all, and others nothing', async () => {
    const [{ all }] = await stage.database.owner.query('select count(*)::int as all from reading');
    expect((await ask('{ readingLog { totalCount } }', analyst())).data.readingLog.totalCount).toBe(all);
    const another = stage.cast.few.filter(({ kind }) => kind === 'PROVIDER')[1] as Viewer;
    expect((await ask(LOG, another)).data.readingLog.totalCount).toBe(0);
    for (const kind of ['VNG', 'INSPECTION', 'RESEARCHER'] as const) {
      expect(codesOf(await ask(LOG, ofKind(kind)))).toEqual(['FORBIDDEN']);
    }
  });
});

describe('no log, no data', () => {
  const by = (sql: string) => stage.database.owner.query(sql);
  const SIGNATURE = 'ews.note_readings(uuid[], text, text, text[], text[], text, text, text, uuid)';
  const READ = () => `{ provider(id: "Provider:${provider().providerId}") { name latestQuarter { solvency } } }`;
  const LIST = () => `{ figures(filter: { providerId: "Provider:${provider().providerId}" }) { totalCount } }`;

  afterEach(async () => {
    const [{ role }] = await stage.database.app.query('select current_user as role');
    await by(`grant execute on function ${SIGNATURE} to ${role}`);
    await by('alter table reading drop constraint if exists nothing_fits');
  });

  const isRefused = async (text: string) => {
    const answer = await ask(text, analyst());
    expect(Object.values(answer.data)).toEqual([null]);
    expect(codesOf(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(answer.errors?.[0]?.message).toMatch(/could not be written in the log/);
  };

  it('when the function may not be called', async () => {
    const [{ role }] = await stage.database.app.query('select current_user as role');
    await by(`revoke execute on function ${SIGNATURE} from ${role}`);
    await isRefused(READ());
    await isRefused(LIST());
  });

  it('when the log takes nothing', async () => {
    await by('alter table reading add constraint nothing_fits check (false) not valid');
    await isRefused(READ());
    await isRefused(LIST());
    // What is no reading by name is told, and a party is told about itself.
    expect((await ask('{ regions { totalCount } }', analyst())).errors).toBeUndefined();
    expect((await ask(READ(), provider())).errors).toBeUndefined();
  });
});
