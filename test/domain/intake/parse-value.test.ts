import fc from 'fast-check';
import { indexChoices } from '../../../src/domain/intake/choices';
import type { RawValue } from '../../../src/domain/intake/filled';
import type { Choice, Field, FieldType } from '../../../src/domain/intake/form';
import { parseValue } from '../../../src/domain/intake/parse-value';
import { VALUE_PROBLEMS } from '../../../src/domain/intake/value-problems';
import { writeValue } from '../../../src/domain/intake/write-value';
import { timesLonger } from '../../support/how-it-grows';

const CHOICES: readonly Choice[] = [
  { code: 'GM0014', label: 'Groningen' },
  { code: '01', label: 'Gemeente' },
  { code: '45', label: 'Jeugdhulp ambulant' },
  { code: 'A', label: 'Overig' },
  { code: 'B', label: 'Overig' },
  { code: 'C', label: '45' },
];
const INDEX = indexChoices(CHOICES);

const fieldOf = (type: FieldType, more: Partial<Field> = {}): Field => ({
  code: 'X',
  label: { nl: 'X', en: 'X' },
  type,
  isRequired: true,
  ...more,
});
const read = (type: FieldType, raw: string | Partial<RawValue>, more: Partial<Field> = { mayBeNegative: true }) => {
  const given = typeof raw === 'string' ? { text: raw } : raw;
  const parsed = parseValue(fieldOf(type, more), { text: '', place: null, ...given }, INDEX);
  return parsed && ('kept' in parsed ? parsed.kept : parsed.problem.rule);
};

describe('An amount', () => {
  it.each([
    ['1.250.000', '125000000'],
    ['1,250,000', '125000000'],
    ['1250000', '125000000'],
    ['1 250 000', '125000000'],
    ['1\u00a0250\u00a0000', '125000000'],
    ['1\u202f250', '125000'],
    ['-125000', '-12500000'],
    ['\u2212125000', '-12500000'],
    ['125.000-', '-12500000'],
    ['(125.000)', '-12500000'],
    ['( 125.000,50 )', '-12500050'],
    ['€ 1.250,50', '125050'],
    ['-€ 1.250,50', '-125050'],
    ['€ -1.250,50', '-125050'],
    ['EUR 1.250', '125000'],
    ['1.250 euro', '125000'],
    ['1,250.50', '125050'],
    ['1.250,5', '125050'],
    ['1.250,-', '125000'],
    ['1.250,--', '125000'],
    ['1.250', '125000'],
    ['1,250', '125000'],
    ['12,5', '1250'],
    ['12.50', '1250'],
    ['0', '0'],
    ['-0', '0'],
    ['+5', '500'],
    ['007', '700'],
    ['99999999999,99', '9999999999999'],
    ['100000000000', 'cell.too-large'],
    ['-100000000000', 'cell.too-large'],
    ['9'.repeat(400), 'cell.too-large'],
    ['12,505', '1250500'],
    ['0,505', 'cell.decimals'],
    ['1234,505', 'cell.decimals'],
    ['12,5050', 'cell.decimals'],
    ['12,5000', '1250'],
    ['1.25.0', 'cell.not-a-number'],
    ['1.250.00', 'cell.not-a-number'],
    ['1.250.000.', 'cell.not-a-number'],
    ['1,250.000,00', 'cell.not-a-number'],
    ['12.50,00', 'cell.not-a-number'],
    ['.5', 'cell.not-a-number'],
    ['5.', 'cell.not-a-number'],
    ['--5', 'cell.not-a-number'],
    ['-5-', 'cell.not-a-number'],
    ['(-5)', 'cell.not-a-number'],
    ['Infinity', 'cell.not-a-number'],
    ['-oneindig', 'cell.not-a-number'],
    ['NaN', 'cell.not-a-number'],
    ['#DEEL/0!', 'cell.not-a-number'],
    ['=A1', 'cell.not-a-number'],
    ['0x10', 'cell.not-a-number'],
    ['n.v.t.', 'cell.not-a-number'],
    ['1e5', 'cell.scientific'],
    ['1,25E+06', 'cell.scientific'],
    ['1,3 mln', 'cell.abbreviated'],
    ['250k', 'cell.abbreviated'],
    ['18%', 'cell.percent-sign'],
  ])('written as %s is %s', (text, kept) => {
    expect(read('AMOUNT', text)).toBe(kept);
  });

  it.each([
    [1250, '125000'],
    [1.25, '125'],
    [0.1 + 0.2, '30'],
    [-1234.56, '-123456'],
    [1e5, '10000000'],
    [1.005, 'cell.decimals'],
    [1e11, 'cell.too-large'],
    [1e300, 'cell.too-large'],
    [5e-324, 'cell.decimals'],
    [Number.POSITIVE_INFINITY, 'cell.not-a-number'],
    [Number.NaN, 'cell.not-a-number'],
  ])('that the file says is the number %s is %s, whatever its text', (number, kept) => {
    expect(read('AMOUNT', { text: '1.250', number })).toBe(kept);
  });

  it('is below zero only where that may be', () => {
    expect(read('AMOUNT', '-0,01', {})).toBe('cell.below-zero');
    expect(read('AMOUNT', '0', {})).toBe('0');
  });
});

