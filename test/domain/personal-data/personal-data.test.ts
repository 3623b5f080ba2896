import fc from 'fast-check';
import { MELDING_TEXTS } from '../../../seeds/world/melding-texts';
import { findInTable, findInText } from '../../../src/domain/personal-data';
import { passesElevenTest } from '../../../src/domain/personal-data/bsn';
import { refusalOf } from '../../../src/domain/personal-data/explain';
import { elevenProof, WITH, WITHOUT } from './corpus';

const kindsIn = (text: string) => findInText(text).map(({ kind }) => kind);

describe('a text', () => {
  test.each([
    ['BSN 111222333', ['BSN']],
    ['bsn 111222334 fails the eleven test', []],
    ['111222333', []],
    ['RSIN 111222333', []],
    ['BSN onbekend, RSIN 111222333', []],
    ['KvK 12345678, BSN 111222333', ['BSN']],
    ['BSN 111.222.333', ['BSN']],
    ['cliënt 111.222.333', []],
    ['cliënt 111222333 euro', []],
    ['cliënt １１１２２２３３３', ['BSN']],
    ['cliënt 111\u200b222333', ['BSN']],
    ['jan@example.nl en info@example.nl', ['EMAIL']],
    ['Kindertelefoon 0800-0432, Veilig Thuis 0800-2000, of 112', []],
    ['088-1234567 is het nummer van kantoor', []],
    ['06-12345678', ['PHONE']],
    ['06‑1234‑5678', ['PHONE']],
    ['0612345678901', []],
    ['0612345678%', []],
    ['NL91ABNA0417164300', ['IBAN']],
    ['NL91 ABNA 0417 1643 00 staat rood', ['IBAN']],
    ['nl91abna0417164300', ['IBAN']],
    ['NL92ABNA0417164300', []],
    ['DE89370400440532013000', ['IBAN']],
    ['geboren 31-12-2015', ['BIRTH_DATE']],
    ['geboren 32-12-2015', []],
    ['contract 31-12-2025', []],
    ['geboren in 2015', []],
    ['De afdeling is geboren uit nood. Het contract loopt tot 31-12-2025', []],
  ] as const)('"%s"', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test('gives the place as the text was given, and never the value', () => {
    const [found] = findInText('cliënt\u200b １１１２２２３３３.');
    expect(found).toEqual({ kind: 'BSN', start: 8, end: 17 });
  });

  test('is read in a moment, however it is made to be slow', () => {
    const slow = [
      '0'.repeat(4000),
      '06 '.repeat(1300),
      'a.'.repeat(2000),
      'NL91 '.repeat(800),
      '1-1-'.repeat(1000),
      'bsn '.repeat(1000),
      `${'a'.repeat(3000)}@`,
    ];
    for (const text of slow) {
      const started = performance.now();
      findInText(text);
      expect([text.slice(0, 4), performance.now() - started < 250]).toEqual([text.slice(0, 4), true]);
    }
  });
});

/** The figures of docs/personal-data.md. */
describe('on a corpus that is made here', () => {
  const draw = (from: typeof WITH, seed: number) => from.flatMap((one) => fc.sample(one, { seed, numRuns: 500 }));
  const shareOf = (wrong: readonly unknown[], all: readonly unknown[]) => wrong.length / all.length;

  test('at least 99 of 100 are found', () => {
    const all = draw(WITH, 7);
    const missed = all.filter(({ text, kind }) => !kindsIn(text).includes(kind as never)).map(({ text }) => text);
    expect(shareOf(missed, all) > 0.01 ? missed.slice(0, 10) : []).toEqual([]);
  });

  test('at most 1 of 200 is refused that holds nothing', () => {
    const all = draw(WITHOUT, 11);
    const refused = all.filter(({ text }) => kindsIn(text).length > 0).map(({ text }) => text);
    expect(shareOf(refused, all) > 0.005 ? refused.slice(0, 10) : []).toEqual([]);
  });

  test('nothing is found in the meldingen of the invented country', () => {
    const texts = Object.values(MELDING_TEXTS).flatMap((all) => all.map(({ text }) => text));
    expect(texts.filter((text) => kindsIn(text).length > 0)).toEqual([]);
  });

  test('a number alone is never refused, though one in eleven passes the eleven test', () => {
    fc.assert(fc.property(elevenProof, (number) => passesElevenTest(number) && kindsIn(number).length === 0));
  });
});

describe('a table', () => {
  const found = (heading: string, ...cells: string[]) =>
    findInTable(
      [heading],
      cells.map((cell) => [cell]),
    ).map(({ kind }) => kind);

  test.each([
    ['bsn', '111222333', ['BSN']],
    ['BSN_client', '11 1222333'.replace(' ', ''), ['BSN']],
    ['clientnummer', '111222333', ['BSN']],
    ['rsin', '111222333', []],
    ['kvk_nummer', '12345678', []],
    ['bedrag', '111222333', []],
    ['bedrag cliënt', '111222333', []],
    ['geboortedatum', '2015-03-01', ['BIRTH_DATE']],
    ['geboortedatum', '42064', ['BIRTH_DATE']],
    ['ingangsdatum', '2015-03-01', []],
    ['telefoon', '612345678', ['PHONE']],
    ['opmerking', 'bel moeder op 06-12345678', ['PHONE']],
    ['e-mail', 'jan@example.nl', ['EMAIL']],
    ['rekening', 'NL91ABNA0417164300', ['IBAN']],
  ])('%s: %s', (heading, cell, kinds) => {
    expect(found(heading, cell)).toEqual(kinds);
  });

  const numbers = (count: number) => [...new Set(fc.sample(elevenProof, { seed: 3, numRuns: 40 }))].slice(0, count);

  test('a column without a useful heading is judged by all its numbers: nine are no coincidence, eight may be', () => {
    expect(found('kolom 4', ...numbers(9))).toEqual(Array(9).fill('BSN'));
    expect(found('kolom 4', ...numbers(8))).toEqual([]);
    expect(found('rsin', ...numbers(20))).toEqual([]);
    expect(found('kolom 4', ...numbers(20), '123456780')).toEqual([]);
  });

  test('gives rows and columns, counted from nought', () => {
    expect(
      findInTable(
        ['a', 'bsn'],
        [
          ['1', ''],
          ['2', '111222333'],
        ],
      ),
    ).toEqual([{ kind: 'BSN', row: 1, column: 1 }]);
  });
});

describe('the refusal', () => {
  test('says what and where, what to write instead and whom to call; and never the value', () => {
    const said = refusalOf(findInText('Cliënt 111222333, bel 06-12345678.'));
    expect(said?.en).toMatch(/^holds a citizen service number and a telephone number \(at character 8 and 23\)\./);
    expect(said?.nl).toMatch(
      /^bevat een burgerservicenummer en een telefoonnummer \(bij teken 8 en 23\)\..*"cliënt A".*112.*0800-2000/,
    );
    expect(JSON.stringify(said)).not.toMatch(/111222333|12345678/);
    expect(refusalOf([])).toBeNull();
  });
});
