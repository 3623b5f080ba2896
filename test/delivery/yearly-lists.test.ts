/** Lists of what runs, of one year after the other: what each of them says holds from its year on. */
import { readFilling } from '../../src/delivery/draft/filling';
import { readKnown } from '../../src/delivery/draft/known';
import type { Landing } from '../../src/delivery/land/landing';
import { settleList } from '../../src/delivery/land/yearly-lists';
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, type Rows, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let kvk: string;
const YEAR = ['2027-01-01', '2028-01-01'] as const;
const YEAR_BEFORE = ['2026-01-01', '2027-01-01'] as const;

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  [{ kvk }] = await ground.rows('select kvk_number as kvk from provider where id = $1', [wissel.providerId]);
}, 60_000);
afterAll(() => ground?.close());

/** Delivers a year, or corrects what was delivered of it. */
async function tell(viewer: Viewer, [start, end]: readonly [string, string], given: Rows): Promise<string> {
  const last = await ground.taskOf(viewer, COVENANT, start, end);
  const [{ status }] = await ground.rows('select status from delivery where id = $1', [uuidOf(last)]);
  const id = status === 'CONCEPT' ? last : await ground.corrected(viewer, last);
  for (const section of Object.keys(given)) await ground.empty(viewer, id, section);
  await ground.deliver(viewer, id, given);
  return uuidOf(id);
}
it('the invented world tells its lists one after the other: nothing is left to replace', async () => {
  const parties = await ground.rows(
    'select distinct d.party_id as "partyId" from delivery d join contract c on c.delivery_id = d.id',
  );
  expect(parties.length).toBeGreaterThan(10);
  const about = await ground.asSystem(async (tx) => {
    const found: string[] = [];
    for (const delivery of parties) {
      for (const section of ['providerContracts', 'tariffs', 'tenders']) {
        found.push(...(await settleList({ tx, delivery } as Landing, section)));
      }
    }
    return found;
  });
  expect(about).toEqual([]);
});

