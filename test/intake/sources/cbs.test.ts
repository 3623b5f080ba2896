/** Mergers that took place, as public knowledge has them (CBS, "Gemeentelijke indeling"). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRows } from '../../../seeds/csv';
import { asSystem } from '../../../src/database/prepare';
import { check } from '../../../src/intake/sources/cbs';
import type { Merger } from '../../../src/intake/sources/cbs/areas';
import { type Kind, type RowOf, readTable, type Table } from '../../../src/intake/sources/cbs/read-table';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { fingerprint, NOW } from '../../support/refreshed';

const REFERENCE = join(__dirname, '../../../seeds/reference');
const listOf = <K extends Kind>(path: string) =>
  csvRows<RowOf<K> extends Record<infer C extends string, string> ? C : never>(
    readFileSync(join(REFERENCE, path), 'utf8'),
  ) as unknown as RowOf<K>[];
const TODAY = listOf<'municipalities'>('areas/gemeenten_jeugdregio_2025.csv');
const CODES = listOf<'codeLists'>('codelists/ijw_3_2_codelijsten.csv');
const FORMS = listOf<'careForms'>('codelists/cbs_vormen_van_jeugdzorg.csv');

/** 1 January 2026: Wijdemeren went into Hilversum, which kept its code. */
const HILVERSUM: readonly Merger[] = [{ oude_code: 'GM1696', nieuwe_code: 'GM0402', datum: '2026-01-01' }];
const WITHOUT_WIJDEMEREN = TODAY.filter((row) => row.gemeente_code !== 'GM1696');
/** 1 January 2023: Brielle, Hellevoetsluis and Westvoorne became Voorne aan Zee. */
const VOORNE: readonly Merger[] = ['GM0501', 'GM0530', 'GM0614'].map((oude_code) => ({
  oude_code,
  nieuwe_code: 'GM1992',
  datum: '2023-01-01',
}));

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

interface Given {
  readonly mergers?: readonly Merger[];
  readonly on?: string | null;
  readonly now?: Date;
  readonly listVersion?: string | null;
}

/** Checks and, when asked, adopts: as the command does, in one transaction. */
const run = (table: Table, { mergers = [], on = null, now = NOW, listVersion = null }: Given = {}, adopts = true) =>
  asSystem(database.ownerUrl, database.contextKey, (archive) =>
    archive.transaction(async (tx) => {
      const found = await check(tx, { table, mergers, on, listVersion, digest: 'sha256:test' }, now);
      if (adopts && !found.isNothing) await found.adopt();
      return found;
    }),
  );
const areas = (rows: readonly RowOf<'municipalities'>[]): Table => ({ kind: 'municipalities', rows });
const refusalOf = (table: Table, given?: Given) =>
  run(table, given).then(
    () => '',
    (error: Error) => error.message,
  );
const deeds = async () =>
  (await database.owner.query("select action from audit_entry where action like '%adopted' order by id")).map(
    ({ action }: { action: string }) => action,
  );
const REPORTED = ['contract', 'declaration', 'municipal_report', 'delivery', 'referral', 'tariff'];
const reported = async () => {
  const parts = REPORTED.map(
    (table) => `select '${table}' as name, md5(string_agg(t::text, '' order by t::text)) as content from ${table} t`,
  );
  return database.owner.query(parts.join(' union all '));
};

it('finds that the list the archive was made from changes nothing', async () => {
  const { told, isNothing } = await run(areas(TODAY));
  expect({ told, isNothing, deeds: await deeds() }).toEqual({ told: [], isNothing: true, deeds: [] });
});

