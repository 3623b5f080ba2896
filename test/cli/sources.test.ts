/** The commands that read what comes from elsewhere, as an operator runs them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINE, message } from '../intake/sources/jw323-message';
import { ods } from '../intake/sources/spreadsheet';
import { freshDatabase, type TestDatabase } from '../support/database';
import { run } from '../support/programs';

const BSN = ['9876', '54329'].join('');
const folder = mkdtempSync(join(tmpdir(), 'ews-sources-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function command(name: string, files: Readonly<Record<string, string | Buffer>>, ...words: string[]) {
  const paths = Object.entries(files).map(([file, content]) => {
    writeFileSync(join(folder, file), content);
    return join(folder, file);
  });
  const environment = { EWS_DATA: folder, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  return run('src/cli/main.ts', [name, ...paths, ...words], environment);
}

describe('jw323', () => {
  const july = message({ clients: [{ bsn: BSN, lines: [LINE] }] });
  const august = message({
    receiver: '0034',
    clients: [
      {
        bsn: BSN,
        lines: [
          { ...LINE, start: '2026-08-01', end: '2026-08-31' },
          { ...LINE, category: '99' },
        ],
      },
    ],
  });

  it('writes the rows of one quarter from all messages, tells what is in none, and never says a number of a client', async () => {
    const { code, stdout, stderr } = await command('jw323', { 'july.xml': july, 'august.xml': august }, '--csv');
    expect(stdout).toBe(
      'municipality;careForm;amount;volume;unit\nGM0014;JH1221;3100,00;31;DAY\nGM0034;JH1221;3100,00;31;DAY\n',
    );
    expect(stderr).toContain('ERROR: 1 lines (EUR 3100,00) have a product category that is not in JZ020.');
    expect(code).toBe(1);
    expect(stdout + stderr).not.toContain(BSN);
  });

  it('tells what it read, quarter by quarter', async () => {
    const { code, stdout } = await command('jw323', { 'july.xml': july });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Read 1 lines in 1 messages, EUR 3100,00. No client was kept.\n2026Q3: 1 rows, EUR 3100,00.\n',
    });
  });

  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['no file', {}, [], /^file: name one or more/],
    ['a file that is not there', {}, ['nowhere.xml'], /^There is no such file\.\n$/],
    ['no quarter', { 'july.xml': july }, ['--quarter', '2026'], /^--quarter: must look like 2026Q3\.\n$/],
    [
      'two quarters and no choice',
      {
        'two.xml': message({
          clients: [{ bsn: BSN, lines: [LINE, { ...LINE, start: '2026-04-01', end: '2026-04-30' }] }],
        }),
      },
      ['--csv'],
      /--quarter: is needed/,
    ],
  ])('refuses %s in one sentence', async (_, files, words, says) => {
    const { code, stdout, stderr } = await command('jw323', files, ...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

describe('digimv', () => {
  it('reports, and changes nothing on trial', async () => {
    const [{ kvk }] = await database.owner.query('select kvk_number as kvk from provider order by key limit 1');
    const file = ods({
      A: [
        ['Code', 'qNawKvk', 'qTotaalBaten_0Cons'],
        ['A1', kvk, 7],
      ],
    });
    const trial = await command('digimv', { 'a.ods': file }, '--year', '2024', '--dry-run');
    expect(trial).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 figures would be added/) });
    const done = await command('digimv', { 'a.ods': file }, '--year', '2024');
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 figures were added/) });
    const again = await command('digimv', { 'a.ods': file }, '--year', '2024');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/0 figures were added/) });
  });

  it.each([
    [['--year', '2019'], /^--year: must be a book year of which the layout is known: 2020, 2022, 2023, 2024\.\n$/],
    [[], /^--year: must be/],
    [['--year', '2024', '--checked', 'qFuncNaam_1'], /^--checked: names a variable that is not in the table/],
    [['--year', '2024'], /^file: name the files of the export\.\n$/],
  ])('refuses %j in one sentence', async (words, says) => {
    const { code, stderr } = await command('digimv', {}, ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
  });
});

describe('cbs', () => {
  const list = 'lijst_code,lijst_naam,code,waarde,release\nJZ020,Productcategorie,45,Ambulant,iJw 3.3\n';

  it('tells, and adopts when asked', async () => {
    const tried = await command('cbs', { 'list.csv': list });
    expect(tried.stdout).toBe(
      'JZ020: 1 codes of iJw 3.3, 1 with another name, 23 gone.\nNothing was changed: add --adopt to use it.\n',
    );
    const adopted = await command('cbs', { 'list.csv': list }, '--adopt');
    expect(adopted).toMatchObject({ code: 0, stdout: expect.stringMatching(/It was adopted\.\n$/) });
    expect(await command('cbs', { 'list.csv': list }, '--adopt')).toMatchObject({ stdout: 'It changes nothing.\n' });
  });

  it('refuses no list, and two', async () => {
    expect((await command('cbs', {})).stderr).toBe('file: name one list.\n');
    expect((await command('cbs', { 'a.csv': list, 'b.csv': list })).stderr).toBe('file: name one list.\n');
    const wrong = await command('cbs', { 'list.csv': list }, '--mergers', join(folder, 'list.csv'));
    expect(wrong.stderr).toMatch(/^--mergers: must be a table with oude_code/);
  });
});
