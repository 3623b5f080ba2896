import { FINDINGS_MAX, Findings, OF_A_KIND_MAX } from '../../../src/domain/intake/bounded';
import { checkCells } from '../../../src/domain/intake/check-cells';
import type { FilledRow, FilledSection } from '../../../src/domain/intake/filled';
import type { Field, Form, Section } from '../../../src/domain/intake/form';

const field = (code: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  code,
  type,
  label: { nl: `${code} nl`, en: `${code} en` },
  isRequired: true,
  ...more,
});
const section = (
  code: string,
  kind: Section['kind'],
  fields: readonly Field[],
  more: Partial<Section> = {},
): Section => ({
  code,
  kind,
  fields,
  label: { nl: `Deel ${code}`, en: `Part ${code}` },
  key: [],
  mayStayAsItWas: false,
  isBulk: false,
  isRequired: true,
  ...more,
});
const FORM: Form = {
  uitvraagKey: 'test',
  uitvraagVersion: 1,
  periodStart: '2026-07-01',
  periodEnd: '2026-10-01',
  sections: [
    section('money', 'ITEMS', [
      field('cash', 'AMOUNT', { mayBeNegative: true }),
      field('note', 'TEXT', { isRequired: false }),
      field('bsn', 'TEXT', { isRequired: false, label: { nl: 'BSN', en: 'BSN' } }),
      field('office', 'TEXT', { isRequired: false, isContact: true }),
    ]),
    section(
      'rows',
      'LIST',
      [
        field('who', 'CHOICE', { list: 'municipalities' }),
        field('name', 'TEXT'),
        field('count', 'NUMBER', { isRequired: false }),
      ],
      { key: ['who', 'name'], isRequired: false },
    ),
  ],
};
const CHOICES = new Map([['municipalities' as const, [{ code: 'GM0014', label: 'Groningen' }]]]);

const row = (number: number, values: Readonly<Record<string, string>>): FilledRow => ({
  row: number,
  values: new Map(
    Object.entries(values).map(([code, text]) => [
      code,
      { text, place: { sheet: 'S', cell: `${code.slice(0, 5)}:${number}` } },
    ]),
  ),
});
const money = (values: Readonly<Record<string, string>>): FilledSection => ({ code: 'money', rows: [row(0, values)] });
const rows = (...given: Readonly<Record<string, string>>[]): FilledSection => ({
  code: 'rows',
  rows: given.map((values, at) => row(at + 1, values)),
});
const check = (...filled: FilledSection[]) => checkCells(FORM, filled, CHOICES);
const brief = (...filled: FilledSection[]) =>
  check(...filled).findings.map(({ rule, section: of, row: at, field: one }) => [rule, of, at, one].join(' '));

