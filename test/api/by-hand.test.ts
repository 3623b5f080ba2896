/**
 * By every model: the points, the class and the trede follow from the values and the criteria that the API gives. How those
 * follow from the figures is the story of test/stories/analyst, by the present model.
 */
import { assessBy } from '../../src/actions/assess';
import { MODELS } from '../../src/domain/models';
import { type Served, serve } from './serve';

let served: Served;
let token: string;
beforeAll(async () => {
  served = await serve();
  for (const model of MODELS) await assessBy(served.database.owner, model, new Date());
  token = await served.tokenFor('ja', 600);
});
afterAll(() => served.stop());

// biome-ignore lint/suspicious/noExplicitAny: an answer is read by the fields that the question names.
type Data = any;
async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const ASSESSMENTS = `query ($provider: ID, $model: String) {
  assessments(filter: { providerId: $provider, modelVersion: $model }, first: 100) {
    totalCount
    nodes {
      quarter modelVersion trede isAssessable points riskClass
      scorecard { code value points pointsMax band(language: EN) unit name }
      criteria { code trede holds value limit nl: says en: says(language: EN) }
    }
  }
}`;
const MODEL = `query ($version: String!) {
  riskModel(version: $version) {
    ladder { code trede limit nl: says en: says(language: EN) }
    scorecard { code riskIs pointsMax bands { than points says(language: EN) } }
    cuts { riskClass from }
  }
}`;

interface Band {
  than: number | null;
  points: number;
  says: string;
}
interface ByModel {
  ladder: { code: string; trede: number; limit: number; nl: string; en: string }[];
  scorecard: { code: string; riskIs: string | null; pointsMax: number; bands: Band[] }[];
  cuts: { riskClass: string; from: number }[];
}
type Judged = ByModel['ladder'][number] & { holds: boolean | null; value: number | null };
interface Scored {
  code: string;
  value: number | null;
  points: number | null;
  pointsMax: number;
  band: string | null;
}

/** The first band that the value falls in; the last one is for what falls in none. */
function bandByHand({ value }: Scored, { riskIs, bands }: ByModel['scorecard'][number]): Band | null {
  if (value === null) return null;
  if (riskIs === null) return bands[value === 1 ? 0 : 1] as Band;
  const isIn = ({ than }: Band) => than === null || (riskIs === 'BELOW' ? value < than : value > than);
  return bands.find(isIn) as Band;
}

function pointsByHand(scored: readonly Scored[]): number | null {
  const known = scored.filter(({ points }) => points !== null);
  if (known.length * 2 < scored.length) return null;
  const sum = known.reduce((total, { points }) => total + (points as number), 0);
  const most = known.reduce((total, { pointsMax }) => total + pointsMax, 0);
  return Math.round((100 * sum) / most);
}

function tredeByHand(criteria: readonly { trede: number; holds: boolean | null }[]): number | null {
  const holding = criteria.filter(({ holds }) => holds).map(({ trede }) => trede);
  if (holding.length > 0) return Math.max(...holding);
  return criteria.some(({ holds }) => holds === null) ? null : 1;
}

const providers = async (): Promise<string[]> => {
  const { riskDashboard } = await ask('{ riskDashboard { top(first: 24) { nodes { provider { id } } } } }');
  const ids: string[] = riskDashboard.top.nodes.map(({ provider }: { provider: { id: string } }) => provider.id);
  return [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)] as string[];
};

