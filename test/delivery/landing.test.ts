/** Where each list lands, from the draft of its party to the rows that readers find. */
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let town: Viewer;
let region: Viewer;
let kvk: string;
const YEAR = ['2027-01-01', '2028-01-01'] as const;
const QUARTER = ['2026-10-01', '2027-01-01'] as const;

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  town = await ground.viewer('municipality:GM0014');
  region = await ground.viewer('region:JZ01');
  [{ kvk }] = await ground.rows('select kvk_number as kvk from provider where id = $1', [wissel.providerId]);
}, 60_000);
afterAll(() => ground?.close());

const CONTRACT = {
  ...{ reference: 'C-2027-1', careForm: 'JH1221', startsOn: '01-02-2027', endsOn: '31-12-2027' },
  ...{ annualValue: '120.000', type: 'SERVICE', procurement: 'TENDER', funding: 'OUTPUT' },
};
/** Every column of what landed, but for what ties it to its delivery. */
const landed = async (id: string, table: string, where = 'true') =>
  (
    await ground.rows(
      `select to_jsonb(t) - 'id' - 'delivery_id' as content from ${table} t where delivery_id = $1 and ${where} order by 1`,
      [uuidOf(id)],
    )
  ).map(({ content }) => content);
const LANDED_CONTRACT = {
  ...{ reference: 'C-2027-1', care_form_code: 'JH1221', starts_on: '2027-02-01', ends_on: '2028-01-01' },
  ...{ annual_value_cents: 12_000_000, type: 'SERVICE', procurement: 'TENDER', funding: 'OUTPUT' },
};

it('contracts by the word of their provider', async () => {
  const id = await ground.taskOf(wissel, COVENANT, ...YEAR);
  await ground.deliver(wissel, id, {
    providerContracts: [
      { client: 'GM0014', ...CONTRACT },
      { client: 'JZ01', ...CONTRACT },
      { client: 'LTA', ...CONTRACT },
    ],
  });
  const of = { ...LANDED_CONTRACT, provider_id: wissel.providerId, reported_by: 'PROVIDER' };
  const nobody = { client_municipality_code: null, client_region_code: null };
  const contracts = await landed(id, 'contract');
  expect(contracts).toHaveLength(3);
  expect(contracts).toEqual(
    expect.arrayContaining([
      { ...of, ...nobody, client_kind: 'LTA', region_code: null },
      { ...of, ...nobody, client_kind: 'MUNICIPALITY', client_municipality_code: 'GM0014', region_code: 'JZ01' },
      { ...of, ...nobody, client_kind: 'REGION', client_region_code: 'JZ01', region_code: 'JZ01' },
    ]),
  );
});

it('contracts and tariffs by the word of a municipality', async () => {
  const id = await ground.taskOf(town, COVENANT, ...YEAR);
  const tariff = { kvkNumber: kvk, careForm: 'JH1221', unit: 'DAY', amount: '99,50', validFrom: '01-02-2027' };
  await ground.deliver(town, id, {
    clientContracts: [{ kvkNumber: kvk, ...CONTRACT }],
    tariffs: [
      { ...tariff, productCode: '45A44', validTo: '31-12-2027' },
      { ...tariff, productCode: '45A45' },
    ],
  });
  const of = {
    provider_id: wissel.providerId,
    care_form_code: 'JH1221',
    region_code: 'JZ01',
    client_region_code: null,
  };
  const client = { client_kind: 'MUNICIPALITY', client_municipality_code: 'GM0014' };
  expect(await landed(id, 'contract')).toEqual([{ ...LANDED_CONTRACT, ...of, ...client, reported_by: 'CLIENT' }]);
  const price = { ...of, ...client, unit: 'DAY', amount_cents: 9950, valid_from: '2027-02-01' };
  const tariffs = await landed(id, 'tariff');
  expect(tariffs).toHaveLength(2);
  expect(tariffs).toEqual(
    expect.arrayContaining([
      { ...price, product_code: '45A44', valid_to: '2028-01-01' },
      { ...price, product_code: '45A45', valid_to: null },
    ]),
  );
});

