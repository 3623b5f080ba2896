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
  ...{ reference: 'C-2027-1', careForm: 'JH1221', startsOn: '01-01-2027', endsOn: '31-12-2027' },
  ...{ annualValue: '120.000', type: 'RAAM', procurement: 'OPEN_HOUSE', funding: 'INSPANNING' },
};
const landed = (id: string, table: string, columns: string) =>
  ground.rows(`select ${columns} from ${table} where delivery_id = $1 order by 1`, [uuidOf(id)]);
const OF_A_CONTRACT = `client_kind as kind, coalesce(client_municipality_code, client_region_code, 'LTA') as client, reported_by as by,
  ends_on::text as "endsOn", annual_value_cents::int8 as value`;

/** Codes of the words, so that a test does not depend on which ones there are. */
async function contractOf(viewer: Viewer, id: string, section: string) {
  const { sections } = await ground.draft(viewer, id);
  const { fields } = sections.find(({ code }: { code: string }) => code === section);
  const first = (name: string) => fields.find(({ code }: { code: string }) => code === name).choices[0].code;
  return { ...CONTRACT, type: first('type'), procurement: first('procurement'), funding: first('funding') };
}

it('contracts by the word of their provider', async () => {
  const id = await ground.taskOf(wissel, COVENANT, ...YEAR);
  const contract = await contractOf(wissel, id, 'providerContracts');
  await ground.deliver(wissel, id, {
    providerContracts: [
      { client: 'GM0014', ...contract },
      { client: 'JZ01', ...contract },
      { client: 'LTA', ...contract },
    ],
  });
  const of = { by: 'PROVIDER', endsOn: '2028-01-01', value: '12000000' };
  expect(await landed(id, 'contract', OF_A_CONTRACT)).toEqual([
    { kind: 'LTA', client: 'LTA', ...of },
    { kind: 'MUNICIPALITY', client: 'GM0014', ...of },
    { kind: 'REGION', client: 'JZ01', ...of },
  ]);
});

it('contracts and tariffs by the word of a municipality', async () => {
  const id = await ground.taskOf(town, COVENANT, ...YEAR);
  const contract = await contractOf(town, id, 'clientContracts');
  const tariff = {
    kvkNumber: kvk,
    careForm: 'JH1221',
    productCode: '45A44',
    unit: 'HOUR',
    amount: '99,50',
    validFrom: '01-01-2027',
  };
  await ground.deliver(town, id, {
    clientContracts: [{ kvkNumber: kvk, ...contract }],
    tariffs: [
      { ...tariff, unit: (await unitOf(town, id)) as string, validTo: '31-12-2027' },
      { ...tariff, unit: (await unitOf(town, id)) as string, productCode: '45A45' },
    ],
  });
  expect(await landed(id, 'contract', OF_A_CONTRACT)).toEqual([
    { kind: 'MUNICIPALITY', client: 'GM0014', by: 'CLIENT', endsOn: '2028-01-01', value: '12000000' },
  ]);
  const columns =
    'product_code as code, client_municipality_code as client, amount_cents::int as amount, valid_to::text as "validTo"';
  expect(await landed(id, 'tariff', columns)).toEqual([
    { code: '45A44', client: 'GM0014', amount: 9950, validTo: '2028-01-01' },
    { code: '45A45', client: 'GM0014', amount: 9950, validTo: null },
  ]);
});
async function unitOf(viewer: Viewer, id: string) {
  const { sections } = await ground.draft(viewer, id);
  const { fields } = sections.find(({ code }: { code: string }) => code === 'tariffs');
  return fields.find(({ code }: { code: string }) => code === 'unit').choices[0].code;
}

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
  const { funding } = await contractOf(region, id, 'clientContracts');
  const tender = {
    careForm: 'JH1221',
    subject: 'Jeugdhulp met verblijf',
    opensOn: '01-03-2027',
    startsOn: '01-01-2028',
  };
  await ground.deliver(region, id, { tenders: [{ ...tender, funding, durationMonths: '48' }] });
  const columns = 'subject, region_code as region, opens_on::text as "opensOn", duration_months as months';
  expect(await landed(id, 'tender_calendar_entry', columns)).toEqual([
    { subject: 'Jeugdhulp met verblijf', region: 'JZ01', opensOn: '2027-03-01', months: 48 },
  ]);
  const contracts = await landed(id, 'contract', OF_A_CONTRACT);
  expect(new Set(contracts.map(({ kind, client, by }) => `${kind} ${client} ${by}`))).toEqual(
    new Set(['REGION JZ01 CLIENT']),
  );
});

it('the quarterly report of a municipality', async () => {
  const id = await ground.taskOf(town, COVENANT, ...QUARTER);
  await ground.deliver(town, id, {
    municipalReport: [{ careForm: 'JH1221', budget: '4.000.000', realised: '1.000.000', clients: '40' }],
  });
  const columns =
    'care_form_code as form, municipality_code as town, period_start::text as start, budget_cents::int8 as budget, realised_cents::int8 as realised, clients';
  expect(await landed(id, 'municipal_report', columns)).toEqual([
    { form: 'JH1221', town: 'GM0014', start: '2026-10-01', budget: '400000000', realised: '100000000', clients: 40 },
  ]);
});

it('personnel, and how long people wait: the longest wait, and everybody who waits', async () => {
  const staff = await ground.taskOf(wissel, COVENANT, '2026-07-01', '2027-01-01');
  await ground.deliver(wissel, staff, { personnel: [{ 'A5.7': '6,5%', 'A5.10': '12' }] });
  expect(
    await landed(staff, 'personnel_report', 'sickness_primary::float as sickness, vacancies::int, provider_id as id'),
  ).toEqual([{ sickness: 0.065, vacancies: 12, id: wissel.providerId }]);
  const id = await ground.taskOf(wissel, REGELING, ...QUARTER);
  await ground.deliver(wissel, id, {
    waiting: [
      { careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' },
      { careForm: 'JH1221', region: 'JZ02', waitingDays: '45,5', waitingCount: '7' },
    ],
  });
  const figures = await ground.rows(
    "select item, value::float from figure where delivery_id = $1 and item like 'waiting%' order by item",
    [uuidOf(id)],
  );
  expect(figures).toEqual([
    { item: 'waiting_count', value: 12 },
    { item: 'waiting_days', value: 45.5 },
  ]);
});

it('the forms of care that a provider offers, in place of those of an earlier quarter and never of a later one', async () => {
  const offered = async () =>
    (
      await ground.rows(
        'select care_form_code as form from provider_care_form where provider_id = $1 and delivery_id is not null order by 1',
        [wissel.providerId],
      )
    ).map(({ form }) => form);
  const waiting = [{ careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' }];
  const named = await offered();
  expect(named).not.toContain('JB111');
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
  expect(
    await landed(id, 'referral', 'municipality_code as town, referrals, starts, waiting_days::float as days'),
  ).toEqual([
    { town: 'GM0014', referrals: 3, starts: 2, days: 12.5 },
    { town: 'GM0034', referrals: 4, starts: 1, days: null },
  ]);
  expect(
    await landed(id, 'declaration', 'provider_id as id, amount_cents::int as amount, region_code as region'),
  ).toEqual([{ id: wissel.providerId, amount: 150_025, region: 'JZ01' }]);
  expect(await ground.rows('select from draft_lines where delivery_id = $1', [uuidOf(id)])).toEqual([]);
});
