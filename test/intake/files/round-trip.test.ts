import fc from 'fast-check';
import { codesFor, indexOf } from '../../../src/domain/intake/choices';
import type { RawValue } from '../../../src/domain/intake/filled';
import type { Field, FieldType, Form } from '../../../src/domain/intake/form';
import { choiceLabels } from '../../../src/intake/files/choice-labels';
import { readCsv } from '../../../src/intake/files/read-csv';
import { readTemplate } from '../../../src/intake/files/read-workbook';
import type { KeptSection } from '../../../src/intake/files/template-input';
import { writeCsv } from '../../../src/intake/files/write-csv';
import { writeTemplate } from '../../../src/intake/files/write-template';
import { CHOICES, FORM, listSection, META } from './ground';

const tariffs = listSection('tariffs');
const every: readonly FieldType[] = [
  'AMOUNT',
  'NUMBER',
  'DECIMAL',
  'PERCENTAGE',
  'YES_NO',
  'CHOICE',
  'DAY',
  'KVK',
  'TEXT',
];
const ALL = {
  code: 'all',
  label: { nl: 'Van alles', en: 'All kinds' },
  kind: 'ITEMS',
  fields: every.map(
    (type): Field => ({ code: `Z.${type}`, label: { nl: type, en: type }, type, isRequired: false, list: 'careForms' }),
  ),
  key: [],
  mayStayAsItWas: false,
  isBulk: false,
  isRequired: true,
} as const;
const form: Form = { ...FORM, sections: [ALL, tariffs] };

/** As texts are kept: trimmed, in whole characters, without what cannot be seen. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('=1+1', "'=1+1", '@x', '-5', 'a;b\n"c"', "'", '_x0041_'),
  )
  .map((any) => any.replaceAll(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim())
  .filter((any) => any !== '' && /^\P{Cs}*$/u.test(any) && !/[\ufffe\uffff]/.test(any));
const KEPT: Readonly<Record<FieldType, fc.Arbitrary<string>>> = {
  AMOUNT: fc.integer({ min: -1e13, max: 1e13 }).map(String),
  NUMBER: fc.nat().map(String),
  DECIMAL: fc.nat({ max: 1e9 }).map((any) => String(any / 10_000)),
  PERCENTAGE: fc.integer({ min: -9999, max: 99_999 }).map((any) => String(any / 10_000)),
  YES_NO: fc.constantFrom('0', '1'),
  CHOICE: fc.constantFrom('45', '46', '47'),
  DAY: fc
    .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((any) => any.toISOString().slice(0, 10)),
  KVK: fc.nat({ max: 99_999_999 }).map((any) => String(any).padStart(8, '0')),
  TEXT: text,
};

const rowOf = (fields: readonly Field[]) =>
  fc
    .tuple(...fields.map(({ type }) => KEPT[type]))
    .map((values) => new Map(values.map((value, at) => [fields[at]?.code ?? '', value])));
const filled: fc.Arbitrary<KeptSection[]> = fc
  .tuple(rowOf(ALL.fields), fc.array(rowOf(tariffs.fields), { minLength: 1, maxLength: 4 }))
  .map(([items, rows]) => [
    { code: ALL.code, rows: [{ row: 0, values: items }] },
    { code: tariffs.code, rows: rows.map((values, at) => ({ row: at + 1, values })) },
  ]);

const LABELS: Readonly<Record<string, string>> = {
  '45': 'Jeugdhulp ambulant',
  '46': 'Pleegzorg (46)',
  '47': 'Pleegzorg (47)',
};
/** What the value that was read is, as it would be kept. */
function kept({ type, list }: Field, value: RawValue | undefined): string | undefined {
  const number = value?.number ?? Number(value?.text.replace(',', '.'));
  if (type === 'AMOUNT') return String(Math.round(number * 100));
  if (type === 'NUMBER' || type === 'DECIMAL') return String(number);
  if (type === 'PERCENTAGE') return String(Number((number / 100).toPrecision(12)));
  if (type === 'YES_NO') return value?.text === 'ja' ? '1' : '0';
  if (type === 'DAY') return value?.day ?? value?.text.split('-').reverse().join('-');
  if (type === 'CHOICE' && list === 'careForms')
    return Object.keys(LABELS).find((code) => code === value?.text || LABELS[code] === value?.text);
  return value?.text;
}

const expected = (sections: readonly KeptSection[]) =>
  sections.flatMap(({ code, rows }) =>
    rows.map(({ row, values }) => ({ code, row, values: Object.fromEntries(values) })),
  );

describe('what is written is read back', () => {
  it('in a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async (sections) => {
        const bytes = await writeTemplate({
          form,
          choices: CHOICES,
          meta: META,
          partyName: 'De Wissel',
          filled: sections,
        });
        const read = await readTemplate(bytes, form);
        expect(read.findings).toEqual([]);
        expect(read.meta).toEqual(META);
        const got = read.sections.flatMap(({ code, rows }) =>
          rows.map(({ row, values }) => {
            const fields = form.sections.find((one) => one.code === code)?.fields ?? [];
            return {
              code,
              row,
              values: Object.fromEntries(fields.map((field) => [field.code, kept(field, values.get(field.code))])),
            };
          }),
        );
        expect(got).toEqual(expected(sections));
      }),
      { numRuns: 40 },
    );
  });

  it('in a CSV', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async (sections) => {
        for (const section of form.sections) {
          const rows = sections.find(({ code }) => code === section.code)?.rows ?? [];
          const read = await readCsv(writeCsv({ section, meta: META, rows }), form);
          expect(read.findings).toEqual([]);
          expect(read.meta).toEqual(META);
          const got = read.sections.flatMap(({ code, rows: all }) =>
            all.map(({ row, values }) => ({
              code,
              row,
              values: Object.fromEntries(
                section.fields.map((field) => [field.code, kept(field, values.get(field.code))]),
              ),
            })),
          );
          expect(got).toEqual(expected(sections.filter(({ code }) => code === section.code)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says where every value stands', async () => {
    const bytes = await writeTemplate({ form, choices: CHOICES, meta: META, partyName: 'De Wissel' });
    const { sections } = await readTemplate(bytes, form);
    expect(sections[0]?.rows[0]?.values.get('Z.NUMBER')).toEqual({
      text: '',
      place: { sheet: 'Van alles', cell: 'D6' },
    });
    expect(sections[1]?.rows).toEqual([]);
  });

  it('escapes what a spreadsheet would take for a formula', () => {
    const values = new Map([
      ['Z.TEXT', '=1+1'],
      ['Z.AMOUNT', '-5'],
    ]);
    const csv = writeCsv({ section: ALL, rows: [{ row: 0, values }] }).toString();
    expect(csv).toContain(";'=1+1");
    expect(csv).toContain(';-0,05');
    expect(csv.startsWith('\ufeffcode;gegeven;waarde\r\n')).toBe(true);
  });
});

it('every choice is read as the code of which a template shows it, also of two with the same name', () => {
  const read = [...CHOICES.values()].flatMap((choices) =>
    [...choiceLabels(choices)].map(([code, label]) => [code, codesFor(indexOf(choices), label)]),
  );
  expect(read.length).toBeGreaterThan(10);
  expect(read.filter(([code, codes]) => JSON.stringify(codes) !== JSON.stringify([code]))).toEqual([]);
});
