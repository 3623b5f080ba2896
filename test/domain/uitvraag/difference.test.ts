import fc from 'fast-check';
import { difference } from '../../../src/domain/uitvraag/difference';
import { BIJLAGE_4, next, REGELING_8G, stock } from './real';

const brief = (changes: readonly { kind: string; code: string; before: string; assessability: string }[]) =>
  changes.map(({ kind, code, before, assessability }) => `${kind} ${code}: ${before} -> ${assessability}`);

describe('a version that drops an item', () => {
  it('says which criteria, ratios and indicators become unassessable by it, and why', () => {
    const { added, dropped, changed, lost, gained } = difference(BIJLAGE_4, next(BIJLAGE_4, { 'A2.7': null }));
    expect([added, changed, gained]).toEqual([[], [], []]);
    expect(dropped).toMatchObject([
      {
        item: { code: 'A2.7' },
        en: 'A2.7 is dropped: Balanstotaal, einde kwartaal',
        nl: 'A2.7 vervalt: Balanstotaal, einde kwartaal',
      },
    ]);
    expect(brief(lost)).toEqual([
      'CRITERION SOLVENCY_PROBLEMATIC: ASSESSABLE -> NOT_ASSESSABLE',
      'CRITERION SOLVENCY_WORRYING: ASSESSABLE -> NOT_ASSESSABLE',
      'CRITERION SOLVENCY_DECREASING: ASSESSABLE -> NOT_ASSESSABLE',
      'RATIO solvency: ASSESSABLE -> NOT_ASSESSABLE',
      'INDICATOR solvency: ASSESSABLE -> NOT_ASSESSABLE',
    ]);
    expect(lost[0]?.nl).toBe(
      'criterium “de solvabiliteit ligt onder 10%”: niet te beoordelen; niet gevraagd: balanstotaal',
    );
  });

  it('gives up nothing that another definition in force still requires', () => {
    const without = next(BIJLAGE_4, { 'A2.10': null });
    expect(brief(difference(BIJLAGE_4, without).lost)).toEqual([
      'CRITERION DAYS_CASH_PRESSURE: IF_GIVEN -> NOT_ASSESSABLE',
      'RATIO daysCash: IF_GIVEN -> NOT_ASSESSABLE',
      'INDICATOR daysCash: IF_GIVEN -> NOT_ASSESSABLE',
    ]);
    expect(difference(BIJLAGE_4, without, [REGELING_8G])).toMatchObject({ lost: [], gained: [] });
  });

  it('gives up nothing by renumbering an item, and nothing by dropping a list', () => {
    const renumbered = next(BIJLAGE_4, { 'A2.6': { code: 'A2.6a' } });
    expect(difference(BIJLAGE_4, renumbered)).toMatchObject({ added: [{}], dropped: [{}], lost: [], gained: [] });
    expect(difference(BIJLAGE_4, next(BIJLAGE_4, { 'A7.1': null }))).toMatchObject({ dropped: [{}], lost: [] });
  });
});

describe('a version that adds an item', () => {
  it('says what becomes assessable: equity beside 8g, but solvency not without a balance total', () => {
    const pilot = next(REGELING_8G, {}, stock('p1', 'equity'));
    const { added, lost, gained } = difference(REGELING_8G, pilot);
    expect(added.map(({ en }) => en)).toEqual(['p1 is added: equity']);
    expect(lost).toEqual([]);
    expect(brief(gained)).toEqual([
      'CRITERION EQUITY_NEGATIVE: NOT_ASSESSABLE -> ASSESSABLE',
      'RATIO equityToRevenue: NOT_ASSESSABLE -> ASSESSABLE',
      'INDICATOR equityToRevenue: NOT_ASSESSABLE -> ASSESSABLE',
    ]);
  });
});

describe('a version that changes an item', () => {
  it.each([
    [
      'unit',
      { unit: 'COUNT' } as const,
      'the unit was in euro cents, becomes as a number',
      'de eenheid was in eurocenten, wordt als aantal',
    ],
    [
      'frequency',
      { frequency: 'YEAR' } as const,
      'the frequency was every quarter, becomes every year',
      'de frequentie was elk kwartaal, wordt elk jaar',
    ],
    [
      'isCumulative',
      { isCumulative: true },
      'the period was for the period alone, becomes from 1 January',
      'de periode was over de periode alleen, wordt vanaf 1 januari',
    ],
    [
      'isRequired',
      { isRequired: false },
      'the obligation was required, becomes voluntary',
      'de verplichting was verplicht, wordt vrijwillig',
    ],
    [
      'figureItem',
      { figureItem: null },
      'the figure was overdue_creditors, becomes none',
      'het cijfer was overdue_creditors, wordt geen',
    ],
    [
      'label',
      { label: '{after} $& {field}' },
      'the label was Achterstallige crediteuren, einde kwartaal, becomes {after} $& {field}',
      'het opschrift was Achterstallige crediteuren, einde kwartaal, wordt {after} $& {field}',
    ],
  ])('says that of its %s', (field, change, en, nl) => {
    const { changed, lost } = difference(BIJLAGE_4, next(BIJLAGE_4, { 'A2.11': change }));
    const label = 'label' in change ? change.label : 'Achterstallige crediteuren, einde kwartaal';
    expect(changed).toMatchObject([
      { code: 'A2.11', field, en: `A2.11 (${label}): ${en}`, nl: `A2.11 (${label}): ${nl}` },
    ]);
    const to = field === 'isRequired' ? 'IF_GIVEN' : 'NOT_ASSESSABLE';
    expect(brief(lost)).toEqual(
      field === 'label'
        ? []
        : [`CRITERION ARREARS_STRUCTURAL: ASSESSABLE -> ${to}`, `CRITERION CREDITORS_OVERDUE: ASSESSABLE -> ${to}`],
    );
  });
});

describe('any two versions', () => {
  const codes = BIJLAGE_4.items.map(({ code }) => code);
  const version = fc
    .record({
      dropped: fc.subarray(codes),
      changed: fc.subarray(codes),
      change: fc.record({ isRequired: fc.boolean(), isCumulative: fc.boolean() }),
    })
    .map(({ dropped, changed, change }) =>
      next(BIJLAGE_4, {
        ...Object.fromEntries(changed.map((code) => [code, change])),
        ...Object.fromEntries(dropped.map((code) => [code, null])),
      }),
    );

  it('differ the other way round by the opposite', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [there, back] = [difference(one, other), difference(other, one)];
        const names = (changes: readonly { kind: string; code: string }[]) =>
          changes.map(({ kind, code }) => `${kind} ${code}`);
        expect(there.added.map(({ item }) => item.code).sort()).toEqual(
          back.dropped.map(({ item }) => item.code).sort(),
        );
        expect(there.dropped.map(({ item }) => item.code).sort()).toEqual(
          back.added.map(({ item }) => item.code).sort(),
        );
        expect(names(there.lost)).toEqual(names(back.gained));
        expect(names(there.gained)).toEqual(names(back.lost));
        expect(there.changed).toHaveLength(back.changed.length);
        for (const { en, nl } of [...there.lost, ...there.changed]) {
          expect(en + nl).not.toMatch(/undefined|null|NaN|\{|\}/);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('do not differ from themselves', () => {
    fc.assert(
      fc.property(version, (one) =>
        expect(difference(one, one)).toEqual({ added: [], dropped: [], changed: [], lost: [], gained: [] }),
      ),
      { numRuns: 20 },
    );
  });
});
