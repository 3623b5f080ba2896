import fc from 'fast-check';
import {
  checkDefinition,
  checkTogether,
  type DefinitionDraft,
  type ItemDraft,
} from '../../../src/domain/uitvraag/check';
import { BIJLAGE_4, next, REGELING_8G, stock } from './real';

const brief = (draft: DefinitionDraft) =>
  checkDefinition(draft).map(({ problem, weight, codes }) => [weight, problem, ...codes].join(' '));
const draft = (change: Partial<DefinitionDraft>): DefinitionDraft => ({ ...BIJLAGE_4, ...change });
const item = (change: Partial<ItemDraft>): DefinitionDraft =>
  draft({ items: [{ ...stock('P1', 'pilot'), ...change }] });

describe('a definition', () => {
  it('that ships has no findings, alone and together', () => {
    expect(checkDefinition(BIJLAGE_4)).toEqual([]);
    expect(checkDefinition(REGELING_8G)).toEqual([]);
    expect(checkTogether([BIJLAGE_4, REGELING_8G])).toEqual([]);
  });

  it.each<[string, DefinitionDraft, string[]]>([
    ['without a key', draft({ key: ' ' }), ['ERROR NO_KEY']],
    ['of version 0', draft({ version: 0 }), ['ERROR VERSION']],
    ['of version 1.5', draft({ version: 1.5 }), ['ERROR VERSION']],
    ['from a day that does not exist', draft({ validFrom: '2026-02-29' }), ['ERROR NO_SUCH_DAY']],
    ['until a day that does not exist', draft({ validTo: '1 juli' }), ['ERROR NO_SUCH_DAY']],
    [
      'that ends on the day it begins',
      draft({ validFrom: '2026-01-01', validTo: '2026-01-01' }),
      ['ERROR ENDS_BEFORE_START'],
    ],
    ['that ends a day later', draft({ validFrom: '2026-01-01', validTo: '2026-01-02' }), []],
    ['that asks for nothing', draft({ items: [] }), ['ERROR NO_ITEMS']],
    ['with an item without a code', item({ code: '' }), ['ERROR NO_CODE']],
    ['with an unknown unit', item({ unit: 'EURO' }), ['ERROR UNKNOWN_UNIT P1']],
    ['with a unit that every object has', item({ unit: 'toString' }), ['ERROR UNKNOWN_UNIT P1']],
    ['with an unknown frequency', item({ frequency: 'MONTH' }), ['ERROR UNKNOWN_FREQUENCY P1']],
    ['that asks an unknown kind of party', item({ askedOf: 'BANK' }), ['ERROR UNKNOWN_PARTY P1']],
    ['with a cumulative item every quarter', item({ isCumulative: true }), []],
    [
      'with a cumulative item once a year',
      item({ isCumulative: true, frequency: 'YEAR' }),
      ['ERROR CUMULATIVE_NOT_QUARTERLY P1'],
    ],
    [
      'with a figure of the rules that they cannot read',
      item({ figureItem: 'equity', frequency: 'YEAR' }),
      ['WARNING UNREADABLE P1'],
    ],
    ['with such a figure of an unknown unit', item({ figureItem: 'equity', unit: 'EURO' }), ['ERROR UNKNOWN_UNIT P1']],
    ['with an answer that is not yes or no', item({ figureItem: 'outlook_risk' }), ['WARNING UNREADABLE P1']],
  ])('%s', (_, given, expected) => {
    expect(brief(given)).toEqual(expected);
  });

  it('has a code once', () => {
    const twice = next(BIJLAGE_4, {}, stock('A2.6', 'pilot'));
    expect(checkDefinition(twice)).toEqual([
      {
        problem: 'DUPLICATE_CODE',
        weight: 'ERROR',
        codes: ['A2.6'],
        en: 'A2.6 is there 2 times.',
        nl: 'A2.6 komt 2 keer voor.',
      },
    ]);
  });

  it.each([
    ['unit', { unit: 'COUNT' } as const],
    ['period', { isCumulative: true }],
    ['frequency', { frequency: 'YEAR' } as const],
  ])('does not ask the same figure twice in a different %s', (_, form) => {
    const items = [stock('P1', 'pilot'), { ...stock('P2', 'pilot'), ...form }];
    expect(checkDefinition(draft({ items }))).toMatchObject([
      {
        problem: 'ASKED_IN_TWO_FORMS',
        codes: ['P1', 'P2'],
        nl: 'P1 en P2 worden hetzelfde cijfer (pilot), maar worden in verschillende vormen gevraagd.',
      },
    ]);
  });

  it('may ask the same figure twice in the same form, or of two kinds of party', () => {
    const other = { ...stock('P2', 'pilot'), unit: 'COUNT', askedOf: 'REGION' } as const;
    expect(brief(draft({ items: [stock('P1', 'pilot'), stock('P3', 'pilot'), other] }))).toEqual([]);
    expect(brief(draft({ items: [stock('P1', ''), { ...stock('P2', ''), figureItem: null, unit: 'DAYS' }] }))).toEqual(
      [],
    );
  });

  it('does not contradict another that is in force beside it', () => {
    const pilot = { ...next(REGELING_8G, {}), key: 'pilot', items: [{ ...stock('p1', 'equity'), unit: 'COUNT' }] };
    expect(checkTogether([BIJLAGE_4, pilot]).map(({ codes }) => codes)).toEqual([
      ['convenant-bijlage-4 A2.6', 'pilot p1'],
    ]);
  });

  it('is told everything at once, in words', () => {
    const wrong = draft({ key: '', version: -1, validFrom: '', items: [{ ...stock('', 'x'), unit: 'EURO' }] });
    expect(brief(wrong)).toHaveLength(5);
    expect(checkDefinition(wrong).at(-1)?.en).toBe(
      ': “EURO” is not a unit; choose EUR_CENT, FTE, COUNT, FRACTION, DAYS, YES_NO.',
    );
  });

  it('can be anything: it never throws, and always says what is wrong', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('QUARTER', 'YEAR', 'EUR_CENT', 'PROVIDER', 'equity', 'revenue'));
    const anyItem = fc.record({
      ...{ code: word, askedOf: word, label: word, figureItem: fc.option(word), unit: word, frequency: word },
      ...{ isCumulative: fc.boolean(), isRequired: fc.boolean(), legalBasis: word },
    });
    const anything = fc.record({
      ...{ key: word, version: fc.double(), name: word, legalBasis: word, validFrom: word, validTo: fc.option(word) },
      items: fc.array(anyItem, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(anything, (given) => {
        for (const { en, nl } of checkDefinition(given)) expect(Math.min(en.length, nl.length)).toBeGreaterThan(10);
        if (given.items.length === 0) expect(brief(given)).toContain('ERROR NO_ITEMS');
      }),
    );
  });
});