describe('contracts of two years', () => {
  const contract = (reference: string, startsOn: string, endsOn: string, annualValue: string) => ({
    ...{ client: 'GM0014', careForm: 'JH1221', type: 'SERVICE', procurement: 'TENDER', funding: 'INSPANNING' },
    ...{ reference, startsOn, endsOn, annualValue },
  });
  const held = () =>
    ground.rows(
      `select reference, starts_on::text as "startsOn", ends_on::text as "endsOn", (annual_value_cents / 100)::int as value, delivery_id as by
       from contract where provider_id = $1 and reported_by = 'PROVIDER' and ends_on > '2026-01-01' order by 1, 2`,
      [wissel.providerId],
    );
  const kept = (by: string) =>
    ground.rows(
      `select content ->> 'reference' as reference, content ->> 'ends_on' as "endsOn" from replaced_row where replaced_by_id = $1 order by 1`,
      [by],
    );
  let before: string;
  let now: string;

  it('end where a later list does not name them, go on where it does, and are renewed beside what ended', async () => {
    before = await tell(wissel, YEAR_BEFORE, {
      providerContracts: [
        contract('A', '01-01-2025', '31-12-2028', '1000'),
        contract('B', '01-01-2025', '31-12-2028', '1000'),
        contract('C', '01-01-2025', '31-12-2026', '1000'),
      ],
    });
    now = await tell(wissel, YEAR, {
      providerContracts: [
        contract('A', '01-01-2025', '31-12-2028', '2000'),
        contract('C', '01-01-2027', '31-12-2028', '2000'),
      ],
    });
    expect(await held()).toEqual([
      { reference: 'A', startsOn: '2025-01-01', endsOn: '2029-01-01', value: 2000, by: now },
      { reference: 'B', startsOn: '2025-01-01', endsOn: '2027-01-01', value: 1000, by: before },
      { reference: 'C', startsOn: '2025-01-01', endsOn: '2027-01-01', value: 1000, by: before },
      { reference: 'C', startsOn: '2027-01-01', endsOn: '2029-01-01', value: 2000, by: now },
    ]);
    expect(await kept(now)).toEqual([
      { reference: 'A', endsOn: '2029-01-01' },
      { reference: 'B', endsOn: '2029-01-01' },
    ]);
  });

  it('are offered again for a year in which they ran, and not for one before they began', async () => {
    const id = await ground.corrected(wissel, await ground.taskOf(wissel, COVENANT, '2025-01-01', '2026-01-01'));
    const { sections } = await ground.draft(wissel, id);
    const { suggested } = sections.find(({ code }: { code: string }) => code === 'providerContracts');
    const offered = suggested.map(({ cells }: { cells: { field: string; value: string }[] }) =>
      ['reference', 'startsOn'].map((name) => cells.find(({ field }) => field === name)?.value).join(' '),
    );
    expect(offered).toEqual(expect.arrayContaining(['A 2025-01-01', 'B 2025-01-01', 'C 2025-01-01']));
    expect(offered.filter((row: string) => row > '' && (row.split(' ')[1] as string) >= '2026-01-01')).toEqual([]);
  });

  it('are no contracts of its own to the correction of the list that told them', async () => {
    const id = await ground.corrected(wissel, await ground.taskOf(wissel, COVENANT, ...YEAR));
    const { ownContracts } = await ground.asSomebody(wissel, async (tx) =>
      readKnown(tx, await readFilling(tx, uuidOf(id), wissel.partyId)),
    );
    expect(ownContracts).toEqual([]);
  });

  it('are not overwritten by a correction of the year before', async () => {
    before = await tell(wissel, YEAR_BEFORE, {
      providerContracts: [
        contract('A', '01-01-2025', '31-12-2028', '1'),
        contract('D', '01-07-2026', '30-06-2027', '1'),
      ],
    });
    expect(await held()).toEqual([
      { reference: 'A', startsOn: '2025-01-01', endsOn: '2029-01-01', value: 2000, by: now },
      { reference: 'C', startsOn: '2027-01-01', endsOn: '2029-01-01', value: 2000, by: now },
      { reference: 'D', startsOn: '2026-07-01', endsOn: '2027-01-01', value: 1, by: before },
    ]);
    expect(await kept(now)).toEqual(expect.arrayContaining([{ reference: 'D', endsOn: '2027-07-01' }]));
  });

  it('are again what the year before told, where a correction tells nothing else', async () => {
    now = await tell(wissel, YEAR, { providerContracts: [contract('D', '01-07-2026', '30-06-2027', '3000')] });
    expect(await held()).toEqual([
      { reference: 'A', startsOn: '2025-01-01', endsOn: '2027-01-01', value: 1, by: before },
      { reference: 'D', startsOn: '2026-07-01', endsOn: '2027-07-01', value: 3000, by: now },
    ]);
  });

  it('keep what was before a renewal, within the year before and within the year, however often the lists are told', async () => {
    const older = ['A', 'E', 'F'].map((reference) => contract(reference, '01-01-2025', '31-12-2028', '1000'));
    before = await tell(wissel, YEAR_BEFORE, { providerContracts: older });
    const newer = [
      contract('A', '01-07-2026', '31-12-2029', '2000'),
      contract('E', '01-07-2027', '31-12-2029', '2000'),
      contract('F', '01-07-2024', '31-12-2029', '2000'),
    ];
    now = await tell(wissel, YEAR, { providerContracts: newer });
    const expected = () => [
      { reference: 'A', startsOn: '2025-01-01', endsOn: '2026-07-01', value: 1000, by: before },
      { reference: 'A', startsOn: '2026-07-01', endsOn: '2030-01-01', value: 2000, by: now },
      { reference: 'E', startsOn: '2025-01-01', endsOn: '2027-07-01', value: 1000, by: before },
      { reference: 'E', startsOn: '2027-07-01', endsOn: '2030-01-01', value: 2000, by: now },
      { reference: 'F', startsOn: '2024-07-01', endsOn: '2030-01-01', value: 2000, by: now },
    ];
    expect(await held()).toEqual(expected());
    const again = await ground.asSystem((tx) =>
      settleList({ tx, delivery: { partyId: wissel.partyId } } as Landing, 'providerContracts'),
    );
    expect(again).toEqual([]);
    before = await tell(wissel, YEAR_BEFORE, { providerContracts: older });
    expect(await held()).toEqual(expected());
    now = await tell(wissel, YEAR, { providerContracts: newer });
    expect(await held()).toEqual(expected());
  });
});