describe.each(MODELS.map(({ version }) => version))('By the model %s', (version) => {
  it('three providers can be assessed by hand in all their quarters', async () => {
    const model: ByModel = (await ask(MODEL, { version })).riskModel;
    const seen = new Set<string | null>();
    for (const provider of await providers()) {
      const { nodes, totalCount } = (await ask(ASSESSMENTS, { provider, model: version })).assessments;
      expect(totalCount).toBe(16);
      for (const assessment of nodes) {
        expect(assessment.modelVersion).toBe(version);
        expect(assessment.scorecard.map(({ code }: Scored) => code)).toEqual(model.scorecard.map(({ code }) => code));
        for (const [at, scored] of assessment.scorecard.entries()) {
          const band = bandByHand(scored, model.scorecard[at] as ByModel['scorecard'][number]);
          expect([scored.points, scored.band]).toEqual([band?.points ?? null, band?.says ?? null]);
          expect(scored.pointsMax).toBe(model.scorecard[at]?.pointsMax);
        }
        const points = pointsByHand(assessment.scorecard);
        expect(assessment.points).toBe(points);
        const reached = model.cuts.find(({ from }) => points !== null && points >= from);
        expect(assessment.riskClass).toBe(reached?.riskClass ?? null);
        expect(assessment.trede).toBe(tredeByHand(assessment.criteria));
        expect(assessment.criteria.map(({ holds, value, ...rule }: Judged) => rule)).toEqual(model.ladder);
        seen.add(assessment.riskClass);
      }
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

it('what an indicator and its limits are is told in both languages', async () => {
  const words = (language: string) => `
    indicators { code name${language} formula${language} note${language} basis${language} }
    limits { code says${language} }`;
  const { nl, byName, en } = await ask(
    `{ nl: riskModel { ${words('')} } byName: riskModel { ${words('(language: NL)')} } en: riskModel { ${words('(language: EN)')} } }`,
  );
  expect(byName).toEqual(nl);
  const solvency = ({ indicators, limits }: Data) => [
    indicators.find(({ code }: Data) => code === 'solvency'),
    limits.find(({ code }: Data) => code === 'solvencyProblematic'),
  ];
  expect(solvency(nl)).toEqual([
    {
      ...{ code: 'solvency', name: 'solvabiliteit', formula: 'eigen vermogen / balanstotaal', note: null },
      basis: 'convenant Bijlage 4, aanbieders 2',
    },
    { code: 'solvencyProblematic', says: 'onder 10% is problematisch volgens convenant h. 3' },
  ]);
  expect(solvency(en)).toEqual([
    {
      ...{ code: 'solvency', name: 'solvency', formula: 'equity / balance total', note: null },
      basis: 'covenant Bijlage 4, providers 2',
    },
    { code: 'solvencyProblematic', says: 'below 10% is problematic by covenant ch. 3' },
  ]);
  for (const { note } of nl.indicators) if (note) expect(note).toMatch(/ (de|het|een) /);
});

describe('With assessments by several models', () => {
  it('every list shows one of them, and the other one when it is asked for', async () => {
    const [present, other] = MODELS.map(({ version }) => version) as [string, string];
    const [provider] = await providers();
    const question = `query ($provider: ID!, $other: String!) {
      all: assessments { totalCount }
      others: assessments(filter: { modelVersion: $other }) { totalCount }
      nulls: assessments(filter: { modelVersion: null }) { totalCount }
      none: assessments(filter: { modelVersion: "kruger-0" }) { totalCount }
      provider(id: $provider) {
        assessment { modelVersion }
        assessments(first: 100) { totalCount nodes { modelVersion quarter } }
        others: assessments(filter: { modelVersion: $other }, first: 1) { totalCount nodes { id modelVersion } }
      }
      riskDashboard { top(first: 100) { nodes { assessment { modelVersion } } } }
      riskModels { version isPresent label }
    }`;
    const data = await ask(question, { provider, other });
    expect(data.others.totalCount).toBe(data.all.totalCount);
    expect(data.nulls).toEqual(data.all);
    expect(data.none.totalCount).toBe(0);
    expect(data.provider.assessment).toEqual({ modelVersion: present });
    const quarters = data.provider.assessments.nodes.map(({ quarter }: { quarter: string }) => quarter);
    expect(new Set(quarters).size).toBe(16);
    expect(quarters).toHaveLength(16);
    expect(data.provider.others).toMatchObject({ totalCount: 16, nodes: [{ modelVersion: other }] });
    const shown = data.riskDashboard.top.nodes.map((risk: { assessment: { modelVersion: string } }) => risk.assessment);
    expect(new Set(shown.map(({ modelVersion }: { modelVersion: string }) => modelVersion))).toEqual(
      new Set([present]),
    );
    expect(data.riskModels).toEqual([
      { version: present, isPresent: true, label: 'eigen model' },
      { version: other, isPresent: false, label: 'eigen model' },
    ]);
    // Who has its id has asked for it.
    const [{ id }] = data.provider.others.nodes;
    const byId = await ask('query ($id: ID!) { node(id: $id) { ... on Assessment { modelVersion } } }', { id });
    expect(byId.node).toEqual({ modelVersion: other });
  });

  it('there is no model of a version that nobody made', async () => {
    expect(await ask('{ riskModel(version: "kruger-0") { version } }')).toEqual({ riskModel: null });
  });
});

describe('What lies beside the trede', () => {
  it('is found again in the indicators of the same quarter, and says nothing that they do not', async () => {
    const found = await ask(`{ riskDashboard { top(first: 24) { nodes {
      assessment {
        quarter
        provider { latestQuarter { foreseesRisk } indicators(filter: { isBeyond: true, from: "2026Q3" }, first: 100) { nodes { code value } } }
        indications { cause indicator value unit quarter says nl: says(language: NL) en: says(language: EN) }
      } } } } }`);
    let indications = 0;
    for (const { assessment } of found.riskDashboard.top.nodes) {
      const { provider, quarter } = assessment;
      const beyond = new Map(provider.indicators.nodes.map(({ code, value }: Scored) => [code, value]));
      for (const indication of assessment.indications) {
        indications += 1;
        expect(indication.quarter).toBe(quarter);
        expect(indication.says).toBe(indication.nl);
        expect(indication.en).not.toBe(indication.nl);
        if (indication.cause === 'FLOW_FALLING' && indication.indicator !== 'bedOccupancy') continue;
        if (indication.cause === 'OWN_EXPECTATION') expect(provider.latestQuarter.foreseesRisk).toBe(true);
        else expect(beyond.get(indication.indicator)).toBe(indication.value);
      }
    }
    expect(indications).toBeGreaterThan(10);
  });

  it('does not change because a melding comes in; the melding itself says what it points at', async () => {
    const question = `{ providers(filter: { nameContains: "wissel" }) { nodes { id
      assessment { trede points indications { cause indicator } } meldingen { totalCount } } } }`;
    const before = await ask(question);
    const [{ id, meldingen }] = before.providers.nodes;
    const input = {
      clientKey: 'by-hand',
      reason: 'BOARD_CHANGE',
      providerId: id,
      explanation: 'De bestuurder vertrekt.',
    };
    const { registerMelding } = await ask(
      'mutation ($input: MeldingInput!) { registerMelding(input: $input) { reason indicates } }',
      { input },
    );
    expect(registerMelding).toEqual({ reason: 'BOARD_CHANGE', indicates: 'BOARD_LOST' });
    const after = await ask(question);
    expect(after.providers.nodes[0].meldingen.totalCount).toBe(meldingen.totalCount + 1);
    expect(after.providers.nodes[0].assessment).toEqual(before.providers.nodes[0].assessment);
  });
});