it('ends Wijdemeren where it went into Hilversum, tells what it leaves behind, and keeps what it reported', async () => {
  const [{ id }] = await database.owner.query(
    `insert into contract (provider_id, client_kind, client_municipality_code, region_code, care_form_code, reported_by, reference,
       starts_on, ends_on, annual_value_cents, type, procurement, funding)
     select p.id, 'MUNICIPALITY', 'GM1696', 'JZ16', 'JH1221', 'CLIENT', 'C-1', '2025-01-01', '2028-01-01', 12500000, 'SERVICE', 'TENDER', 'INSPANNING'
     from provider p order by key limit 1 returning id`,
  );
  const before = await reported();
  const people =
    "select inhabitants, youth_estimate as youth from municipality where code in ('GM0402', 'GM1696') order by code";
  const [hilversum, wijdemeren] = await database.owner.query(people);
  const { told } = await run(areas(WITHOUT_WIJDEMEREN), { mergers: HILVERSUM });
  expect(told[0]).toBe('GM1696 Wijdemeren ends on 2026-01-01, and goes into GM0402.');
  expect(told).toContainEqual(expect.stringMatching(/^ {2}GM1696: \d+ contracts run on \(EUR \d+ a year\)/));
  expect(told).toContainEqual(expect.stringMatching(/^ {2}GM1696: 1 accounts still sign in/));
  const ended = await database.owner.query(
    `select m.valid_to::text as "to", r.valid_to::text as "memberTo", r.region_code as region
     from municipality m join region_membership r on r.municipality_code = m.code where m.code = 'GM1696'`,
  );
  expect(ended).toEqual([{ to: '2026-01-01', memberTo: '2026-01-01', region: 'JZ16' }]);
  expect(await database.owner.query(people)).toEqual([
    { inhabitants: hilversum.inhabitants + wijdemeren.inhabitants, youth: hilversum.youth + wijdemeren.youth },
    wijdemeren,
  ]);
  expect(await reported()).toEqual(before);
  expect(
    await database.owner.query('select client_municipality_code as code from contract where id = $1', [id]),
  ).toEqual([{ code: 'GM1696' }]);
  expect(await deeds()).toEqual(['municipalities adopted']);
  const again = await run(areas(WITHOUT_WIJDEMEREN), { mergers: HILVERSUM });
  expect([again.isNothing, again.told, await deeds()]).toEqual([true, [], ['municipalities adopted']]);
});

it('makes Voorne aan Zee of three, with its party and its place in the region', async () => {
  const old = [
    ['GM0501', 'Brielle', 17_439],
    ['GM0530', 'Hellevoetsluis', 40_312],
    ['GM0614', 'Westvoorne', 14_820],
  ] as const;
  await database.owner.query('truncate municipality cascade');
  const insert = (code: string, name: string, province: string, region: string, people: number | null) =>
    database.owner.query(
      `with m as (insert into municipality (code, name, province_code, region_code, valid_from, inhabitants, youth_estimate)
         values ($1, $2, $3, $4, '2016-01-01', $5::int, $5::int) returning code, valid_from, region_code)
       insert into region_membership (municipality_code, valid_from, region_code) select * from m`,
      [code, name, province, region, people],
    );
  const voorne = TODAY.find((row) => row.gemeente_code === 'GM1992') as RowOf<'municipalities'>;
  for (const row of TODAY)
    if (row !== voorne)
      await insert(row.gemeente_code, row.gemeente_naam, row.provincie_code, row.jeugdregio_code, null);
  for (const [code, name, people] of old)
    await insert(code, name, voorne.provincie_code, voorne.jeugdregio_code, people);

  const { told } = await run(areas(TODAY), { mergers: VOORNE });
  expect(told.slice(0, 4)).toEqual([
    ...old.map(([code, name]) => `${code} ${name} ends on 2023-01-01, and goes into GM1992.`),
    `GM1992 ${voorne.gemeente_naam} begins on 2023-01-01 in ${voorne.jeugdregio_code}, as a party without accounts yet.`,
  ]);
  const [made] = await database.owner.query(
    `select m.name, m.valid_from::text as "from", m.valid_to as "to", m.inhabitants, r.region_code as region, r.valid_from::text as "memberFrom",
       p.key, p.kind, p.name as party, p.region_code as "partyRegion"
     from municipality m join region_membership r on r.municipality_code = m.code join party p on p.municipality_code = m.code
     where m.code = 'GM1992'`,
  );
  expect(made).toEqual({
    ...{ name: voorne.gemeente_naam, from: '2023-01-01', to: null, inhabitants: 17_439 + 40_312 + 14_820 },
    ...{ region: voorne.jeugdregio_code, memberFrom: '2023-01-01', partyRegion: voorne.jeugdregio_code },
    ...{ key: 'municipality:GM1992', kind: 'MUNICIPALITY', party: `Gemeente ${voorne.gemeente_naam}` },
  });
  expect((await run(areas(TODAY), { mergers: VOORNE })).isNothing).toBe(true);
});