it('"no change" takes the contracts of a list over as they stand, and only of a list that may stay', async () => {
  const id = await ground.taskOf(region, COVENANT, ...YEAR);
  const NO_CHANGE = 'mutation ($input: NoChangeInput!) { confirmNoChange(input: $input) { maySubmit } }';
  await ground.sure(region, NO_CHANGE, { input: { deliveryId: id, section: 'clientContracts' } });
  const [{ standing }] = await ground.rows(
    `select count(distinct (provider_id, reference, care_form_code))::int as standing from contract
     where client_region_code = 'JZ01' and reported_by = 'CLIENT' and ends_on > '2027-01-01'`,
  );
  const { sections } = await ground.draft(region, id);
  const { rows } = sections.find(({ code }: { code: string }) => code === 'clientContracts');
  expect(standing).toBeGreaterThan(0);
  expect(rows).toHaveLength(standing);
  expect(
    new Set(rows.flatMap(({ cells }: { cells: { origin: string }[] }) => cells.map(({ origin }) => origin))),
  ).toEqual(new Set(['PREVIOUS']));
  const report = await ground.taskOf(town, COVENANT, ...QUARTER);
  const refused = await ground.refusal(town, NO_CHANGE, { input: { deliveryId: report, section: 'municipalReport' } });
  expect(refused.extensions.code).toBe('BAD_USER_INPUT');
});

it('the tender calendar of a region, beside what it buys', async () => {
  const id = await ground.taskOf(region, COVENANT, ...YEAR);
  const tender = {
    careForm: 'JH1221',
    subject: 'Jeugdhulp met verblijf',
    opensOn: '01-03-2027',
    startsOn: '01-01-2028',
  };
  await ground.deliver(region, id, { tenders: [{ ...tender, funding: 'TAAK', durationMonths: '48' }] });
  expect(await landed(id, 'tender_calendar_entry')).toEqual([
    {
      ...{ region_code: 'JZ01', care_form_code: 'JH1221', subject: 'Jeugdhulp met verblijf', opens_on: '2027-03-01' },
      ...{ starts_on: '2028-01-01', funding: 'TAAK', duration_months: 48 },
    },
  ]);
  const contracts = await landed(id, 'contract');
  expect(
    new Set(
      contracts.map((row) => `${row.client_kind} ${row.client_region_code} ${row.region_code} ${row.reported_by}`),
    ),
  ).toEqual(new Set(['REGION JZ01 JZ01 CLIENT']));
});

it('the quarterly report of a municipality', async () => {
  const id = await ground.taskOf(town, COVENANT, ...QUARTER);
  await ground.deliver(town, id, {
    municipalReport: [
      { careForm: 'JH1221', budget: '4.000.000', realised: '1.000.000', clients: '40', trend: 'RISING' },
    ],
  });
  expect(await landed(id, 'municipal_report')).toEqual([
    {
      ...{ municipality_code: 'GM0014', region_code: 'JZ01', care_form_code: 'JH1221', trend: 'RISING', clients: 40 },
      ...{
        period_start: '2026-10-01',
        period_end: '2027-01-01',
        budget_cents: 400_000_000,
        realised_cents: 100_000_000,
      },
    },
  ]);
});

it('personnel', async () => {
  const id = await ground.taskOf(wissel, COVENANT, '2026-07-01', '2027-01-01');
  await ground.deliver(wissel, id, {
    personnel: [
      {
        ...{ 'A5.1': '11', 'A5.2': '12', 'A5.3': '103,5', 'A5.4': '101,5', 'A5.5': '140,5', 'A5.6': '130,5' },
        ...{ 'A5.7': '6,5%', 'A5.8': '9.000.000', 'A5.9': '800.000', 'A5.10': '13' },
      },
    ],
  });
  expect(await landed(id, 'personnel_report')).toEqual([
    {
      ...{ provider_id: wissel.providerId, period_start: '2026-07-01', period_end: '2027-01-01' },
      ...{ staff_inflow: 11, staff_outflow: 12, formation_primary_fte: 103.5, occupancy_primary_fte: 101.5 },
      ...{ formation_total_fte: 140.5, occupancy_total_fte: 130.5, sickness_primary: 0.065, vacancies: 13 },
      ...{ personnel_costs_cents: 900_000_000, hired_staff_costs_cents: 80_000_000 },
    },
  ]);
});

