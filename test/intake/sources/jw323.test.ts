import fc from 'fast-check';
import { careForms } from '../../../seeds/reference-data';
import { careFormsByCategory } from '../../../src/intake/sources/ijw/care-forms';
import { Declared } from '../../../src/intake/sources/ijw/declared';
import { findingsOf } from '../../../src/intake/sources/ijw/findings';
import { readMessage } from '../../../src/intake/sources/ijw/read-message';
import { csvOf, keptRows, rowsOf } from '../../../src/intake/sources/ijw/rows';
import { type InventedLine, LINE, message, sumOf } from './jw323-message';

const KNOWN = {
  municipalities: new Map([
    ['GM0014', null],
    ['GM1696', '2026-01-01'],
  ]),
  careForms: careFormsByCategory(careForms()),
};
const Q3 = '2026-07-01';

/** In pieces of a few bytes, so that every word is cut somewhere. */
async function* pieces(text: string, size = 7) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(...messages: string[]): Promise<Declared> {
  const declared = new Declared(KNOWN);
  for (const one of messages) declared.endMessage(await readMessage(pieces(one), declared.add));
  return declared;
}
const of = (...lines: Partial<InventedLine>[]) =>
  message({ clients: [{ bsn: '999990019', lines: lines.map((line) => ({ ...LINE, ...line })) }] });
const rules = (declared: Declared, quarter: string | null = Q3) =>
  findingsOf(declared, quarter).map(({ rule }) => rule);

it('adds lines up per municipality, form of care, unit and quarter, and takes credit lines off', async () => {
  const declared = await read(
    message({
      clients: [
        { bsn: '999990019', lines: [LINE, { ...LINE, category: '32', unit: '04', volume: 12, cents: 120_050 }] },
        {
          bsn: '999990020',
          lines: [LINE, { ...LINE, start: '2026-08-01', end: '2026-08-31', volume: 1, cents: 10_000, sign: 'C' }],
        },
      ],
    }),
  );
  expect(csvOf(rowsOf(declared, Q3))).toBe(
    'municipality;careForm;amount;volume;unit\nGM0014;JH12121;1200,50;12;HOUR\nGM0014;JH1221;6100,00;61;DAY\n',
  );
  expect(keptRows(rowsOf(declared, Q3))[1]?.values.get('amount')).toBe('610000');
  expect(rules(declared)).toEqual([]);
});

it('keeps quarters apart by the product period, and says what belongs to another', async () => {
  const declared = await read(of({}, { start: '2026-06-01', end: '2026-06-30', cents: 500 }));
  expect([...declared.rows.keys()].sort()).toEqual(['2026-04-01', Q3]);
  expect(findingsOf(declared, Q3)).toMatchObject([
    {
      severity: 'QUESTION',
      rule: 'jw323.otherQuarter',
      message: { en: expect.stringMatching(/^EUR 5,00 is about 2026Q2: /) },
    },
  ]);
});

it.each<[string, Partial<InventedLine>]>([
  ['amount', { cents: 'x' }],
  ['amount', { sign: 'X' }],
  ['category', { category: '99' }],
  ['unit', { unit: '77' }],
  ['volume', { volume: '1,5' }],
  ['period', { start: '2026-02-30' }],
  ['period', { start: '2026-08-01', end: '2026-07-31' }],
  ['quarters', { start: '2026-06-30', end: '2026-07-01' }],
])('leaves out a line without a sound %s, and says so with its amount', async (why, wrong) => {
  const declared = await read(
    message({ totalCents: 1n, clients: [{ bsn: '1', lines: [LINE, { ...LINE, ...wrong }] }] }),
  );
  expect(declared.unplaced.get(why as 'amount')).toEqual({ lines: 1, cents: why === 'amount' ? 0n : 310_000n });
  expect(rowsOf(declared, Q3).map(({ cents }) => cents)).toEqual([310_000n]);
  expect(rules(declared)).toEqual([`jw323.${why}`, 'jw323.total']);
});

it('places nothing of an unknown municipality, and asks about one that had merged', async () => {
  const unknown = await read(message({ receiver: '9999', clients: [{ bsn: '1', lines: [LINE] }] }));
  expect([unknown.rows.size, rules(unknown, null)]).toEqual([0, ['jw323.municipality']]);
  const merged = await read(message({ receiver: '1696', clients: [{ bsn: '1', lines: [LINE] }] }));
  expect([rowsOf(merged, Q3).length, rules(merged)]).toEqual([1, ['jw323.endedMunicipality']]);
});

it('places a category that CBS has no form for with the smallest form that holds it, and money without a volume', async () => {
  const declared = await read(of({ category: '45', unit: '83', volume: 310_000 }));
  expect(rowsOf(declared, Q3)).toEqual([
    { municipality: 'GM0014', careForm: 'JH121', unit: 'OUTPUT', cents: 310_000n, volume: 0n },
  ]);
  expect(rules(declared)).toEqual(['jw323.widerForm', 'jw323.euros']);
});