it('moves a municipality to another region from a day, and keeps where it was', async () => {
  const moved = TODAY.map((row) =>
    row.gemeente_code === 'GM0050' ? { ...row, jeugdregio_code: 'JZ08', gemeente_naam: 'Zeewolde aan Zee' } : row,
  );
  const { told } = await run(areas(moved), { on: '2026-07-01' });
  expect(told).toEqual([
    'GM0050 Zeewolde goes from JZ12 to JZ08 on 2026-07-01.',
    'GM0050 Zeewolde is called Zeewolde aan Zee from now on.',
  ]);
  const memberships = await database.owner.query(
    `select region_code as region, valid_from::text as "from", valid_to::text as "to" from region_membership where municipality_code = 'GM0050' order by 2`,
  );
  expect(memberships).toEqual([
    { region: 'JZ12', from: '2016-01-01', to: '2026-07-01' },
    { region: 'JZ08', from: '2026-07-01', to: null },
  ]);
  const [party] = await database.owner.query(
    "select name, region_code as region from party where municipality_code = 'GM0050'",
  );
  expect(party).toEqual({ name: 'Gemeente Zeewolde aan Zee', region: 'JZ08' });
});

const change = (code: string, to: Partial<RowOf<'municipalities'>>) =>
  TODAY.map((row) => (row.gemeente_code === code ? { ...row, ...to } : row));
const FLEVOLAND_ONLY = TODAY.map((row) => (row.jeugdregio_code === 'JZ01' ? { ...row, jeugdregio_code: 'JZ02' } : row));
it.each<[string, readonly RowOf<'municipalities'>[], Given, RegExp]>([
  [
    'one that is gone without a merger',
    WITHOUT_WIJDEMEREN,
    {},
    /GM1696: is in no row any more: say what it merged into/,
  ],
  [
    'one that is new without a merger',
    change('GM0014', { gemeente_code: 'GM7777' }),
    {},
    /GM7777: is new: say what it came from/,
  ],
  [
    'one in two regions',
    [...TODAY, { ...(TODAY[0] as RowOf<'municipalities'>), jeugdregio_code: 'JZ02' }],
    {},
    /GM0014: is in two regions/,
  ],
  ['one that stands twice', [...TODAY, TODAY[0] as RowOf<'municipalities'>], {}, /GM0014: stands in the list twice/],
  [
    'an unknown region',
    change('GM0014', { jeugdregio_code: 'JZ40' }),
    { on: '2026-07-01' },
    /GM0014: is in a region that is not known/,
  ],
  ['a region without municipalities', FLEVOLAND_ONLY, { on: '2026-07-01' }, /JZ01: would have no municipality left/],
  [
    'a move without a day',
    change('GM0014', { jeugdregio_code: 'JZ02' }),
    {},
    /GM0014: goes to another region: say from which day/,
  ],
  [
    'a move before it came',
    change('GM0014', { jeugdregio_code: 'JZ02' }),
    { on: '2015-01-01' },
    /before it came to the present one/,
  ],
  ['a day that is none', TODAY, { on: '2026-02-30' }, /--on: has no day/],
  [
    'an unknown old code',
    TODAY,
    { mergers: [{ oude_code: 'GM8888', nieuwe_code: 'GM0402', datum: '2026-01-01' }] },
    /GM8888: merges, and is not known/,
  ],
  ['an old code that is listed', TODAY, { mergers: HILVERSUM }, /GM1696: merges, and is still in the list/],
  [
    'a new code that is not',
    WITHOUT_WIJDEMEREN,
    { mergers: [{ oude_code: 'GM1696', nieuwe_code: 'GM7777', datum: '2026-01-01' }] },
    /GM7777: comes from a merger, and is not in the list/,
  ],
  ['a place that is none', change('GM0014', { lon: 'x' }), {}, /GM0014: has no longitude and latitude/],
  ['something that is no code', change('GM0014', { gemeente_code: '<b>' }), {}, /file: is no code such as GM0014/],
  [
    'a day that has not come',
    WITHOUT_WIJDEMEREN,
    { mergers: HILVERSUM, now: new Date('2025-12-31T12:00:00Z') },
    /does not hold yet: adopt it on the day/,
  ],
])('refuses %s, and leaves everything as it was', async (_, rows, given, says) => {
  const all = 'select md5(string_agg(m::text, chr(10) order by code)) as content from municipality m';
  const before = [await database.owner.query(all), await fingerprint(database.owner)];
  const refused = await refusalOf(areas(rows), given);
  expect(refused).toMatch(says);
  expect(refused).not.toContain('<b>');
  expect([await database.owner.query(all), await fingerprint(database.owner)]).toEqual(before);
});