describe('The check of cells', () => {
  it('keeps what is sound, by section, row and field, with its place', () => {
    const { kept, findings } = check(money({ cash: '1.250,50' }), rows({ who: 'groningen', name: ' Een ' }));
    expect(findings).toEqual([]);
    expect(kept.get('money')?.[0]?.values).toEqual(new Map([['cash', '125050']]));
    expect(kept.get('rows')?.[0]).toMatchObject({
      row: 1,
      values: new Map([
        ['who', 'GM0014'],
        ['name', 'Een'],
      ]),
    });
    expect(kept.get('money')?.[0]?.places?.get('cash')).toEqual({ sheet: 'S', cell: 'cash:0' });
  });

  it('tells all that is wrong at once, each at its place', () => {
    const found = brief(
      { code: 'nothing', rows: [] },
      money({ note: 'x', cash: 'veel', extra: '1' }),
      rows({ who: 'Mars', name: 'a' }, { who: 'GM0014' }, { count: '-1', name: 'b', who: 'GM0014' }),
    );
    expect(found).toEqual([
      'cell.unknown-section nothing  ',
      'cell.unknown-field money 0 extra',
      'cell.not-a-number money 0 cash',
      'cell.not-a-choice rows 1 who',
      'cell.required rows 2 name',
      'cell.below-zero rows 3 count',
    ]);
  });

  it('asks once for a section that is empty, unless it was confirmed as it was or may be left out', () => {
    expect(brief()).toEqual(['cell.section-empty money  ']);
    expect(brief(money({ cash: ' ' }))).toEqual(['cell.section-empty money  ']);
    expect(checkCells(FORM, [], CHOICES, new Set(['money'])).findings).toEqual([]);
  });

  it('lets an empty row be, and asks for what a started row misses', () => {
    expect(brief(money({ cash: '1' }), rows({ who: '', name: ' ' }, { who: 'GM0014', name: '' }))).toEqual([
      'cell.required rows 2 name',
    ]);
  });

  it('finds two rows with the same key, however they are written, and names the first', () => {
    const { findings } = check(
      money({ cash: '1' }),
      rows({ who: 'GM0014', name: 'a' }, { who: 'Groningen', name: ' a' }),
    );
    expect(findings.map(({ rule, row: at }) => [rule, at])).toEqual([['cell.duplicate-row', 2]]);
    expect(findings[0]?.message.nl).toBe(
      'Deze rij is dezelfde als rij 1: who nl en name nl zijn gelijk. Voeg de rijen samen of haal er één weg.',
    );
  });

  it('takes one value of an item, and says when there are two', () => {
    const twice = { code: 'money', rows: [row(0, { cash: '1' }), row(0, { cash: '2' })] };
    expect(brief(twice)).toEqual(['cell.more-than-once money 0 cash']);
    expect(check(twice).kept.get('money')?.[0]?.values.get('cash')).toBe('100');
  });

  it.each([
    ['a citizen service number', { cash: '1', note: 'BSN 111222333 van hem' }, '111222333'],
    ['an address of a person', { cash: '1', note: 'mail jan.jansen@voorbeeld.nl' }, 'jan.jansen'],
    ['an address in a field of numbers', { cash: 'jan.jansen@voorbeeld.nl' }, 'jan.jansen'],
    ['a number that the label of its field makes one', { cash: '1', bsn: '111222333' }, '111222333'],
    ['a citizen service number among contact data', { cash: '1', office: 'BSN 111222333' }, '111222333'],
  ])('refuses %s and never repeats it', (_what, values, secret) => {
    const { findings, kept } = check(money(values));
    expect(findings.map(({ rule }) => rule)).toContain('cell.personal-data');
    expect(JSON.stringify(findings)).not.toContain(secret);
    expect(JSON.stringify([...(kept.get('money')?.[0]?.values ?? [])])).not.toContain(secret);
  });

  it('lets the telephone and the address of an office stand where contact data are asked for', () => {
    expect(brief(money({ cash: '1', office: 'jan.jansen@voorbeeld.nl, tel. 06-12345678' }))).toEqual([]);
  });

  it('never repeats nine digits that may be a citizen service number, in whichever field', () => {
    const { findings } = check(
      money({ cash: '1', 111222333: 'x' }),
      rows({ who: '111222333', name: 'a', count: '111222333' }),
    );
    expect(findings).toHaveLength(3);
    expect(JSON.stringify(findings)).not.toContain('111222333');
  });

  it('sees that a whole column holds numbers of people', () => {
    const numbers = [
      '111222333',
      '123456782',
      '100000009',
      '100000010',
      '100000022',
      '100000034',
      '100000046',
      '100000058',
      '100000071',
      '100000083',
    ];
    const passes = numbers.filter(
      (text) => [...text].reduce((sum, d, at) => sum + Number(d) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0,
    );
    expect(passes.length).toBeGreaterThanOrEqual(9);
    const { findings } = check(money({ cash: '1' }), rows(...passes.map((name) => ({ who: 'GM0014', name }))));
    expect(findings.map(({ rule }) => rule)).toEqual(passes.map(() => 'cell.personal-data'));
  });

  it('says "and 312 more of the same" instead of saying it 332 times', () => {
    const { findings } = check(
      money({ cash: '1' }),
      rows(...Array.from({ length: 332 }, () => ({ who: 'Mars', name: 'a' }))),
    );
    expect(findings).toHaveLength(OF_A_KIND_MAX + 1);
    expect(findings.at(-1)).toMatchObject({ severity: 'ERROR', row: null, value: '312', field: 'who' });
    expect(findings.at(-1)?.message.nl).toMatch(/^En nog 312 keer hetzelfde: Dit staat niet in de lijst/);
  });

  it('never tells more than fits, and what is left out stays as grave as it was', () => {
    const findings = new Findings();
    const none = { section: null, row: null, place: null, value: null, expected: null, message: { nl: '', en: '' } };
    for (let at = 0; at < FINDINGS_MAX + 5; at++) {
      findings.add({
        ...none,
        severity: at < 3 ? 'INFO' : 'ERROR',
        step: 'CELL',
        rule: 'cell.required',
        field: `f${at}`,
      });
    }
    expect(findings.all()).toHaveLength(FINDINGS_MAX);
    expect(findings.all().at(-1)).toMatchObject({
      rule: 'more',
      severity: 'ERROR',
      message: { en: expect.stringContaining(' 6 ') },
    });
  });

  it('never leaves out that data of people were found: for that a file is refused', () => {
    const findings = new Findings();
    const none = { section: null, row: null, place: null, value: null, expected: null, message: { nl: '', en: '' } };
    const error = { ...none, severity: 'ERROR', step: 'CELL' } as const;
    for (let at = 0; at < FINDINGS_MAX + 5; at++) findings.add({ ...error, rule: 'cell.required', field: `f${at}` });
    findings.add({ ...error, rule: 'cell.personal-data', field: 'note' });
    expect(findings.all()).toHaveLength(FINDINGS_MAX);
    expect(findings.all()).toContainEqual(expect.objectContaining({ rule: 'cell.personal-data', field: 'note' }));
  });

  it('is done in time with many rows that are all wrong', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({ who: 'Mars', name: `n${at}`, count: '-1' }));
    const before = performance.now();
    expect(check(money({ cash: '1' }), rows(...many)).findings.length).toBe(2 * (OF_A_KIND_MAX + 1));
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