describe('A number, a number with decimals and a percentage', () => {
  it.each<[FieldType, string | Partial<RawValue>, string]>([
    ['NUMBER', '1.250', '1250'],
    ['NUMBER', '12', '12'],
    ['NUMBER', '12,0', '12'],
    ['NUMBER', '12,5', 'cell.not-whole'],
    ['NUMBER', '19999999', '19999999'],
    ['NUMBER', '20000000', 'cell.too-large'],
    ['NUMBER', '€ 5', 'cell.currency'],
    ['DECIMAL', '12,25', '12.25'],
    ['DECIMAL', '12.2500', '12.25'],
    ['DECIMAL', '1.250', 'cell.ambiguous'],
    ['DECIMAL', '1,250', 'cell.ambiguous'],
    ['DECIMAL', '0,250', '0.25'],
    ['DECIMAL', '1250,125', '1250.125'],
    ['DECIMAL', '1.250.000', '1250000'],
    ['DECIMAL', '1.250,5', '1250.5'],
    ['DECIMAL', { text: '1.250', number: 1.25 }, '1.25'],
    ['DECIMAL', { text: '1.250', number: 1250 }, '1250'],
    ['DECIMAL', '12,12345', 'cell.decimals'],
    ['PERCENTAGE', '18,5%', '0.185'],
    ['PERCENTAGE', '18.5 %', '0.185'],
    ['PERCENTAGE', '18,5', '0.185'],
    ['PERCENTAGE', '1.250', '0.0125'],
    ['PERCENTAGE', '100', '1'],
    ['PERCENTAGE', '0,5', '0.005'],
    ['PERCENTAGE', '-5', '-0.05'],
    ['PERCENTAGE', '0', '0'],
    ['PERCENTAGE', '999,9999', '9.999999'],
    ['PERCENTAGE', '1000', 'cell.too-large'],
    ['PERCENTAGE', { text: '18,5%', number: 0.185 }, '0.185'],
    ['PERCENTAGE', { text: '19%', number: 0.185 }, '0.185'],
    ['PERCENTAGE', { text: '18,5%', number: 18.5 }, '0.185'],
    ['PERCENTAGE', { text: '18,5', number: 18.5 }, '0.185'],
    ['PERCENTAGE', '€ 5', 'cell.currency'],
  ])('%s %j is %s', (type, raw, kept) => {
    expect(read(type, raw)).toBe(kept);
  });
});

describe('An answer, a choice, a day, a number of the trade register and a text', () => {
  it.each<[FieldType, string | Partial<RawValue>, string | null]>([
    ['YES_NO', ' Ja ', '1'],
    ['YES_NO', 'NEE', '0'],
    ['YES_NO', 'yes', '1'],
    ['YES_NO', 'no', '0'],
    ['YES_NO', 'waar', '1'],
    ['YES_NO', 'ONWAAR', '0'],
    ['YES_NO', 'true', '1'],
    ['YES_NO', '0', '0'],
    ['YES_NO', 'misschien', 'cell.not-yes-no'],
    ['YES_NO', 'constructor', 'cell.not-yes-no'],
    ['CHOICE', 'gm0014', 'GM0014'],
    ['CHOICE', 'GRONINGEN', 'GM0014'],
    ['CHOICE', 'GM0014 - Groningen', 'GM0014'],
    ['CHOICE', '1', '01'],
    ['CHOICE', '45', '45'],
    ['CHOICE', 'overig', 'cell.choice-ambiguous'],
    ['CHOICE', 'Utrecht', 'cell.not-a-choice'],
    ['DAY', '31-12-2026', '2026-12-31'],
    ['DAY', '31/12/2026', '2026-12-31'],
    ['DAY', '1.2.2026', '2026-02-01'],
    ['DAY', '2026-12-31', '2026-12-31'],
    ['DAY', '2026-12-31T00:00:00.000Z', '2026-12-31'],
    ['DAY', '1 dec 2026', '2026-12-01'],
    ['DAY', '1 maart 2026', '2026-03-01'],
    ['DAY', '1 mrt. 2026', '2026-03-01'],
    ['DAY', '1 October 2026', '2026-10-01'],
    ['DAY', '29-2-2024', '2024-02-29'],
    ['DAY', '29-2-2026', 'cell.not-a-day'],
    ['DAY', '12/31/2026', 'cell.not-a-day'],
    ['DAY', '1 marathon 2026', 'cell.not-a-day'],
    ['DAY', '31-12-26', 'cell.short-year'],
    ['DAY', '1 dec 26', 'cell.short-year'],
    ['DAY', '46387', 'cell.not-a-day'],
    ['DAY', '31-12-1989', 'cell.not-a-day'],
    ['DAY', { text: '12/31/26', day: '2026-12-31' }, '2026-12-31'],
    ['KVK', '01234567', '01234567'],
    ['KVK', '12 34 56 78', '12345678'],
    ['KVK', '1234567', 'cell.kvk-lost-zero'],
    ['KVK', '123456789', 'cell.not-a-kvk'],
    ['KVK', '00000000', 'cell.not-a-kvk'],
    ['TEXT', '  een\r\ntwee ', 'een\ntwee'],
    ['TEXT', 'a'.repeat(1000), 'a'.repeat(1000)],
    ['TEXT', 'a'.repeat(1001), 'cell.text-too-long'],
    ['TEXT', 'a\u0000b', 'cell.control-characters'],
    ['TEXT', 'a\u202eb', 'cell.control-characters'],
    ['TEXT', 'a\ud800b', 'cell.control-characters'],
    ['TEXT', ' \n ', null],
    ['AMOUNT', '', null],
  ])('%s %j is %s', (type, raw, kept) => {
    expect(read(type, raw)).toBe(kept);
  });
});

