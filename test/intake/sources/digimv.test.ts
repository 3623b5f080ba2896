import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refreshSummaries, SUMMARIES } from '../../../src/actions/refresh-summaries';
import { asSystem } from '../../../src/database/prepare';
import { importExport } from '../../../src/intake/sources/digimv';
import { centsIn, kvkNumberIn } from '../../../src/intake/sources/digimv/accounts';
import { filesAt, readExport } from '../../../src/intake/sources/digimv/read-export';
import { reportOf } from '../../../src/intake/sources/digimv/report';
import { LAYOUTS, type Layout } from '../../../src/intake/sources/digimv/variables';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { fingerprint, NOW } from '../../support/refreshed';
import { contentXml, ods, type Sheet, zip } from './spreadsheet';

const LAYOUT = LAYOUTS[2024] as Layout;
const PERSON = 'Wilhelmina Zandvliet-Marker';
const EQUITY = ['qEVTotaal_0Cons', 'qEVTotaal_1Cons'];

let database: TestDatabase;
let known: { id: string; kvk: string }[];
const folder = mkdtempSync(join(tmpdir(), 'ews-digimv-'));
const file = (name: string, content: Buffer | string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(async () => {
  database = await freshDatabase();
  known = await database.owner.query(
    `select p.id, p.kvk_number as kvk from provider p join ews_designation d on d.provider_id = p.id where d.valid_to is null
     order by p.key limit 3`,
  );
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Sheets as the export has them: joined on Code, not in the same order, and not everybody in each. */
function sheets(more: { equity?: number; revenueBefore?: number | null } = {}): Record<string, Sheet> {
  const [one, two, three] = known.map(({ kvk }) => kvk);
  return {
    Leeswijzer: [['Dataset DigiMV 2024'], ['Jaarverantwoording zorg']],
    Organisatie: [
      ['Toelichting'],
      ['Code', 'qNawNaam', 'qNawKvk', 'ExternalOrganizationId', 'qFuncNaam_1'],
      ['A1', 'Eerste', Number(one), one ?? '', PERSON],
      ['A2', 'Tweede', two ?? '', null, PERSON],
      ['A3', 'Derde', null, three ?? '', PERSON],
      ['A4', 'Onbekend', '00000001', '00000001', PERSON],
      ['A5', 'Zonder nummer', null, null, PERSON],
      ['A6', 'Twee nummers', '00000002', '00000003', PERSON],
    ],
    Resultatenrekening: [
      ['qTotaalBaten_1Cons', 'Code', 'qTotaalBaten_0Cons', 'qResultaatNaBelasting_0Cons'],
      [null, 'A4', 5_000_000, 1],
      [more.revenueBefore === undefined ? 9_000_000 : more.revenueBefore, 'A1', 10_000_000, -250_000],
      [null, 'A2', 'n.v.t.', 40_000],
      [1, 'A6', 1, 1],
    ],
    Balans: [
      ['Code', ...EQUITY, 'qFuncNaam_2'],
      ['A1', more.equity ?? 2_000_000, 1_500_000, PERSON],
    ],
  };
}

const run = (files: readonly string[], more: { checked?: string[]; isDryRun?: boolean; bookYear?: number } = {}) =>
  asSystem(database.ownerUrl, database.contextKey, (archive) =>
    importExport(
      archive,
      { files, bookYear: 2024, checked: EQUITY, isDryRun: false, digest: 'sha256:test', ...more },
      NOW,
    ),
  );
const figures = (year: number) =>
  database.owner.query(
    `select p.kvk_number as kvk, item, period_start::text as "from", as_of::text as "asOf", value::text, is_cumulative as "toDate"
     from figure f join provider p on p.id = f.provider_id
     where source = 'DIGIMV' and is_current and period_end = make_date($1 + 1, 1, 1) and p.kvk_number = any ($2) order by 1, 2`,
    [year, known.map(({ kvk }) => kvk)],
  );
const imports = async () =>
  (
    await database.owner.query("select count(*)::int as n from audit_entry where action = 'annual accounts imported'")
  )[0].n;
const everything = async () => {
  const tables: { name: string }[] = await database.owner.query(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const rows = tables.map(({ name }) => `select t::text as row from ${name} t`);
  return database.owner.query(`select count(*)::int as n from (${rows.join(' union all ')}) r where row like $1`, [
    `%${PERSON.slice(0, 12)}%`,
  ]);
};

it('says what it would do, and does nothing, on trial', async () => {
  const before = [await figures(2024), await fingerprint(database.owner), await imports()];
  const report = await run([file('trial.ods', ods(sheets()))], { isDryRun: true });
  expect(report.imported).toMatchObject({ known: 3, unknown: 1, added: 4 });
  expect(reportOf(report)).toMatch(/4 figures would be added.*\nNothing was changed: leave out --dry-run/);
  expect([await figures(2024), await fingerprint(database.owner), await imports()]).toEqual(before);
});

it('takes what the table names, joined on Code and by the number of the Chamber of Commerce', async () => {
  const report = await run([file('export.ods', ods(sheets()))]);
  const [one, two] = known.map(({ kvk }) => kvk).sort();
  const kvk = known[0]?.kvk;
  const stock = { from: '2024-10-01', asOf: '2024-12-31', toDate: false };
  const flow = { from: '2024-01-01', asOf: '2024-12-31', toDate: true };
  expect(await figures(2024)).toEqual([
    { kvk, item: 'equity', value: '200000000', ...stock },
    { kvk, item: 'revenue', value: '1000000000', ...flow },
  ]);
  expect(await figures(2023)).toMatchObject([
    { kvk, item: 'equity', value: '150000000', from: '2023-10-01' },
    { kvk, item: 'revenue', value: '900000000', from: '2023-01-01' },
  ]);
  expect([one, two]).not.toContain(undefined);
  expect(reportOf(report).split('\n')).toEqual(
    expect.arrayContaining([
      'DigiMV 2024: 6 organisations in 3 of 4 tables.',
      '  qTotaalBaten_0Cons: read as revenue.',
      '  qResultaatNaBelasting_0Cons: there, but not read as net_result (name looked for by others, not confirmed). Look it up in the dictionary, and add --checked qResultaatNaBelasting_0Cons.',
      '  qEVTotaal_0Cons: read as equity, on your word (name not confirmed).',
      '  qEigenVermogen_0Cons: not in these files.',
      'Taken: 4 organisations, of which 3 are in the register of providers.',
      '  1 are not in it, and were left out.',
      '  1 have no number of the Chamber of Commerce.',
      '  1 have two different numbers of the Chamber of Commerce.',
      '  1 cells are no amount, and were passed over.',
      '4 figures were added, 0 of an earlier import were replaced, of 1 providers.',
    ]),
  );
});

it('loads no name of a person: it is nowhere in the database, nor in the report', async () => {
  const report = await run([file('export.ods', ods(sheets()))]);
  expect(contentXml(sheets())).toContain(PERSON);
  expect(await everything()).toEqual([{ n: 0 }]);
  expect(
    JSON.stringify([report.read.columns, [...report.read.organisations].map(([, picked]) => [...picked])]),
  ).not.toContain(PERSON);
  expect(reportOf(report)).not.toContain(PERSON);
});

it('changes nothing the second time, and writes no second deed', async () => {
  const before = [await figures(2024), await figures(2023), await fingerprint(database.owner), await imports()];
  const { imported } = await run([file('again.ods', ods(sheets()))]);
  expect(imported).toMatchObject({ added: 0, replaced: 0, providerIds: [] });
  expect([await figures(2024), await figures(2023), await fingerprint(database.owner), await imports()]).toEqual(
    before,
  );
});

it('replaces what an earlier import of that year said, keeps it as it was, and leaves the year before alone', async () => {
  const [{ n: deeds }] = [{ n: await imports() }];
  const { imported } = await run([file('corrected.ods', ods(sheets({ equity: -1, revenueBefore: 1 })))]);
  expect(imported).toMatchObject({ added: 1, replaced: 1 });
  expect(await figures(2024)).toMatchObject([{ item: 'equity', value: '-100' }, { item: 'revenue' }]);
  expect(await figures(2023)).toMatchObject([{ value: '150000000' }, { value: '900000000' }]);
  const old = await database.owner.query(
    "select value::text from figure where source = 'DIGIMV' and not is_current and item = 'equity' and provider_id = $1",
    [known[0]?.id],
  );
  expect(old).toEqual([{ value: '200000000' }]);
  expect(await imports()).toBe(deeds + 1);
});

it('makes the summaries right in the same transaction', async () => {
  const after = await fingerprint(database.owner);
  await asSystem(database.ownerUrl, database.contextKey, (archive) =>
    archive.transaction(async (tx) => {
      for (const table of ['provider_risk', ...SUMMARIES]) await tx.query(`delete from ${table}`);
      await refreshSummaries(tx, 'all', NOW);
    }),
  );
  expect(await fingerprint(database.owner)).toEqual(after);
  const [row] = await database.owner.query(
    "select origins from provider_quarter where provider_id = $1 and quarter = '2024-10-01'",
    [known[0]?.id],
  );
  expect(row).toBeDefined();
});

it('reads a folder of CSV files as it reads the spreadsheet', async () => {
  const csv = mkdtempSync(join(folder, 'csv-'));
  for (const [name, rows] of Object.entries(sheets())) {
    const lines = rows.map((row) => row.map((cell) => (cell === null ? '' : `"${cell}"`)).join(';'));
    writeFileSync(join(csv, `${name}.csv`), `\ufeff${lines.join('\r\n')}\r\n`);
  }
  const fromCsv = await readExport(filesAt(csv), LAYOUT);
  const fromOds = await readExport([file('same.ods', ods(sheets()))], LAYOUT);
  const plain = (read: typeof fromCsv) =>
    [...read.organisations].map(([code, cells]) => [code, [...cells].sort()]).sort();
  expect(plain(fromCsv)).toEqual(plain(fromOds));
  expect(fromCsv.columns).toEqual(fromOds.columns);
});

it('leaves out a number that comes twice with different amounts, and a key that contradicts itself', async () => {
  const [one] = known.map(({ kvk }) => kvk);
  const twice = {
    A: [
      ['Code', 'qNawKvk', 'qTotaalBaten_0Cons'],
      ['B1', one ?? '', 1],
      ['B2', one ?? '', 2],
    ],
  };
  const other = {
    ...sheets(),
    Nog: [
      ['Code', 'qTotaalBaten_0Cons'],
      ['A1', 11],
    ],
  };
  for (const [tables, why] of [
    [twice, 'twice'],
    [other, 'contradicting'],
  ] as const) {
    const report = await run([file('wrong.ods', ods(tables))], { isDryRun: true });
    expect([report.accounts.notTaken.get(why), report.imported.added]).toEqual([1, 0]);
  }
});

describe('A file that is not what it should be', () => {
  const zeros = Buffer.alloc(40_000_000, ' ');
  const content = Buffer.from(contentXml({}));
  const wide = contentXml({ A: [['Code', 'x']] }).replace(
    '<table:table-cell office',
    '<table:table-cell table:number-columns-repeated="9999999" office',
  );
  it.each<[string, string, Buffer | string, RegExp]>([
    [
      'bomb.ods',
      'a bomb',
      zip([{ name: 'content.xml', content: Buffer.concat([Buffer.from('<a>'), zeros, Buffer.from('</a>')]) }]),
      /unpacks to more|comment that is too long/,
    ],
    [
      'tags.ods',
      'a bomb of tags',
      zip([{ name: 'content.xml', content: Buffer.from(`<a>${'<b/>'.repeat(5_000_000)}</a>`) }]),
      /unpacks to more/,
    ],
    [
      'lie.ods',
      'a size that is a lie',
      zip([{ name: 'content.xml', content, saysSize: 10 }]),
      /cannot be read as a spreadsheet/,
    ],
    [
      'wide.ods',
      'a cell that is repeated ten million times',
      zip([{ name: 'content.xml', content: Buffer.from(wide) }]),
      /unpacks to more/,
    ],
    [
      'dtd.ods',
      'a DTD',
      zip([{ name: 'content.xml', content: Buffer.from(`<!DOCTYPE a [<!ENTITY b "c">]><a/>`) }]),
      /holds a DTD/,
    ],
    ['text.ods', 'no zip', 'Code;x\n', /cannot be read as a spreadsheet/],
    ['other.ods', 'no content', zip([{ name: 'a.xml', content }]), /cannot be read as a spreadsheet/],
    ['empty.ods', 'no table of DigiMV', ods({ A: [['x'], ['y']] }), /no table with the column that joins/],
    ['double.ods', 'a column twice', ods({ A: [['Code', 'qNawKvk', 'qNawKvk']] }), /a column twice/],
    ['a.xlsx', 'another kind', 'PK', /must be an .ods, a .csv/],
    ['quote.csv', 'no CSV', 'Code,x\n"a,b\n', /cannot be read as CSV/],
  ])('%s: with %s is refused', async (name, _, bytes, says) => {
    await expect(readExport([file(name, bytes)], LAYOUT)).rejects.toThrow(says);
  });

  it('is refused when it is not there', () => {
    mkdirSync(join(folder, 'none'), { recursive: true });
    expect(() => filesAt(join(folder, 'nowhere.ods'))).toThrow(/no such file/);
    expect(filesAt(join(folder, 'none'))).toEqual([]);
  });
});

it.each([
  ['10000000', 1_000_000_000n],
  ['-1.5', -150n],
  ['1.234.567,89', 123_456_789n],
  ['1.0E7', 1_000_000_000n],
  ['0', 0n],
  ['12a', null],
  ['1e400', null],
  ['', null],
  ['--1', null],
])('reads %s as %s cents', (text, cents) => expect(centsIn(text)).toBe(cents));

it.each([
  ['12345678', '12345678'],
  ['1234567', '01234567'],
  ['123456', null],
  [undefined, null],
])('reads the number %s as %s', (text, number) => expect(kvkNumberIn(text)).toBe(number));