it('gives no volume below zero, and says where more was taken back', async () => {
  const declared = await read(of({ sign: 'C' }));
  expect(csvOf(rowsOf(declared, Q3))).toMatch(/GM0014;JH1221;-3100,00;0;DAY\n$/);
  expect(rules(declared)).toEqual(['jw323.volumeBelowZero']);
});

it('holds the lines to the total of the sender', async () => {
  const declared = await read(
    message({ totalCents: 1n, number: 'D2', clients: [{ bsn: '1', lines: [LINE] }] }),
    of({}),
  );
  expect(findingsOf(declared, Q3)[0]?.message.en).toMatch(/^1 of 2 messages say another total/);
});

it('says of a declaration that came twice that it counts twice', async () => {
  const declared = await read(of({}), of({}), message({ receiver: '1696', clients: [] }));
  expect(declared.repeated).toBe(1);
  expect(rules(declared)).toEqual(['jw323.repeated']);
});

const line = fc.record({
  category: fc.constantFrom('31', '35', '45', '47', '99'),
  month: fc.integer({ min: 1, max: 12 }),
  isLong: fc.boolean(),
  volume: fc.integer({ min: 0, max: 99_999_999 }),
  unit: fc.constantFrom('01', '04', '14', '16', '82', '83', '84', '00'),
  cents: fc.integer({ min: 0, max: 99_999_999 }),
  sign: fc.constantFrom('D', 'C'),
});

it('gives out what went in, to the cent: what is in rows and what is told to be in none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.constantFrom('0014', '9999'), async (drawn, receiver) => {
      const lines = drawn.map(({ month, isLong, ...rest }) => {
        const start = `2026-${String(month).padStart(2, '0')}-01`;
        return { ...rest, start, end: isLong ? '2026-12-31' : start };
      });
      const declared = await read(message({ receiver, clients: [{ bsn: '999990019', lines }] }));
      const rows = [...declared.rows.keys()].flatMap((quarter) => rowsOf(declared, quarter));
      const sum = (amounts: Iterable<{ cents: bigint }>) =>
        [...amounts].reduce((total, { cents }) => total + cents, 0n);
      expect(sum(rows) + sum(declared.unplaced.values())).toBe(sumOf(lines));
      expect(declared.all).toEqual({ lines: lines.length, cents: sumOf(lines) });
      expect(declared.wrongTotals).toBe(0);
    }),
    { numRuns: 60 },
  );
});

const ENTITIES = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const EXTERNAL = '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
it.each([
  ['a bomb of entities', message({ prolog: ENTITIES, clients: [{ bsn: '&b;', lines: [LINE] }] }), /holds a DTD/],
  ['an entity from outside', message({ prolog: EXTERNAL, clients: [{ bsn: '&x;', lines: [LINE] }] }), /holds a DTD/],
  ['an unknown entity', of({ category: '&x;' }), /is not sound XML/],
  ['elements without an end', '<a>'.repeat(200), /not a declaration message/],
  ['depth', of({ category: '<a>'.repeat(200) }), /nested too deeply/],
  ['a text without an end', of({ category: 'x'.repeat(1_100_000) }), /text or comment that is too long/],
  ['a comment without an end', of({ category: `<!--${'<a>'.repeat(400_000)}` }), /comment that is too long/],
  ['a DTD without an end', `<!DOCTYPE a [${'<!ENTITY a "aaaa">'.repeat(90_000)}`, /comment that is too long/],
  ['an end that is missing', of({}).slice(0, -40), /is not sound XML/],
  ['another message', message({ code: '436', clients: [{ bsn: '1', lines: [LINE] }] }), /not a declaration message/],
  [
    'another version',
    message({ namespace: 'http://www.istandaarden.nl/ijw/2_4/jw303/schema', clients: [] }),
    /not a declaration/,
  ],
  ['no XML', 'Code;Bedrag\n1;2\n', /is not sound XML/],
  ['nothing', '', /is not sound XML|not a declaration message/],
])('refuses %s, without repeating a word of it', async (_, text, says) => {
  const refused = await readMessage(pieces(text, 50_000), () => undefined).catch((error: Error) => error.message);
  expect(refused).toMatch(says);
  expect(refused).not.toMatch(/999990019|passwd|aaaa|xxxx/);
});

it('refuses what is not in UTF-8', async () => {
  const latin = Buffer.concat([Buffer.from('<a>'), Buffer.from([0xe9, 0x3c]), Buffer.from('/a>')]);
  await expect(
    readMessage(
      (async function* () {
        yield latin;
      })(),
      () => undefined,
    ),
  ).rejects.toThrow(/not written in UTF-8/);
});

it('refuses a list in which a category has two forms of care', () => {
  const twice = [
    { code: 'A', productCategory: '35' },
    { code: 'B', productCategory: '35' },
  ];
  expect(() => careFormsByCategory(twice)).toThrow(/have a product category twice/);
});