it('takes back everything when one part of adopting fails', async () => {
  await database.owner.query(
    "create function stop() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$",
  );
  await database.owner.query('create trigger stop before insert on audit_entry for each row execute function stop()');
  expect(await refusalOf(areas(WITHOUT_WIJDEMEREN), { mergers: HILVERSUM })).toMatch(/stopped/);
  expect(await database.owner.query("select valid_to from municipality where code = 'GM1696'")).toEqual([
    { valid_to: null },
  ]);
});

describe('A release of the code lists', () => {
  const release = (rows: readonly RowOf<'codeLists'>[]): Table => ({ kind: 'codeLists', rows });
  const next = CODES.filter(({ lijst_code }) => lijst_code === 'JZ020')
    .filter(({ code }) => code !== '31')
    .map((row) => ({ ...row, release: 'iJw 3.3', waarde: row.code === '45' ? 'Ambulant' : row.waarde }));

  it('is added beside the one before it, and tells what is different', async () => {
    const added = [...next, { ...(next[0] as RowOf<'codeLists'>), code: '56', waarde: 'Verzonnen' }];
    const { told } = await run(release(added));
    expect(told).toEqual(['JZ020: 24 codes of iJw 3.3, 1 new, 1 with another name, 1 gone.']);
    const counts = await database.owner.query(
      "select release, count(*)::int as codes from code_list_entry where list_code = 'JZ020' group by 1 order by 1",
    );
    expect(counts).toEqual([
      { release: 'iJw 3.2', codes: 24 },
      { release: 'iJw 3.3', codes: 24 },
    ]);
    expect([(await run(release(added))).isNothing, await deeds()]).toEqual([true, ['code lists adopted']]);
  });

  it.each<[string, RowOf<'codeLists'>, RegExp]>([
    [
      'that says something else of a release',
      { ...(CODES[0] as RowOf<'codeLists'>), waarde: 'Anders' },
      /a release does not change/,
    ],
    ['with an empty cell', { ...(CODES[0] as RowOf<'codeLists'>), release: '' }, /empty or too long cell/],
  ])('%s is refused', async (_, row, says) => {
    expect(await refusalOf(release([row]))).toMatch(says);
    expect(await refusalOf(release([next[0], next[0]] as RowOf<'codeLists'>[]))).toMatch(/a code twice in one release/);
  });
});

