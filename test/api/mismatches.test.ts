/** Mismatches as an analyst goes through them: from an area to what it is the sum of, and on to the lines that disagree. */
import { refreshSummaries } from '../../src/actions/refresh-summaries';
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

interface Told<T> {
  readonly data: T;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask<T>(text: string, viewer: Viewer = stage.cast.analyst): Promise<Told<T>> {
  return JSON.parse(await product.ask({ text, variables: {} }, viewer, stage.now)) as Told<T>;
}

const viewerOf = (kind: Viewer['kind']) => stage.cast.few.find((viewer) => viewer.kind === kind) as Viewer;

interface Sides {
  readonly expected: number | null;
  readonly actual: number | null;
  readonly covered: number;
  readonly coverable: number;
}
interface Part extends Sides {
  readonly weight: number | null;
  readonly provider: { readonly id: string };
  readonly mismatch: { readonly id: string; readonly kind: string; readonly aspect: string | null };
}
interface Whole extends Sides {
  readonly id: string;
  readonly kind: string;
  readonly aspect: string | null;
  readonly unit: string;
  readonly parts: { readonly totalCount: number; readonly nodes: readonly Part[] };
}

/** The kinds that are added up over providers. */
const OF_PROVIDERS = [
  ...['BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS', 'CONTRACT_BOTH_SIDES', 'FORMS_CONTRACTED_VS_OFFERED'],
  ...['PLANNED_VS_REALISED_CARE', 'FORECAST_VS_BUDGET'],
];
const SIDES = 'expected actual covered coverable';
const PARTS = `parts(first: 100) { totalCount nodes { ${SIDES} weight provider { id } mismatch { id kind aspect } } }`;

async function wholes(subject: string, kind: string, quarter: string): Promise<readonly Whole[]> {
  const filter = `{ subject: ${subject}, kind: ${kind}, quarter: "${quarter}" }`;
  const { data } = await ask<{ mismatches: { nodes: Whole[] } }>(
    `{ mismatches(first: 100, filter: ${filter}) { nodes { id kind aspect unit ${SIDES} ${PARTS} } } }`,
  );
  return data.mismatches.nodes;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** As a person would do it: parts of which both sides are known, each as often as it weighs. */
function byHand(unit: string, parts: readonly Part[], side: 'expected' | 'actual'): number | null {
  const counted = parts.filter(
    ({ expected, actual, weight }) => expected !== null && actual !== null && weight !== null,
  );
  if (counted.length === 0) return null;
  const total = sum(counted.map((part) => Number(part[side]) * Number(part.weight)));
  return unit === 'EUR_CENT' || unit === 'COUNT' ? total : total / sum(counted.map(({ weight }) => Number(weight)));
}

describe('a mismatch of an area', () => {
  it.each<[string, string]>([
    ...OF_PROVIDERS.map((kind): [string, string] => ['REGION', kind]),
    ...OF_PROVIDERS.map((kind): [string, string] => ['COUNTRY', kind]),
    ['MUNICIPALITY', 'CONTRACT_BOTH_SIDES'],
  ])('of a %s is the sum of its parts: %s', async (subject, kind) => {
    const found = await wholes(subject, kind, kind === 'PLANNED_VS_REALISED_CARE' ? '2025Q4' : '2026Q3');
    expect(found.length).toBeGreaterThan(0);
    for (const { unit, expected, actual, covered, coverable, parts } of found) {
      expect(parts.nodes).toHaveLength(parts.totalCount);
      const mean = { expected: byHand(unit, parts.nodes, 'expected'), actual: byHand(unit, parts.nodes, 'actual') };
      const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 5));
      expect({ expected, actual }).toEqual({ expected: near(mean.expected), actual: near(mean.actual) });
      expect(sum(parts.nodes.map((part) => part.covered))).toBe(covered);
      expect(sum(parts.nodes.map((part) => part.coverable))).toBe(coverable);
    }
  });

  it('leads by each part to the same mismatch of that provider', async () => {
    const [kind, aspect] = ['FORECAST_VS_BUDGET', 'RESULT'];
    const found = (await wholes('REGION', kind, '2026Q3')).filter((whole) => whole.aspect === aspect);
    const parts = found.flatMap((whole) => whole.parts.nodes);
    expect(parts.length).toBeGreaterThan(0);
    for (const { provider, mismatch } of parts) {
      const filter = `{ providerId: "${provider.id}", kind: ${kind}, aspect: ${aspect}, quarter: "2026Q3" }`;
      const { data } = await ask<{ mismatches: { nodes: object[] } }>(
        `{ mismatches(filter: ${filter}) { nodes { id kind aspect } } }`,
      );
      expect(data.mismatches.nodes).toEqual([mismatch]);
    }
  });

  it('of providers says nothing to a municipality or region: a sum over one provider is its figure', async () => {
    for (const viewer of [viewerOf('MUNICIPALITY'), viewerOf('REGION')]) {
      const { data } = await ask<{ mismatches: { nodes: { kind: string; provider: object | null }[] } }>(
        '{ mismatches(first: 100, orderBy: QUARTER_ASC) { nodes { kind provider { id } } } }',
        viewer,
      );
      // A region may lead a case, and then sees those of that one provider.
      const ofAreas = data.mismatches.nodes.filter(({ provider }) => provider === null);
      expect([...new Set(ofAreas.map(({ kind }) => kind))]).toEqual(['MUNICIPAL_BUDGET_VS_COSTS']);
    }
    const parts = await ask('{ mismatches { nodes { parts { totalCount } } } }', viewerOf('MUNICIPALITY'));
    expect(parts.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is said in words, in both languages', async () => {
    for (const kind of OF_PROVIDERS) {
      const { data } = await ask<{ mismatches: { nodes: { nl: string; en: string }[] } }>(
        `{ mismatches(first: 5, filter: { kind: ${kind} }) { nodes { nl: explanation en: explanation(language: EN) } } }`,
      );
      for (const { nl, en } of data.mismatches.nodes) {
        expect(nl).toMatch(/ naast .* Oordeel: /);
        expect(en).toMatch(/ beside .* Verdict: /);
      }
    }
  });
});

interface Line {
  readonly what: string;
  readonly words: string;
  readonly byProviderCents: number | null;
  readonly byClientCents: number | null;
  readonly differenceCents: number | null;
  readonly careForm: { readonly code: string } | null;
  readonly providerContract: { readonly id: string } | null;
  readonly clientContract: { readonly id: string; readonly reference: string } | null;
}
const LINES =
  'disagreements { what words(language: EN) byProviderCents byClientCents differenceCents careForm { code } providerContract { id } clientContract { id reference } }';

describe('a contract that only the client reports', () => {
  const FROM = '2026-01-01';
  let contract: string;
  let viewer: Viewer;
  let town: string;
  beforeAll(async () => {
    viewer = viewerOf('PROVIDER');
    const { owner } = stage.database;
    [{ code: town }] = await owner.query("select code from municipality where code = 'GM0014'");
    [{ id: contract }] = await owner.query(
      `insert into contract (provider_id, client_kind, client_municipality_code, region_code, care_form_code, reported_by,
         reference, starts_on, ends_on, annual_value_cents, type, procurement, funding)
       select $1, 'MUNICIPALITY', code, region_code, 'JB121', 'CLIENT', 'not known to the other', $3, '2027-01-01', 45678900,
         'SERVICE', 'TENDER', 'OUTPUT'
       from municipality where code = $2
       returning id`,
      [viewer.providerId, town, FROM],
    );
    await owner.transaction((tx) => refreshSummaries(tx, { providerIds: [viewer.providerId as string] }, stage.now));
  });

  const expected = () => ({
    what: 'ONLY_CLIENT',
    words: 'only the client reports this contract: € 456,789 a year according to the client',
    byProviderCents: null,
    byClientCents: 45678900,
    differenceCents: -45678900,
    careForm: { code: 'JB121' },
    providerContract: null,
    clientContract: { id: `Contract:${contract}`, reference: 'not known to the other' },
  });
  const kind = 'kind: CONTRACT_BOTH_SIDES, quarter: "2026Q3"';

  it('is a line on the page of the provider, for the provider itself', async () => {
    const { data, errors } = await ask<{ mismatches: { nodes: { disagreements: Line[] }[] } }>(
      `{ mismatches(filter: { ${kind} }) { nodes { ${LINES} } } }`,
      viewer,
    );
    expect(errors).toBeUndefined();
    expect(data.mismatches.nodes).toHaveLength(1);
    expect(data.mismatches.nodes[0]?.disagreements).toContainEqual(expected());
  });

  it('is found by the JA from the page of the municipality that reported it', async () => {
    interface Found {
      municipality: {
        mismatches: { nodes: { parts: { nodes: { difference: number; mismatch: { disagreements: Line[] } }[] } }[] };
      };
    }
    const { data } = await ask<Found>(
      `{ municipality(code: "${town}") { mismatches(filter: { ${kind} }) { nodes {
           parts(filter: { providerId: "Provider:${viewer.providerId}" }) { nodes { difference mismatch { ${LINES} } } }
         } } } }`,
    );
    const [part] = data.municipality.mismatches.nodes.flatMap(({ parts }) => parts.nodes);
    expect(part?.mismatch.disagreements).toContainEqual(expected());
  });

  it('was none before it began', async () => {
    const { data } = await ask<{ mismatches: { nodes: { disagreements: Line[] }[] } }>(
      `{ mismatches(filter: { kind: CONTRACT_BOTH_SIDES, quarter: "2025Q4" }) { nodes { ${LINES} } } }`,
      viewer,
    );
    expect(data.mismatches.nodes.flatMap(({ disagreements }) => disagreements)).not.toContainEqual(expected());
  });

  it('is for a form of care that the provider does not offer', async () => {
    const { data } = await ask<{ mismatches: { nodes: { verdict: string; disagreements: Line[] }[] } }>(
      `{ mismatches(filter: { kind: FORMS_CONTRACTED_VS_OFFERED, quarter: "2026Q3" }) { nodes { verdict ${LINES} } } }`,
      viewer,
    );
    const [own] = data.mismatches.nodes;
    expect(own?.disagreements).toContainEqual(
      expect.objectContaining({ what: 'NOT_OFFERED_UNLESS_SUBCONTRACTED', careForm: { code: 'JB121' } }),
    );
  });
});