/** Kept values of every type. */
const decimalText = (units: bigint, decimals: number) => {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}${rest && `.${rest}`}`;
};
const LARGEST = 10n ** 13n - 1n;
const KEPT: Readonly<Record<FieldType, fc.Arbitrary<string>>> = {
  AMOUNT: fc.bigInt({ min: -LARGEST, max: LARGEST }).map(String),
  NUMBER: fc.integer({ min: -19_999_999, max: 19_999_999 }).map(String),
  DECIMAL: fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }).map((units) => decimalText(units, 4)),
  PERCENTAGE: fc.bigInt({ min: -9_999_999n, max: 9_999_999n }).map((units) => decimalText(units, 6)),
  YES_NO: fc.constantFrom('0', '1'),
  CHOICE: fc.constantFrom(...CHOICES.map(({ code }) => code)),
  DAY: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  KVK: fc.integer({ min: 1, max: 99_999_999 }).map((number) => String(number).padStart(8, '0')),
  TEXT: fc
    .string({ minLength: 1, maxLength: 300 })
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== ''),
};

describe('What is kept', () => {
  it.each(Object.keys(KEPT) as FieldType[])(
    'of type %s is read back from how it is written, in both languages',
    (type) => {
      fc.assert(
        fc.property(KEPT[type], fc.constantFrom('nl' as const, 'en' as const), (kept, language) => {
          expect(read(type, writeValue({ type }, kept, language, CHOICES))).toBe(kept);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('is written as people read it', () => {
    expect(writeValue({ type: 'AMOUNT' }, '-125000050', 'nl')).toBe('-1.250.000,50');
    expect(writeValue({ type: 'AMOUNT' }, '125000000', 'en')).toBe('1,250,000');
    expect(writeValue({ type: 'DECIMAL' }, '12.125', 'nl')).toBe('12,1250');
    expect(writeValue({ type: 'PERCENTAGE' }, '0.185', 'nl')).toBe('18,5%');
    expect(writeValue({ type: 'PERCENTAGE' }, '-0.005', 'en')).toBe('-0.5%');
    expect(writeValue({ type: 'DAY' }, '2026-12-31', 'nl')).toBe('31-12-2026');
    expect(writeValue({ type: 'CHOICE' }, 'GM0014', 'nl', CHOICES)).toBe('Groningen');
    expect(writeValue({ type: 'CHOICE' }, 'A', 'nl', CHOICES)).toBe('A');
  });

  it('is never made of what nobody meant: any text is kept, refused with a rule, or empty', () => {
    const rules = new Set(Object.keys(VALUE_PROBLEMS));
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom<FieldType>('AMOUNT', 'NUMBER', 'DAY', 'KVK'),
        (text, type) => {
          const found = read(type, text);
          return found === null || rules.has(found) || /^-?\d+$|^\d{4}-\d\d-\d\d$/.test(found);
        },
      ),
    );
  });
});

it.each([
  ['spaces before a sign that is none', (size: number) => `1${' '.repeat(size)}x`],
  ['a bracket that does not close', (size: number) => `(${' '.repeat(size)}x`],
  ['a sign and spaces', (size: number) => `-${' '.repeat(size)}1+`],
  ['digits', (size: number) => '1'.repeat(size)],
  ['groups of digits', (size: number) => '1.000'.repeat(size / 5)],
])('takes a time that grows with the text alone: %s', (_name, text) => {
  const amount = { code: 'amount', type: 'AMOUNT', label: { nl: '', en: '' }, isRequired: true } as const;
  expect(timesLonger((size) => parseValue(amount, { text: text(size), place: null }), 1_000, 8)).toBeLessThan(24);
});
