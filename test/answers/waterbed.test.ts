/** The sums of markets that are made in SQL, beside the same gathered row by row; and one small market by hand. */
import type { DataSource } from 'typeorm';
import { PRESENT } from '../../src/domain/models';
import { Paths } from '../support/operations/paths';
import { wordsOf } from '../support/operations/words';
import { type Answer, answerOf, differences } from '../support/oracle/answer';
import { withAllLocks } from '../support/oracle/locks';
import { Oracle } from '../support/oracle/oracle';
import type { Product } from '../support/oracle/product';
import { BY_READING } from '../support/oracle/reading';
import { guardedBySight } from '../support/oracle/resolvers';
import { openStage, type Stage } from '../support/oracle/stage';

const PATIENCE_MS = 120_000;
const oracle = new Oracle(guardedBySight);
let stage: Stage;
let product: Product;
let paths: Paths;

/** A region in which nobody does anything yet, and one beside it. */
const [EMPTY, BESIDE] = ['JZ30', 'JZ31'];
const [A, B] = [
  '(select id from provider order by key limit 1)',
  '(select id from provider order by key offset 1 limit 1)',
];

/** Adds rows like some that are there, with other values in some columns. */
const copyOf = (table: string, changed: Readonly<Record<string, unknown>>, where: string, most = 1) =>
  `insert into ${table}
   select (jsonb_populate_record(null::${table}, to_jsonb(t) || '${JSON.stringify(changed)}' || jsonb_build_object('id', gen_random_uuid()))).*
   from (select * from ${table} where ${where} order by id limit ${most}) t`;

/** What the invented world has not: reports on several levels, from one side only, and by nobody. */
const ODDITIES = [
  copyOf('declaration', { care_form_code: 'JH122' }, "care_form_code = 'JH1224' and period_start = '2026-07-01'", 9),
  copyOf('declaration', { care_form_code: 'JH1', unit: 'DAY' }, "period_start = '2026-04-01'", 9),
  copyOf('declaration', { amount_cents: -5 }, "period_start = '2026-01-01'", 9),
  copyOf('contract', { care_form_code: 'JH122' }, "care_form_code = 'JH1224' and ends_on > '2026-10-01'", 5),
  copyOf('contract', { care_form_code: 'JZ' }, "client_kind = 'REGION' and ends_on > '2026-10-01'", 3),
  copyOf('contract', { annual_value_cents: 7 }, "reported_by = 'CLIENT' and ends_on > '2026-10-01'", 30),
  copyOf(
    'figure',
    { value: 0.5, delivery_id: null, source: 'DIGIMV' },
    "item = 'bed_occupancy_realised' and period_start = '2025-01-01'",
    4,
  ),
  // In quarters that are asked for, on their last day and the day after, and later than the latest of them.
  ...['2026-04-20', '2026-06-30', '2026-07-01', '2026-10-20'].map((decided_on, at) =>
    copyOf('trede_decision', { decided_on, trede: at + 2 }, `md5(id::text) >= '${at * 4}'`, 5),
  ),
  "delete from contract where reported_by = 'PROVIDER' and md5(id::text) < '3'",
  "delete from municipal_report where period_start = '2026-07-01' and md5(municipality_code) < '3'",
  "delete from municipal_report where md5(municipality_code) < '1'",
  "update municipal_report set clients = null where md5(id::text) < '2'",
  "update referral set waiting_days = null where md5(id::text) < '4'",
];

beforeAll(async () => {
  const first = await openStage();
  for (const sql of ODDITIES) await first.database.owner.query(sql);
  await aMarketByHand(first.database.owner);
  stage = await first.reload();
  product = await withAllLocks(stage);
  paths = new Paths(oracle.schema, wordsOf(stage.world, stage.cast.all), stage.see(stage.cast.analyst, BY_READING));
}, PATIENCE_MS);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const ask = async (text: string): Promise<Answer> =>
  answerOf(await product.ask({ text, variables: {} }, stage.cast.analyst, stage.now));

async function expectAsGathered(text: string): Promise<void> {
  const expected = await oracle.answer({ text, variables: {} }, stage.see(stage.cast.analyst, BY_READING));
  const found = differences(await ask(text), expected, expected.foreseen);
  if (found.length > 0) throw new Error([...found, text].join('\n'));
}