it('figures, and how long people wait: the longest wait, and everybody who waits', async () => {
  const period = { period_start: '2026-10-01', period_end: '2027-01-01', as_of: '2026-12-31' };
  const of = { ...period, provider_id: wissel.providerId, source: 'DELIVERY', is_current: true, is_cumulative: false };
  const covenant = await ground.taskOf(wissel, COVENANT, ...QUARTER);
  await ground.deliver(wissel, covenant, {
    finances: [{ 'A2.6': '1.000.000', 'A2.13': '76.000.000' }],
    outlook: [{ 'A4.1': 'ja' }],
  });
  const some = "item in ('equity', 'employed_staff_costs', 'outlook_risk')";
  const figures = await landed(covenant, 'figure', some);
  expect(figures).toHaveLength(3);
  const toDate = { period_start: '2026-01-01', is_cumulative: true };
  expect(figures).toEqual(
    expect.arrayContaining([
      { ...of, item: 'equity', value: 100_000_000, unit: 'EUR_CENT' },
      { ...of, ...toDate, item: 'employed_staff_costs', value: 7_600_000_000, unit: 'EUR_CENT' },
      { ...of, item: 'outlook_risk', value: 1, unit: 'YES_NO' },
    ]),
  );
  const id = await ground.taskOf(wissel, REGELING, ...QUARTER);
  await ground.deliver(wissel, id, {
    waiting: [
      { careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' },
      { careForm: 'JH1221', region: 'JZ02', waitingDays: '45,5', waitingCount: '7' },
    ],
  });
  const waiting = await landed(id, 'figure', "item like 'waiting%'");
  expect(waiting).toHaveLength(2);
  expect(waiting).toEqual(
    expect.arrayContaining([
      { ...of, item: 'waiting_count', value: 12, unit: 'COUNT' },
      { ...of, item: 'waiting_days', value: 45.5, unit: 'DAYS' },
    ]),
  );
});

it('the forms of care that a provider offers, in place of those of an earlier quarter and never of a later one', async () => {
  const offered = async () =>
    (
      await ground.rows('select care_form_code as form from provider_care_form where provider_id = $1 order by 1', [
        wissel.providerId,
      ])
    ).map(({ form }) => form);
  const waiting = [{ careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' }];
  const named = await offered();
  expect(named).not.toContain('JB111');
  // What only the register names makes place as well. The insert fails if the provider named it already.
  await ground.rows("insert into provider_care_form (provider_id, care_form_code) values ($1, 'JR1')", [
    wissel.providerId,
  ]);
  const id = await ground.corrected(wissel, await ground.taskOf(wissel, REGELING, ...QUARTER));
  await ground.empty(wissel, id, 'formsOffered');
  await ground.deliver(wissel, id, { waiting, formsOffered: [{ careForm: 'JH1221' }, { careForm: 'JB111' }] });
  expect(await offered()).toEqual(['JB111', 'JH1221']);
  const kept = await ground.rows(
    `select content ->> 'care_form_code' as form from replaced_row where replaced_by_id = $1 and kind = 'provider_care_form' order by 1`,
    [uuidOf(id)],
  );
  expect(kept.map(({ form }) => form)).toEqual(named);
  const before = await ground.corrected(wissel, await ground.taskOf(wissel, REGELING, '2026-07-01', '2026-10-01'));
  await ground.deliver(wissel, before, { waiting, formsOffered: [{ careForm: 'JR1' }] });
  expect(await offered()).toEqual(['JB111', 'JH1221']);
});

it('referrals and national declarations, from lists of any length', async () => {
  const [{ key }] = await ground.rows("select key from party where kind = 'DATA_SUPPLIER' order by key limit 1");
  const supplier = await ground.viewer(key);
  const id = await ground.taskOf(supplier, COVENANT, ...QUARTER);
  const [{ referrer }] = await ground.rows(
    "select code as referrer from code_list_entry where list_code = 'COD327' order by code limit 1",
  );
  const wrong = 'municipality;careForm;referrer;referrals;starts\nGM0014;JH1221;nobody;3;2\n';
  expect((await ground.upload(supplier, id, 'referrals', wrong)).result).toBe('REFUSED');
  expect(await ground.rows('select from draft_lines')).toEqual([]);
  const csv = `municipality;careForm;referrer;referrals;starts;waitingDays\nGM0014;JH1221;${referrer};3;2;12,5\nGM0034;JH1221;${referrer};4;1;\n`;
  expect(await ground.upload(supplier, id, 'referrals', csv)).toMatchObject({ result: 'READ', lines: 2 });
  const [{ unit }] = await ground.rows('select unit from declaration limit 1');
  const national = `kvkNumber;municipality;careForm;amount;volume;unit\n${kvk};GM0014;JH1221;1.500,25;10;${unit}\n`;
  expect(await ground.upload(supplier, id, 'nationalDeclarations', national)).toMatchObject({
    result: 'READ',
    lines: 1,
  });
  await ground.deliver(supplier, id);
  const of = { period_start: '2026-10-01', period_end: '2027-01-01', care_form_code: 'JH1221', region_code: 'JZ01' };
  const referrals = await landed(id, 'referral');
  expect(referrals).toHaveLength(2);
  const referral = { ...of, referrer_code: referrer };
  const [{ other }] = await ground.rows("select region_code as other from municipality where code = 'GM0034'");
  expect(referrals).toEqual(
    expect.arrayContaining([
      { ...referral, municipality_code: 'GM0014', referrals: 3, starts: 2, waiting_days: 12.5 },
      { ...referral, municipality_code: 'GM0034', referrals: 4, starts: 1, waiting_days: null, region_code: other },
    ]),
  );
  expect(await landed(id, 'declaration')).toEqual([
    { ...of, provider_id: wissel.providerId, municipality_code: 'GM0014', amount_cents: 150_025, volume: 10, unit },
  ]);
  expect(await ground.rows('select from draft_lines where delivery_id = $1', [uuidOf(id)])).toEqual([]);
});

it('leaves the summaries as they are when those of everyone are made again', async () => {
  const { left, again } = await ground.summaries();
  expect(left).toEqual(again);
});

it('refuses a list of which a line finds nobody in the register any more, rather than landing the rest', async () => {
  const [{ key }] = await ground.rows("select key from party where kind = 'DATA_SUPPLIER' order by key limit 1");
  const supplier = await ground.viewer(key);
  const id = await ground.corrected(supplier, await ground.taskOf(supplier, COVENANT, ...QUARTER));
  const [{ unit }] = await ground.rows('select unit from declaration limit 1');
  const national = (amount: string) => `${kvk};GM0014;JH1221;${amount};10;${unit}\n`;
  const csv = `kvkNumber;municipality;careForm;amount;volume;unit\n${national('1')}${national('2')}`;
  expect(await ground.upload(supplier, id, 'nationalDeclarations', csv)).toMatchObject({ result: 'READ', lines: 2 });
  const [{ referrer }] = await ground.rows('select referrer_code as referrer from referral limit 1');
  const referral = `municipality;careForm;referrer;referrals;starts\nGM0014;JH1221;${referrer};3;2\n`;
  expect(await ground.upload(supplier, id, 'referrals', referral)).toMatchObject({ result: 'READ', lines: 1 });
  await ground.complete(supplier, id, {});
  await ground.rows("update provider set kvk_number = '00000001' where id = $1", [wissel.providerId]);
  const { errors } = await ground.step(supplier, 'submitDelivery', id);
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
    message: expect.stringContaining('register'),
  });
  expect(await landed(id, 'declaration')).toEqual([]);
});
