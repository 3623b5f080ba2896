import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TERMS } from '../../src/domain/intake/terms';
import { freshDatabase, type TestDatabase } from '../support/database';
import { run } from '../support/programs';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'ews-uitvraag-'));

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

interface Definition {
  version: number;
  validFrom: string;
  items: { code: string; unit: string }[];
}
const regeling = (): Definition =>
  JSON.parse(readFileSync(join(__dirname, '../../seeds/reference/uitvraag/regeling-jeugdwet-8g.json'), 'utf8'));

function command(content: object | string, ...words: string[]) {
  const file = join(folder, 'definition.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const environment = { EWS_DATA: folder, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  return run('src/cli/main.ts', ['uitvraag', file, ...words], environment);
}
const without = (code: string): Definition => {
  const { items, ...rest } = regeling();
  return { ...rest, version: 2, validFrom: '2027-01-01', items: items.filter((item) => item.code !== code) };
};
const versions = () =>
  database.owner.query(
    `select u.version, u.valid_from::text as "from", u.valid_to::text as "to", count(i.code)::int as items
     from uitvraag u left join uitvraag_item i on (i.uitvraag_key, i.uitvraag_version) = (u.key, u.version)
     where u.key = 'regeling-jeugdwet-8g' group by 1, 2, 3 order by 1`,
  );

it('tells what a version without an item drops and what can be assessed worse by it, and changes nothing', async () => {
  const before = await versions();
  const { code, stdout } = await command(without('b6'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Dropped:\n {2}b6 is dropped: .*\n/);
  expect(stdout).toMatch(/Nothing was changed: add --adopt to use it\.\n$/);
  expect(await versions()).toEqual(before);
});

it('adopts a version once: the one before it ends where it begins', async () => {
  const { code, stdout } = await command(without('b6'), '--adopt');
  expect({ code, last: stdout.split('\n').at(-2) }).toEqual({
    code: 0,
    last: 'regeling-jeugdwet-8g 2 holds from 2027-01-01.',
  });
  const [first, second] = await versions();
  expect(first).toMatchObject({ version: 1, to: '2027-01-01' });
  expect(second).toEqual({ version: 2, from: '2027-01-01', to: null, items: first.items - 1 });
  const again = await command(without('b6'), '--adopt');
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/is there already: give it the next number\.\n$/);
  const early = await command({ ...without('b6'), version: 3 }, '--adopt');
  expect(early.stderr).toMatch(/choose a later day in validFrom\.\n$/);
  expect(await versions()).toHaveLength(2);
});

const SOONER = {
  ...{ opens: { from: 'END', months: 0, days: 0 }, due: { from: 'END', months: 0, days: 14 } },
  ...{ remindDaysBefore: [2], remindDaysAfter: [3], escalateDaysAfter: 75 },
};

it('adopts the days of a version with it, tells them, and lays what is left out at those by default', async () => {
  const { code, stdout } = await command(
    { ...without('b6'), version: 3, validFrom: '2028-01-01', terms: { QUARTER: SOONER } },
    '--adopt',
  );
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Other days:\n  QUARTER 2028-01-01 to 2028-04-01: opens 2028-04-01, due 2028-04-15, reminded on 2028-04-13, 2028-04-18, silence told on 2028-06-29.\n',
  );
  const [{ terms }] = await database.owner.query(
    "select terms from uitvraag where key = 'regeling-jeugdwet-8g' and version = 3",
  );
  expect(terms).toEqual({ ...DEFAULT_TERMS, QUARTER: SOONER });
});

it.each([
  ['no JSON', '{', 'file: cannot be read as a definition'],
  ['no items', '{"key":"x"}', 'file: cannot be read as a definition'],
  ['an unknown unit', { ...regeling(), items: [{ ...regeling().items[0], unit: 'POUND' }] }, 'is not a unit; choose'],
  [
    'a label that is no text',
    { ...regeling(), items: [{ ...regeling().items[0], label: { a: 1 } }] },
    'cannot be read',
  ],
  ['a name that is missing', { ...regeling(), name: null }, 'cannot be read'],
  [
    'an answer that is neither',
    { ...regeling(), items: [{ ...regeling().items[0], isRequired: 'maybe' }] },
    'cannot be read',
  ],
  ['a character that no text has', { ...regeling(), key: 'a\u0000' }, 'cannot be read'],
  ['a version beyond all', { ...regeling(), version: 1e12 }, 'A version is a whole number from 1'],
  ['terms of words', { ...regeling(), terms: 'soon' }, 'terms: Give the terms per frequency'],
  [
    'a term that never is',
    { ...regeling(), terms: { YEAR: { ...SOONER, due: null } } },
    'YEAR: Give for opens and due',
  ],
  ['an item without words', { ...regeling(), items: [{ code: 'x1' }] }, 'x1: “” is not a kind of party; choose'],
])('refuses a file with %s in words, and leaves the archive alone', async (_, content, says) => {
  const before = await versions();
  const { code, stderr } = await command(content, '--adopt');
  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/at .*\.ts:/);
  expect(await versions()).toEqual(before);
});
