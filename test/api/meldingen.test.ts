/** Covenant 3.1.2: only the JA sees all meldingen; a party sees what it reported itself, and no trace of any other. */
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
  await everybodyReports();
  stage = await stage.reload();
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

interface Page {
  readonly nodes: readonly { readonly id: string; readonly handling?: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

interface Told<T> {
  readonly data: T;
  readonly errors?: readonly { readonly path: readonly string[]; readonly extensions: { readonly code: string } }[];
}

async function ask<T>(text: string, viewer: Viewer): Promise<Told<T>> {
  return JSON.parse(await product.ask({ text, variables: {} }, viewer, stage.now)) as Told<T>;
}

const register = (viewer: Viewer, input: string) =>
  ask<{ registerMelding: { id: string } }>(
    `mutation { registerMelding(input: { reason: CONTINUITY, explanation: "Zorgen", ${input} }) { id } }`,
    { ...viewer, functions: [...viewer.functions, 'PREPARER'] },
  );

/** Everybody tells of the same provider, region and municipalities, so that there is something to see from every side. */
async function everybodyReports(): Promise<void> {
  const { few } = stage.cast;
  const provider = few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
  const towns = few.filter(({ kind }) => kind === 'MUNICIPALITY');
  for (const viewer of few.filter(mayReport)) {
    const subjects = [
      `providerId: "Provider:${provider.providerId}"`,
      ...towns.map(({ municipalityCode }) => `municipalityCode: "${municipalityCode}"`),
    ];
    for (const [at, subject] of subjects.entries()) {
      const { errors } = await register(viewer, `clientKey: "about ${at} by ${viewer.subject}", ${subject}`);
      expect(errors).toBeUndefined();
    }
  }
}

const mayReport = ({ kind, functions }: Viewer) =>
  !['RESEARCHER', 'ANONYMOUS'].includes(kind) &&
  !functions.some((held) => held === 'AUDITOR' || held === 'ADMINISTRATOR');

/** The ids in every page of a list that hangs under a field with arguments, or at the root. */
async function idsOf(viewer: Viewer, under: string | null): Promise<string[]> {
  const found: string[] = [];
  let after = '';
  for (;;) {
    const list = `{ meldingen(first: 5${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await ask<{ meldingen: Page; under: { meldingen: Page } }>(
      under ? `{ under: ${under} ${list} }` : list,
      viewer,
    );
    const page = under ? data.under.meldingen : data.meldingen;
    found.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return found.sort();
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => `Melding:${id}`).sort();
const all = () => stage.world.all('Melding');
const reportedBy = (viewer: Viewer) => stage.world.where('Melding', 'reporterPartyId', viewer.partyId);
const expectedOf = (viewer: Viewer) => (viewer === stage.cast.analyst ? all() : reportedBy(viewer));
/** Everybody who may ask for meldingen. */
const askers = () => stage.cast.few.filter(mayReport);

test('the JA reads every melding, any other party exactly its own, in the list of all', async () => {
  expect(all().length).toBeGreaterThan(15);
  for (const viewer of askers()) expect(await idsOf(viewer, null)).toEqual(ids(expectedOf(viewer)));
});

test.each([
  ['provider', 'providerId', 'Provider', (row: Row) => `provider(id: "Provider:${row.id}")`, 'id'],
  ['region', 'regionCode', 'Region', (row: Row) => `region(code: "${row.code}")`, 'code'],
  ['municipality', 'municipalityCode', 'Municipality', (row: Row) => `municipality(code: "${row.code}")`, 'code'],
] as const)(
  'the same under a %s',
  async (_, property, type, path, key) => {
    const about = [
      ...new Set(
        all()
          .map((row) => row[property])
          .filter(Boolean),
      ),
    ];
    expect(about.length).toBeGreaterThan(1);
    for (const value of about) {
      const [parent] = stage.world.where(type, key, value) as [Row];
      for (const viewer of askers()) {
        const expected = expectedOf(viewer).filter((row) => row[property] === value);
        expect(await idsOf(viewer, path(parent))).toEqual(ids(expected));
      }
    }
  },
  60_000,
);

test('a count counts what is listed, whatever the filter', async () => {
  for (const viewer of askers()) {
    for (const reason of ['CONTINUITY', 'CARE_CHANGE', 'BOARD_CHANGE']) {
      const { data } = await ask(`{ meldingen(first: 1, filter: { reason: [${reason}] }) { totalCount } }`, viewer);
      const expected = expectedOf(viewer).filter((row) => row.reason === reason).length;
      expect(data).toEqual({ meldingen: { totalCount: expected } });
    }
  }
});

test('an id opens a melding for its reporter and for the JA, and for nobody else', async () => {
  for (const row of all()) {
    for (const viewer of askers()) {
      const { data } = await ask(
        `{ melding(id: "Melding:${row.id}") { id } node(id: "Melding:${row.id}") { id } }`,
        viewer,
      );
      const found = expectedOf(viewer).includes(row) ? { id: `Melding:${row.id}` } : null;
      expect(data).toEqual({ melding: found, node: found });
    }
  }
}, 60_000);

test('what the JA does with a melding is not for its reporter, not to read and not to filter by', async () => {
  const reporter = askers().find((viewer) => viewer !== stage.cast.analyst) as Viewer;
  const { data, errors } = await ask<{ all: Page; untouched: null }>(
    '{ all: meldingen { nodes { handling { status notes } } } untouched: meldingen(filter: { status: NEW }) { totalCount } }',
    reporter,
  );
  expect(data.untouched).toBeNull();
  expect(data.all.nodes).toEqual(reportedBy(reporter).map(() => ({ handling: null })));
  expect(errors?.map(({ path, extensions }) => [path.join('.'), extensions.code])).toEqual([
    ['all.nodes.handling', 'FORBIDDEN'],
    ['untouched', 'FORBIDDEN'],
  ]);
});

test('registering one changes no byte of what others are told, and the JA sees it at once', async () => {
  const page = '{ totalCount nodes { id } edges { cursor } pageInfo { startCursor endCursor hasNextPage } }';
  const { providerId } = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
  const reporter = askers().find(({ kind }) => kind === 'REGION') as Viewer;
  const places = `provider(id: "Provider:${providerId}") { meldingen ${page} } region(code: "${reporter.regionCode}") { meldingen ${page} }`;
  const everything = { text: `{ meldingen ${page} ${places} }`, variables: {} };
  const told = () => Promise.all(askers().map((viewer) => product.ask(everything, viewer, stage.now)));

  const before = await told();
  const about = `providerId: "Provider:${providerId}", regionCode: "${reporter.regionCode}"`;
  const { data } = await register(reporter, `clientKey: "quiet", ${about}`);
  const after = await told();

  const changed = askers().filter((_, at) => before[at] !== after[at]);
  expect(changed.map(({ kind }) => kind).sort()).toEqual(['JA', 'REGION']);
  expect(after[0]).toContain(data.registerMelding.id);
});