const valuesOf = (type: string, property: string) => [
  ...new Set(stage.world.all(type).map((row) => String(row[property]))),
];

it(
  'markets of every form, on every level, in every region are what the rows add up to',
  async () => {
    const regions = [...valuesOf('Declaration', 'regionCode'), 'JZ42'];
    let known = 0;
    for (const form of valuesOf('CareForm', 'code')) {
      for (const region of regions) {
        const text = paths.toMarket(form, region);
        await expectAsGathered(text);
        known += JSON.stringify(await ask(text)).includes('"active"') ? 1 : 0;
      }
    }
    expect(known).toBeGreaterThan(60);
  },
  PATIENCE_MS,
);

it(
  'what moves when any provider stops is what the rows add up to',
  async () => {
    for (const provider of valuesOf('Provider', 'id')) await expectAsGathered(paths.toWorkedOut(provider));
  },
  PATIENCE_MS,
);

it('earlier quarters are looked at when they are asked for', async () => {
  const text = (quarter: string) =>
    `{ careFormInRegion(careFormCode: "JH12121", regionCode: "JZ01", quarter: "${quarter}") { quarter amountCents waiting providers { annualValueCents trede } } }`;
  for (const quarter of ['2025Q3', '2025Q4', '2026Q2', '2026Q3', '2026Q4']) await expectAsGathered(text(quarter));
});

describe('where providers stand', () => {
  const impactOf = (id: string, quarter: string) =>
    `{ impactIfStops(providerId: "Provider:${id}", quarter: "${quarter}") { likelihood level explanation
       markets { able difficultyCode takeOver { provider { id } trede reason } } } }`;

  it(
    'is where they stood in the quarter that is asked for',
    async () => {
      for (const id of valuesOf('ProviderRisk', 'providerId')) await expectAsGathered(impactOf(id, '2026Q2'));
    },
    PATIENCE_MS,
  );

  it('is told of each quarter as its assessment and the decisions until its end say', async () => {
    const { owner } = stage.database;
    const [provider] = valuesOf('ProviderRisk', 'providerId') as [string];
    await owner.query('delete from trede_decision where provider_id = $1', [provider]);
    const stood = (quarter: string, trede: number) =>
      owner.query(
        "update assessment set trede = $3, is_assessable = true, risk_class = 'LOW' where provider_id = $1 and quarter = $2 and model_version = $4",
        [provider, quarter, trede, PRESENT.version],
      );
    await stood('2026-04-01', 1);
    await stood('2026-07-01', 4);
    const told = async (quarter: string) => {
      const { data } = await ask(impactOf(provider, quarter));
      return (data as { impactIfStops: { explanation: string } }).impactIfStops.explanation.split(' telt')[0];
    };
    const both = async () => [await told('2026Q2'), await told('2026Q3')];
    expect(await both()).toEqual([
      'Kans op uitval: laag. Trede 1 (berekend)',
      'Kans op uitval: hoog. Trede 4 (berekend)',
    ]);
    const decide = (trede: number, day: string) =>
      owner.query(
        'insert into trede_decision (provider_id, trede, decided_on, proposed_by_party_id, reason) select $1, $2, $3, id, $4 from party limit 1',
        [provider, trede, day, 'Besproken.'],
      );
    await decide(5, '2026-10-20');
    expect(await both()).toEqual([
      'Kans op uitval: laag. Trede 1 (berekend)',
      'Kans op uitval: hoog. Trede 5 (door mensen vastgesteld)',
    ]);
    await decide(3, '2026-06-30');
    expect((await both())[0]).toBe('Kans op uitval: middel. Trede 3 (door mensen vastgesteld)');
  });
});