describe('A list of forms of care', () => {
  const forms = (rows: readonly RowOf<'careForms'>[]): Table => ({ kind: 'careForms', rows });
  const NEW: RowOf<'careForms'> = {
    code: 'JR 12',
    naam: 'Maatregel',
    bovenliggend: 'JR 1',
    niveau: '2',
    ijw_productcategorie_jz020_equivalent: '49',
  };

  it('changes nothing when it is the list of the archive, and adds and renames when it is not', async () => {
    expect((await run(forms(FORMS))).isNothing).toBe(true);
    const renamed = FORMS.filter(({ code }) => code !== 'JB 122').map((row) =>
      row.code === 'JH 1221' ? { ...row, naam: 'Pleegzorg (nieuw)' } : row,
    );
    const wish = forms([NEW, ...renamed]);
    expect(await refusalOf(wish)).toMatch(/--version: is needed/);
    const { told } = await run(wish, { listVersion: 'CBS 85099NED 2027' });
    expect(told).toEqual([
      'JR12 Maatregel is new.',
      'JH1221 Pleegzorg (nieuw) has another name, place or product category.',
      'JB122 Voorlopige voogdij is not in the list any more, and stays for what names it.',
    ]);
    const rows = await database.owner.query(
      "select code, name, product_category as category, list_version as version from care_form where code in ('JR12', 'JH1221', 'JB122') order by 1",
    );
    expect(rows).toMatchObject([
      { code: 'JB122', version: 'CBS 85099NED 2022' },
      { code: 'JH1221', name: 'Pleegzorg (nieuw)', category: '35', version: 'CBS 85099NED 2027' },
      { code: 'JR12', category: '49', version: 'CBS 85099NED 2027' },
    ]);
  });

  it.each<[string, Partial<RowOf<'careForms'>>, RegExp]>([
    ['a parent that is not there', { bovenliggend: 'JR 9' }, /whose parent is not in the list/],
    ['a level that does not follow', { niveau: '4' }, /not one level above it/],
    ['a category that is used', { ijw_productcategorie_jz020_equivalent: '35' }, /one product category to two forms/],
    ['a category that is not known', { ijw_productcategorie_jz020_equivalent: '99' }, /in no release of JZ020/],
    ['a code that is there', { code: 'JR 1' }, /has a form twice/],
    ['no name', { naam: '' }, /without a sound code, name or level/],
  ])('with %s is refused', async (_, wrong, says) => {
    expect(await refusalOf(forms([...FORMS, { ...NEW, ...wrong }]), { listVersion: 'x' })).toMatch(says);
  });
});

describe('Reading a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ews-cbs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(join(folder, 'a.csv'), text);
    return readTable(join(folder, 'a.csv'));
  };
  it.each<[string, Kind, number]>([
    ['areas/gemeenten_jeugdregio_2025.csv', 'municipalities', 342],
    ['codelists/ijw_3_2_codelijsten.csv', 'codeLists', 126],
    ['codelists/cbs_vormen_van_jeugdzorg.csv', 'careForms', 24],
  ])('knows %s by its columns', (path, kind, rows) => {
    const table = readTable(join(REFERENCE, path));
    expect([table.kind, table.rows.length]).toEqual([kind, rows]);
  });
  it('knows a table of mergers, with a semicolon too', () => {
    expect(read('\ufeffoude_code;nieuwe_code;datum\nGM1696;GM0402;2026-01-01\n')).toEqual({
      kind: 'mergers',
      rows: HILVERSUM,
    });
  });
  it('refuses what is none of them', async () => {
    for (const text of ['', 'a,b\n1,2\n', 'oude_code,nieuwe_code,datum\n"', `x\n${'y'.repeat(6_000_000)}`])
      expect(() => read(text)).toThrow(/is no list of municipalities/);
    expect(() => readTable(join(folder, 'nowhere.csv'))).toThrow(/no such file/);
    await expect(run({ kind: 'mergers', rows: HILVERSUM })).rejects.toThrow(/is a table of mergers/);
  });
});