describe('what clients tell', () => {
  const of = { careForm: 'JH1221', funding: 'INSPANNING' };

  it('of contracts', async () => {
    const town = await ground.viewer('municipality:GM0014');
    const contract = { ...of, kvkNumber: kvk, type: 'SERVICE', procurement: 'TENDER', annualValue: '1000' };
    const from2026 = { ...contract, startsOn: '01-01-2026', endsOn: '31-12-2028' };
    const before = await tell(town, YEAR_BEFORE, {
      clientContracts: [
        { ...from2026, reference: 'A' },
        { ...from2026, reference: 'B' },
      ],
    });
    const now = await tell(town, YEAR, { clientContracts: [{ ...from2026, reference: 'A' }] });
    const held = await ground.rows(
      `select reference, ends_on::text as "endsOn", delivery_id as by from contract
       where client_municipality_code = 'GM0014' and reported_by = 'CLIENT' and ends_on > '2026-01-01' order by 1`,
    );
    expect(held).toEqual([
      { reference: 'A', endsOn: '2029-01-01', by: now },
      { reference: 'B', endsOn: '2027-01-01', by: before },
    ]);
  });

  it('of tariffs', async () => {
    const town = await ground.viewer('municipality:GM0014');
    const tariff = (productCode: string, validFrom: string, amount: string) => ({
      ...{ kvkNumber: kvk, careForm: 'JH1221', unit: 'HOUR', productCode, validFrom, amount },
    });
    await tell(town, YEAR_BEFORE, {
      tariffs: [tariff('45A44', '01-01-2026', '90'), tariff('45A45', '01-01-2026', '90')],
    });
    await tell(town, YEAR, { tariffs: [tariff('45A44', '01-01-2027', '95')] });
    await tell(town, YEAR_BEFORE, {
      tariffs: [tariff('45A44', '01-01-2026', '91'), tariff('45A45', '01-01-2026', '91')],
    });
    const held = () =>
      ground.rows(
        `select product_code as code, valid_from::text as "from", valid_to::text as "to", amount_cents::int as amount from tariff
         where client_municipality_code = 'GM0014' and coalesce(valid_to > '2026-01-01', true) order by 1, 2`,
      );
    expect(await held()).toEqual([
      { code: '45A44', from: '2026-01-01', to: '2027-01-01', amount: 9100 },
      { code: '45A44', from: '2027-01-01', to: null, amount: 9500 },
      { code: '45A45', from: '2026-01-01', to: '2027-01-01', amount: 9100 },
    ]);
    await tell(town, YEAR, { tariffs: [tariff('45A44', '01-07-2026', '95'), tariff('45A45', '01-07-2027', '95')] });
    const told = [
      { code: '45A44', from: '2026-01-01', to: '2026-07-01', amount: 9100 },
      { code: '45A44', from: '2026-07-01', to: null, amount: 9500 },
      { code: '45A45', from: '2026-01-01', to: '2027-07-01', amount: 9100 },
      { code: '45A45', from: '2027-07-01', to: null, amount: 9500 },
    ];
    expect(await held()).toEqual(told);
    await tell(town, YEAR_BEFORE, {
      tariffs: [tariff('45A44', '01-01-2026', '91'), tariff('45A45', '01-01-2026', '91')],
    });
    expect(await held()).toEqual(told);
  });

  it('of tenders', async () => {
    const region = await ground.viewer('region:JZ01');
    const tender = (subject: string, opensOn: string, startsOn: string, durationMonths = '48') => ({
      ...{ ...of, subject, opensOn, startsOn, durationMonths },
    });
    const held = () =>
      ground.rows(
        `select subject, starts_on::text as "startsOn", duration_months as months from tender_calendar_entry
         where region_code = 'JZ01' order by 1, 2`,
      );
    const past = tender('Verblijf', '01-02-2026', '01-01-2027');
    await tell(region, YEAR_BEFORE, {
      tenders: [past, tender('Daghulp', '01-03-2027', '01-01-2028'), tender('Pleegzorg', '01-03-2028', '01-01-2029')],
    });
    await tell(region, YEAR, {
      tenders: [tender('Verblijf', '01-02-2028', '01-01-2029'), tender('Daghulp', '01-03-2027', '01-01-2028', '24')],
    });
    const told = [
      { subject: 'Daghulp', startsOn: '2028-01-01', months: 24 },
      { subject: 'Verblijf', startsOn: '2027-01-01', months: 48 },
      { subject: 'Verblijf', startsOn: '2029-01-01', months: 48 },
    ];
    expect(await held()).toEqual(told);
    await tell(region, YEAR_BEFORE, { tenders: [past, tender('Pleegzorg', '01-03-2028', '01-01-2029')] });
    expect(await held()).toEqual(told);
  });
});

it('leaves the summaries as they are when those of everyone are made again', async () => {
  const { left, again } = await ground.summaries();
  expect(left).toEqual(again);
});