/** Foster care: provider A declared 3 x 100 euros and 91 + 92 days, B 1 x 100 euros; nobody else. */
async function aMarketByHand(owner: DataSource): Promise<void> {
  const town = `(select code from municipality where region_code = '${EMPTY}' order by code limit 1)`;
  const declared = (provider: string, start: string, end: string, amount: number, volume: number) =>
    `insert into declaration (provider_id, municipality_code, region_code, care_form_code, period_start, period_end, amount_cents, volume, unit)
     values (${provider}, ${town}, '${EMPTY}', 'JH1221', '${start}', '${end}', ${amount}, ${volume}, 'DAY')`;
  const contract = (provider: string, region: string, side: string, value: number, ends = '2027-01-01') =>
    `insert into contract (provider_id, client_kind, client_region_code, region_code, care_form_code, reported_by, reference, starts_on, ends_on, annual_value_cents, type, procurement, funding)
     select ${provider}, 'REGION', '${region}', '${region}', 'JH1221', '${side}', 'by hand', '2026-01-01', '${ends}', ${value}, type, procurement, funding from contract limit 1`;
  const referral = (referrals: number, starts: number, days: number | null) =>
    `insert into referral (municipality_code, region_code, care_form_code, referrer_code, period_start, period_end, referrals, starts, waiting_days)
     values (${town}, '${EMPTY}', 'JH1221', '01', '2026-07-01', '2026-10-01', ${referrals}, ${starts}, ${days})`;
  const clear = (table: string) => `delete from ${table} where region_code = '${EMPTY}'`;
  for (const sql of [
    ...['declaration', 'contract', 'referral', 'municipal_report'].map(clear),
    "delete from contract where client_kind = 'LTA' and care_form_code = 'JH1221'",
    "delete from contract where care_form_code = 'JH1221' and region_code in (select neighbour_code from region_neighbour where region_code = '" +
      `${EMPTY}')`,
    declared(A, '2026-01-01', '2026-04-01', 100_00, 91),
    declared(A, '2026-04-01', '2026-07-01', 100_00, 91.5),
    declared(A, '2026-07-01', '2026-10-01', 100_00, 182.5),
    declared(A, '2025-07-01', '2025-10-01', 999_00, 999),
    declared(B, '2026-07-01', '2026-10-01', 100_00, 36.5),
    contract(A, EMPTY, 'PROVIDER', 500_00),
    contract(A, EMPTY, 'CLIENT', 900_00),
    contract(B, EMPTY, 'CLIENT', 150_00),
    contract(B, EMPTY, 'PROVIDER', 700_00, '2026-09-30'),
    contract(B, BESIDE, 'PROVIDER', 100_00),
    referral(10, 4, 30),
    referral(5, 6, 40),
    referral(1, 1, null),
  ]) {
    await owner.query(sql);
  }
}

it('one small market is what a person works out by hand', async () => {
  const { data } = await ask(`{ careFormInRegion(careFormCode: "JH1221", regionCode: "${EMPTY}") {
    quarter amountCents places placesBasis isEstimate waitingDays waiting active largestShare hhi
    providers { amountCents share places isContracted annualValueCents } } }`);
  expect(data).toEqual({
    careFormInRegion: {
      ...{ quarter: '2026Q3', amountCents: 400_00, active: 2, largestShare: 0.75, hhi: 0.625 },
      // 365 + 36.5 days in 365 days: 1.1 beds.
      ...{ places: 1, placesBasis: 'DECLARED_DAYS', isEstimate: true },
      // (4 x 30 + 6 x 40) / 10 days; 16 referred, 11 started.
      ...{ waitingDays: 36, waiting: 5 },
      providers: [
        { amountCents: 300_00, share: 0.75, places: 1, isContracted: true, annualValueCents: 500_00 },
        // The provider's own report ran out; it is no longer asked, and its client's counts.
        { amountCents: 100_00, share: 0.25, places: 0, isContracted: true, annualValueCents: 150_00 },
      ],
    },
  });
});

it('the neighbours of a region are those that can take over from beside it', async () => {
  const [{ id }] = await stage.database.owner.query(`select ${A} as id`);
  const { data } =
    await ask(`{ impactIfStops(providerId: "Provider:${id}") { markets { region { code } careForm { code }
    share takeOver { where regions { code } roomCents } } } }`);
  const { markets } = (data as { impactIfStops: { markets: { region: { code: string } }[] } }).impactIfStops;
  expect(markets.find(({ region }) => region.code === EMPTY)).toEqual({
    ...{ region: { code: EMPTY }, careForm: { code: 'JH1221' }, share: 0.75 },
    takeOver: [{ where: 'REGION', regions: [{ code: EMPTY }, { code: BESIDE }], roomCents: 50_00 }],
  });
});
