/** What is worked out on request, asked wrongly, about nothing, or by somebody who may not. */
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

const NOBODY = 'Provider:00000000-0000-4000-8000-000000000000';
const ofKind = (kind: string) => stage.cast.few.find((viewer) => viewer.kind === kind) as Viewer;

interface Told {
  readonly code: string;
  readonly nl: string;
  readonly problems?: readonly { field: string; en: string; nl: string }[];
}

async function ask(text: string, viewer = stage.cast.analyst, variables = {}) {
  const given = await product.ask({ text, variables }, viewer, stage.now);
  const { data, errors = [] } = JSON.parse(given) as { data: object | null; errors?: { extensions: Told }[] };
  return { given, data, told: errors.map(({ extensions }) => extensions) };
}

const WHAT_IF = 'query ($input: WhatIfInput!) { whatIf(input: $input) { supposedTrede } }';
const suppose = (changes: unknown, viewer?: Viewer) => ask(WHAT_IF, viewer, { input: { providerId: NOBODY, changes } });

describe('what is not there', () => {
  it.each([
    ['a form that is none', '{ careFormInRegion(careFormCode: "XX", regionCode: "JZ01") { active } }'],
    ['a region that is none', '{ careFormInRegion(careFormCode: "JH12121", regionCode: "JZ99") { active } }'],
    [
      'a quarter before all',
      '{ careFormInRegion(careFormCode: "JR1", regionCode: "JZ01", quarter: "2001Q1") { active } }',
    ],
    ['a provider that is none', `{ impactIfStops(providerId: "${NOBODY}") { amountCents } }`],
    ['nobody’s figures', `{ distanceToLimits(providerId: "${NOBODY}") { trede } }`],
  ])('is null: %s', async (_, text) => {
    const { data, told } = await ask(text);
    expect([Object.values(data ?? {}), told]).toEqual([[null], []]);
  });

  const QUARTER_OF =
    'query ($input: WhatIfInput!, $id: ID!, $quarter: Quarter) { whatIf(input: $input) { quarter } distanceToLimits(providerId: $id, quarter: $quarter) { quarter } }';
  const inQuarter = (quarter: string, providerId = `Provider:${ofKind('PROVIDER').providerId}`) =>
    ask(QUARTER_OF, ofKind('PROVIDER'), {
      ...{ id: providerId, quarter },
      input: { providerId, quarter, changes: [{ figure: 'equity', toCents: 1 }] },
    });

  it('is null for a quarter of which nothing of the provider is there, as for a provider that is hidden', async () => {
    const nothing = (await inQuarter('2026Q3', NOBODY)).given;
    for (const quarter of ['2001Q1', '2022Q3', '2026Q4', '2031Q2'])
      expect((await inQuarter(quarter)).given).toBe(nothing);
    expect(JSON.parse(nothing)).toEqual({ data: { whatIf: null, distanceToLimits: null } });
  });

  it('is there for the first and the last quarter of its history', async () => {
    for (const quarter of ['2022Q4', '2026Q3']) {
      expect((await inQuarter(quarter)).data).toEqual({ whatIf: { quarter }, distanceToLimits: { quarter } });
    }
  });

  it('is null for supposed figures, and for refused fields inside it there is still one error each', async () => {
    const text = `{ distanceToLimits(providerId: "${NOBODY}") { trede provider { name meldingen { nodes { handling { notes } } } } } }`;
    const { given } = await ask(text, ofKind('PROVIDER'));
    expect(given).toContain('"data":{"distanceToLimits":null}');
    expect(given).toContain('"code":"FORBIDDEN"');
  });
});

describe('what is wrong is refused with the remedy', () => {
  it.each([
    ['{ impactIfStops(providerId: "Region:JZ01") { amountCents } }'],
    ['{ distanceToLimits(providerId: "Provider:1") { trede } }'],
    ['{ whatIf(input: { providerId: "", changes: [{ figure: cash, toCents: 1 }] }) { supposedTrede } }'],
  ])('an id that is none: %s', async (text) => {
    const { told } = await ask(text);
    expect(told.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing is supposed', [], ['changes']],
    [
      'a figure twice',
      [
        { figure: 'cash', toCents: 1 },
        { figure: 'cash', byFraction: 1 },
      ],
      ['changes[1].figure'],
    ],
    ['both an amount and a shift', [{ figure: 'cash', toCents: 1, byFraction: 1 }], ['changes[0]']],
    ['neither', [{ figure: 'cash' }], ['changes[0]']],
    ['an amount beyond belief', [{ figure: 'cash', toCents: 8_765_432_187_654 }], ['changes[0].toCents']],
    ['a shift beyond belief', [{ figure: 'cash', byFraction: 8765.4321 }], ['changes[0].byFraction']],
  ])('%s', async (_, changes, fields) => {
    const { given, told } = await suppose(changes);
    expect(told.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(told[0]?.problems?.map(({ field }) => field)).toEqual(fields);
    for (const { en, nl } of told[0]?.problems ?? [])
      expect([en, nl]).toEqual([expect.any(String), expect.any(String)]);
    expect(given).not.toMatch(/8.?765/);
  });

  it('an unknown figure is refused by the language itself', async () => {
    const { told } = await suppose([{ figure: 'wealth', toCents: 1 }]);
    expect(told.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it('says the same about a provider that is hidden as about one that is not there', async () => {
    const wrong = [{ figure: 'cash' }];
    const [hidden] = stage.world
      .all('ProviderQuarter')
      .filter((row) => row.providerId !== ofKind('PROVIDER').providerId);
    const about = (providerId: string) => ask(WHAT_IF, ofKind('PROVIDER'), { input: { providerId, changes: wrong } });
    expect((await about(`Provider:${hidden?.providerId}`)).given).toBe((await about(NOBODY)).given);
  });
});

describe('who may not ask', () => {
  const MARKETS = `{ careFormInRegion(careFormCode: "JH12121", regionCode: "JZ01") { active } impactIfStops(providerId: "${NOBODY}") { level } }`;
  const OWN = `{ distanceToLimits(providerId: "${NOBODY}") { trede } }`;

  it('about markets is everybody but the Jeugdautoriteit', async () => {
    for (const viewer of stage.cast.few.filter((one) => one !== stage.cast.analyst)) {
      const { data, told } = await ask(MARKETS, viewer);
      expect(data).toEqual({ careFormInRegion: null, impactIfStops: null });
      expect(told.map(({ code }) => code)).toEqual(
        Array(2).fill(viewer.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN'),
      );
    }
  });

  it('about supposed figures is a municipality, which may not know how a provider stands', async () => {
    expect((await ask(OWN, ofKind('MUNICIPALITY'))).told.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await ask(OWN, ofKind('PROVIDER'))).told).toEqual([]);
  });
});

it('supposed figures are written down nowhere', async () => {
  const lines: string[] = [];
  const listen = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const listenToo = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const counted = () => stage.database.owner.query('select count(*) from audit_entry');
  const before = await counted();
  const provider = ofKind('PROVIDER');
  const changes = [{ figure: 'equity', toCents: 123_456_789 }];
  const input = { providerId: `Provider:${provider.providerId}`, changes };
  const { data } = await ask(WHAT_IF, provider, { input });
  listen.mockRestore();
  listenToo.mockRestore();
  expect(data).toEqual({ whatIf: { supposedTrede: expect.anything() } });
  expect(lines.join('')).not.toContain('123456789');
  expect(await counted()).toEqual(before);
});

describe('what uitvragen allow', () => {
  const allow = (given: string) =>
    ask(
      `{ whatUitvragenAllow${given} { definitions tredeOne riskClass rules { code assessability isLost lacking says } } }`,
    );
  interface Answer {
    whatUitvragenAllow: {
      definitions: string[];
      tredeOne: string;
      rules: { code: string; assessability: string; isLost: boolean; lacking: string[]; says: string }[];
    };
  }

  it('tells what is lost without an item, and nothing that is not', async () => {
    const { data } = await allow('(day: "2026-06-01", without: ["convenant-bijlage-4 A2.1"])');
    const { definitions, tredeOne, rules } = (data as Answer).whatUitvragenAllow;
    expect(definitions).toEqual(['convenant-bijlage-4 1', 'regeling-jeugdwet-8g 1']);
    expect(tredeOne).toBe('NOT_ASSESSABLE');
    const lost = rules.filter(({ isLost }) => isLost);
    expect(lost.map(({ code }) => code)).toContain('LOSS');
    for (const { lacking, says } of lost) {
      expect(lacking).toContain('net_result');
      expect(says).toMatch(/niet te beoordelen; niet gevraagd: .*nettoresultaat/);
    }
    expect(rules.find(({ code }) => code === 'solvency')).toMatchObject({ assessability: 'ASSESSABLE', isLost: false });
  });

  it('loses nothing when nothing is left out, and knows what was not asked before the Regeling', async () => {
    const { data } = await allow('(day: "2026-06-01")');
    expect((data as Answer).whatUitvragenAllow.rules.filter(({ isLost }) => isLost)).toEqual([]);
    const before = (await allow('(day: "2025-06-01")')).data as Answer;
    expect(before.whatUitvragenAllow.definitions).toEqual(['convenant-bijlage-4 1']);
  });

  it('refuses an item that is not asked, saying how to name one', async () => {
    const { told } = await allow('(without: ["equity"])');
    expect(told.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(told[0]?.nl).toContain('regeling-jeugdwet-8g b9');
  });
});
