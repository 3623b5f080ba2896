import covenant from '../../../seeds/reference/uitvraag/convenant-bijlage-4.json';
import regeling from '../../../seeds/reference/uitvraag/regeling-jeugdwet-8g.json';
import { checkCells } from '../../../src/domain/intake/check-cells';
import type { Choices } from '../../../src/domain/intake/choices';
import { checkCoherence } from '../../../src/domain/intake/coherence/check-coherence';
import { type Known, type KnownFigure, NOTHING_KNOWN } from '../../../src/domain/intake/coherence/known';
import { COHERENCE_RULES } from '../../../src/domain/intake/coherence/rules';
import type { FilledSection } from '../../../src/domain/intake/filled';
import type { Form } from '../../../src/domain/intake/form';
import { formFor } from '../../../src/domain/intake/form-for';
import { addQuarters } from '../../../src/domain/period';
import type { UitvraagDefinition } from '../../../src/domain/uitvraag/definition';
import type { Frequency, PartyKind } from '../../../src/domain/vocabulary';
import { healthyBut } from '../healthy';

const Q3 = ['2026-07-01', '2026-10-01'] as const;
const Q1 = ['2026-01-01', '2026-04-01'] as const;
const Q4 = ['2026-10-01', '2027-01-01'] as const;
const H1 = ['2026-01-01', '2026-07-01'] as const;
const Y = ['2026-01-01', '2027-01-01'] as const;

const formOf = (
  [periodStart, periodEnd]: readonly [string, string],
  frequency: Frequency,
  kind: PartyKind = 'PROVIDER',
  definition: unknown = covenant,
): Form => formFor(definition as UitvraagDefinition, { kind, frequency, periodStart, periodEnd });

const code = (value: string) => ({ code: value, label: `naam ${value}` });
const CHOICES: Choices = new Map([
  ['careForms', ['45', '46'].map(code)],
  ['clients', ['GM0014', 'GM0034', 'JZ01', 'LTA'].map(code)],
  ['municipalities', ['GM0014', 'GM0034', 'GM0037'].map(code)],
  ['regions', ['JZ01'].map(code)],
  ['contractTypes', ['SERVICE'].map(code)],
  ['procurements', ['TENDER'].map(code)],
  ['fundings', ['OUTPUT', 'TAAK'].map(code)],
  ['volumeUnits', ['HOUR'].map(code)],
  ['trends', []],
]);

type Values = Readonly<Record<string, string>>;
const filledIn = (
  form: Form,
  items: Values,
  lists: Readonly<Record<string, readonly Values[]>> = {},
): FilledSection[] => {
  const raws = (values: Values) => new Map(Object.entries(values).map(([name, text]) => [name, { text, place: null }]));
  return form.sections.map(({ code: section, kind, fields }) => ({
    code: section,
    rows:
      kind === 'ITEMS'
        ? [
            {
              row: 0,
              values: raws(
                Object.fromEntries(Object.entries(items).filter(([name]) => fields.some((one) => one.code === name))),
              ),
            },
          ]
        : (lists[section] ?? []).map((values, at) => ({ row: at + 1, values: raws(values) })),
  }));
};

interface Case {
  readonly form: Form;
  readonly items?: Values;
  readonly lists?: Readonly<Record<string, readonly Values[]>>;
  readonly known?: Partial<Known>;
}
const check = ({ form, items = {}, lists = {}, known = {} }: Case) => {
  const { kept, findings } = checkCells(form, filledIn(form, items, lists), CHOICES);
  const unsound = findings.filter(({ rule }) => rule !== 'cell.required' && rule !== 'cell.section-empty');
  expect(unsound).toEqual([]);
  return checkCoherence(form, kept, { ...NOTHING_KNOWN, ...known });
};
const brief = (given: Case) =>
  check(given).map(({ rule, severity, row, field }) => `${rule.replace('coherence.', '')} ${severity} ${field} ${row}`);

/** The amounts of an item in the quarters before, the latest first, from the quarter before 2026Q3. In euros. */
const before = (item: string, euros: readonly (number | null)[], from = '2026-07-01'): KnownFigure[] =>
  euros.flatMap((euro, at) => {
    const periodStart = addQuarters(from, -1 - at);
    const known = { item, periodStart, periodEnd: addQuarters(periodStart, 1) };
    return euro === null ? [] : [{ ...known, value: String(euro * 100) }];
  });

const quarter = (items: Values, known: Partial<Known> = {}, period: readonly [string, string] = Q3): Case => ({
  form: formOf(period, 'QUARTER'),
  items,
  known,
});
const half = (items: Values): Case => ({ form: formOf(H1, 'HALF_YEAR'), items });
const year = (items: Values): Case => ({ form: formOf(Y, 'YEAR'), items });
const contract = (more: Values = {}): Values => ({
  ...{ client: 'GM0014', reference: 'C1', careForm: '45', startsOn: '1-1-2026', endsOn: '31-12-2026' },
  ...{ annualValue: '2.100.000', type: 'SERVICE', procurement: 'TENDER', funding: 'OUTPUT', ...more },
});
const contracts = (...rows: Values[]): Case => ({ form: formOf(Y, 'YEAR'), lists: { providerContracts: rows } });
const theirs = {
  counterpart: 'GM0014',
  careForm: '45',
  startsOn: '2026-01-01',
  lastDay: '2026-12-31',
  isDeclared: true,
};
/** Declared per municipality, in euros, as it is summed up of the lines. */
const declared = (items: Values, euros: Readonly<Record<string, number>>, known: Partial<Known> = {}): Case =>
  quarter(items, {
    ...known,
    declared: Object.entries(euros).map(([municipality, euro]) => ({
      municipality,
      amount: BigInt(Math.round(euro * 100)),
    })),
  });
const waiting = (days: string, count: string): Case => ({
  form: formOf(Q3, 'QUARTER', 'PROVIDER', regeling),
  lists: { waiting: [{ careForm: '45', region: 'JZ01', waitingDays: days, waitingCount: count }] },
});
const municipal = (budget: string, realised: string, known: Partial<Known> = {}): Case => ({
  form: formOf(Q3, 'QUARTER', 'MUNICIPALITY'),
  lists: { municipalReport: [{ careForm: '45', budget, realised, clients: '5' }] },
  known,
});
const tender = (opensOn: string, startsOn: string): Case => ({
  form: formOf(Y, 'YEAR', 'REGION'),
  lists: {
    tenders: [{ careForm: '45', subject: 'Ambulant', opensOn, startsOn, funding: 'OUTPUT', durationMonths: '48' }],
  },
});
const accounts = { year: 2026, revenue: 100_000_000n, equity: 50_000_000n, balanceTotal: 200_000_000n };
const last = { year: 2025, revenue: null, equity: 50_000_000n, balanceTotal: null };
const eight = (value: number, item = 'balance_total') => before(item, Array(8).fill(value));

const CASES: readonly (readonly [says: string, given: Case, found: readonly string[]])[] = [
  ['a part equal to its whole is right', quarter({ 'A2.6': '100', 'A2.7': '100' }), []],
  [
    'a part a cent above its whole is wrong',
    quarter({ 'A2.6': '100,01', 'A2.7': '100' }),
    ['part-above-whole ERROR A2.6 0'],
  ],
  ['Jeugdwet above revenue is wrong', quarter({ 'A2.5': '101', 'A2.4': '100' }), ['part-above-whole ERROR A2.5 0']],
  [
    'equity and debts together above the total are wrong',
    quarter({ 'A2.6': '60', 'A2.9': '41', 'A2.7': '100' }),
    ['part-above-whole ERROR A2.6 0'],
  ],
  ['debts that eat up negative equity are right', quarter({ 'A2.6': '-60', 'A2.9': '160', 'A2.7': '100' }), []],
  [
    'hired staff above all personnel costs is wrong',
    half({ 'A5.8': '10', 'A5.9': '11' }),
    ['part-above-whole ERROR A5.9 0'],
  ],
  ['formation of the primary process within the total', half({ 'A5.3': '10,5', 'A5.5': '10,5' }), []],
  ['a profit above revenue is wrong', quarter({ 'A2.1': '101', 'A2.4': '100' }), ['result-above-revenue ERROR A2.1 0']],
  [
    'a loss above revenue is asked',
    quarter({ 'A2.1': '-101', 'A2.4': '100' }),
    ['result-above-revenue QUESTION A2.1 0'],
  ],
  ['a result as large as revenue is let be', quarter({ 'A2.1': '-100', 'A2.4': '100' }), []],
  ['a profit beside a loss of its size is asked', quarter({ 'A2.1': '100', 'A2.2': '-110' }), ['sign QUESTION A2.1 0']],
  ['a profit beside a loss of another size is let be', quarter({ 'A2.1': '100', 'A2.2': '-200' }), []],
  ['cash below zero is asked', quarter({ 'A2.10': '-0,01' }), ['overdrawn QUESTION A2.10 0']],
  [
    'a budget that adds up within 1 % of revenue',
    year({ 'A1.1': '1000', 'A1.3': '300', 'A1.4': '600', 'A1.6': '110' }),
    [],
  ],
  [
    'a budget that does not',
    year({ 'A1.1': '1000', 'A1.3': '300', 'A1.4': '600', 'A1.6': '110,01' }),
    ['budget-adds-up QUESTION A1.6 0'],
  ],
  ['a budget of which a cost is missing', year({ 'A1.1': '1000', 'A1.3': '300', 'A1.6': '500' }), []],
  [
    'exactly 50 % more than the quarter before',
    quarter({ 'A2.7': '15.000' }, { figures: before('balance_total', [10_000]) }),
    [],
  ],
  [
    'more than 50 % more',
    quarter({ 'A2.7': '15.000,01' }, { figures: before('balance_total', [10_000]) }),
    ['jump QUESTION A2.7 0'],
  ],
  [
    'more than half less than a year before',
    quarter({ 'A2.7': '4.999' }, { figures: before('balance_total', [null, null, null, 10_000]) }),
    ['jump QUESTION A2.7 0'],
  ],
  [
    'from an amount too small to jump from',
    quarter({ 'A2.7': '99.999' }, { figures: before('balance_total', [9_999]) }),
    [],
  ],
  [
    'a year to date that grows by the same each quarter',
    quarter({ 'A2.4': '300.000' }, { figures: before('revenue', [200_000, 100_000]) }),
    [],
  ],
  [
    'a year to date of which this quarter jumps',
    quarter({ 'A2.4': '400.000' }, { figures: before('revenue', [200_000, 100_000]) }),
    ['jump QUESTION A2.4 0'],
  ],
  [
    'a first quarter against the last one alone',
    quarter({ 'A2.4': '100.000' }, { figures: before('revenue', [400_000, 300_000], '2026-01-01') }, Q1),
    [],
  ],
  [
    'a result that jumps is let be',
    quarter({ 'A2.1': '300.000' }, { figures: before('net_result', [20_000, 10_000]) }),
    [],
  ],
  [
    '29 times as much is a jump',
    quarter({ 'A2.7': '2.900.000' }, { figures: eight(100_000) }),
    ['jump QUESTION A2.7 0'],
  ],
  [
    '30 times as much is another unit, once',
    quarter({ 'A2.7': '3.000.000' }, { figures: eight(100_000) }),
    ['factor QUESTION A2.7 0'],
  ],
  [
    'a thousandth is another unit, once',
    quarter({ 'A2.7': '100' }, { figures: eight(100_000) }),
    ['factor QUESTION A2.7 0'],
  ],
  [
    'with three periods nothing is usual yet',
    quarter({ 'A2.7': '3.000.000' }, { figures: eight(100_000).slice(0, 3) }),
    ['jump QUESTION A2.7 0'],
  ],
  [
    'three amounts in thousands of euros are an error',
    quarter(
      { 'A2.7': '100', 'A2.8': '60', 'A2.9': '40' },
      { figures: [...eight(100_000), ...eight(60_000, 'current_assets'), ...eight(40_000, 'current_liabilities')] },
    ),
    ['factor ERROR A2.7 0', 'factor ERROR A2.8 0', 'factor ERROR A2.9 0'],
  ],
  [
    'a third quarter that equals the mean quarter',
    quarter({ 'A2.4': '100.000' }, { figures: before('revenue', [200_000]) }),
    ['quarter-alone QUESTION A2.4 0'],
  ],
  [
    'a quarter more than that looks alone',
    quarter({ 'A2.4': '125.000' }, { figures: before('revenue', [200_000]) }),
    ['quarter-alone QUESTION A2.4 0'],
  ],
  [
    'more than that, and still lower than before, fell',
    quarter({ 'A2.4': '125.001' }, { figures: before('revenue', [200_000]) }),
    ['cumulative-fell QUESTION A2.4 0'],
  ],
  ['a year to date that stays', quarter({ 'A2.4': '200.000' }, { figures: before('revenue', [200_000]) }), []],
  ['a result since 1 January may fall', quarter({ 'A2.1': '10.000' }, { figures: before('net_result', [20_000]) }), []],
  [
    'a fourth quarter within 5 % of the accounts',
    quarter({ 'A2.4': '1.050.000' }, { annualAccounts: [accounts] }, Q4),
    [],
  ],
  [
    'a fourth quarter beyond it',
    quarter({ 'A2.4': '1.050.001' }, { annualAccounts: [accounts] }, Q4),
    ['annual-accounts QUESTION A2.4 0'],
  ],
  ['another quarter is no whole year', quarter({ 'A2.4': '750.000' }, { annualAccounts: [accounts] }), []],
  [
    'equity that moves with the result',
    quarter({ 'A2.6': '600.000', 'A2.1': '0', 'A2.7': '1.000.000' }, { annualAccounts: [last] }),
    [],
  ],
  [
    'equity that does not',
    quarter({ 'A2.6': '600.001', 'A2.1': '0', 'A2.7': '1.000.000' }, { annualAccounts: [last] }),
    ['equity-and-result QUESTION A2.6 0'],
  ],
  ['sickness of 100 % is asked', half({ 'A5.7': '100' }), ['sickness QUESTION A5.7 0']],
  ['sickness of 25 % is let be', half({ 'A5.7': '25' }), []],
  ['sickness above 100 % is wrong', half({ 'A5.7': '100,1' }), ['above-hundred ERROR A5.7 0']],
  ['a fraction for a percentage is asked', half({ 'A5.7': '0,185' }), ['percentage QUESTION A5.7 0']],
  ['1 % is let be, and so is none', half({ 'A5.7': '1' }), []],
  ['no sickness is let be', half({ 'A5.7': '0' }), []],
  ['a quarter more people than posts is let be', half({ 'A5.3': '100', 'A5.4': '125' }), []],
  ['more than that is asked', half({ 'A5.3': '100', 'A5.4': '125,1' }), ['occupancy QUESTION A5.4 0']],
  ['days of waiting, and nobody waits', waiting('30', '0'), ['waiting QUESTION waitingCount 1']],
  ['somebody waits, and no days', waiting('0', '3'), ['waiting QUESTION waitingDays 1']],
  ['nobody waits, and no days', waiting('0', '0'), []],
  ['a quarter as large as the budget of the year', municipal('100', '100'), []],
  ['a quarter above it', municipal('100', '101'), ['quarter-above-budget QUESTION realised 1']],
  [
    'a year so far above it',
    municipal('100', '40', { realised: [{ careForm: '45', quarter: '2026-04-01', amount: 6_001n }] }),
    ['year-above-budget INFO realised 1'],
  ],
  [
    'last year does not count',
    municipal('100', '40', { realised: [{ careForm: '45', quarter: '2025-10-01', amount: 6_001n }] }),
    [],
  ],
  ['declarations that are the total but for rounding', declared({ 'A3.1': '100.000' }, { GM0014: 100001 }), []],
  [
    'declarations above the total',
    declared({ 'A3.1': '100.000' }, { GM0014: 100001.01 }),
    ['declared-total ERROR A3.1 0'],
  ],
  ['declarations 1 % below it', declared({ 'A3.1': '100.000' }, { GM0014: 99000 }), []],
  [
    'declarations more than that below it',
    declared({ 'A3.1': '100.000' }, { GM0014: 98999 }),
    ['declared-total QUESTION A3.1 0'],
  ],
  [
    'declared to who has no contract',
    declared({}, { GM0034: 1 }, { ownContracts: [{ ...theirs, annualValue: null }] }),
    ['production-without-contract QUESTION municipality 0'],
  ],
  [
    'declared under the contract of a region',
    declared(
      {},
      { GM0034: 1 },
      {
        ownContracts: [{ ...theirs, counterpart: 'JZ01', annualValue: null }],
        regionOf: new Map([['GM0034', 'JZ01']]),
      },
    ),
    [],
  ],
  [
    'a contract that has ended',
    declared(
      {},
      { GM0014: 1 },
      {
        ownContracts: [
          { ...theirs, counterpart: 'GM0034', annualValue: null },
          { ...theirs, lastDay: '2026-06-30', annualValue: null },
        ],
      },
    ),
    ['production-without-contract QUESTION municipality 0'],
  ],
  [
    'nothing declared under a running contract',
    quarter({ 'A3.1': '0' }, { ownContracts: [{ ...theirs, annualValue: null }] }),
    ['contract-without-production QUESTION A3.1 0'],
  ],
  [
    'nothing to declare under a lump sum',
    quarter({ 'A3.1': '0' }, { ownContracts: [{ ...theirs, isDeclared: false, annualValue: null }] }),
    [],
  ],
  [
    'one client without declarations',
    declared(
      { 'A3.1': '1' },
      { GM0014: 1 },
      {
        ownContracts: [
          { ...theirs, annualValue: null },
          { ...theirs, counterpart: 'GM0034', annualValue: null },
        ],
      },
    ),
    ['contract-without-production QUESTION A3.1 0'],
  ],
  ['a contract of one day', contracts(contract({ startsOn: '1-1-2026', endsOn: '1-1-2026' })), []],
  [
    'a contract that ends before it starts',
    contracts(contract({ startsOn: '2-1-2026', endsOn: '1-1-2026' })),
    ['starts-before-ends ERROR endsOn 1'],
  ],
  [
    'a contract of last year',
    contracts(contract({ startsOn: '1-1-2025', endsOn: '31-12-2025' })),
    ['contract-in-period QUESTION endsOn 1'],
  ],
  ['a contract that touches the year', contracts(contract({ startsOn: '1-1-2025', endsOn: '1-1-2026' })), []],
  [
    'a value within 5 %',
    { ...contracts(contract()), known: { counterpartContracts: [{ ...theirs, annualValue: 200_000_000n }] } },
    [],
  ],
  [
    'a value beyond 5 %',
    { ...contracts(contract()), known: { counterpartContracts: [{ ...theirs, annualValue: 199_999_900n }] } },
    ['counterpart-value QUESTION annualValue 1'],
  ],
  [
    'a small difference of a small contract',
    {
      ...contracts(contract({ annualValue: '50.000' })),
      known: { counterpartContracts: [{ ...theirs, annualValue: 4_000_000n }] },
    },
    [],
  ],
  [
    'another term',
    {
      ...contracts(contract()),
      known: { counterpartContracts: [{ ...theirs, lastDay: '2027-12-31', annualValue: null }] },
    },
    ['counterpart-term INFO startsOn 1'],
  ],
  [
    'a contract that only the other reports',
    {
      ...contracts(contract()),
      known: { counterpartContracts: [{ ...theirs, counterpart: 'GM0034', annualValue: 1n }] },
    },
    ['counterpart-alone QUESTION client 0'],
  ],
  ['a tender that opens before it starts', tender('1-1-2026', '2-1-2026'), []],
  [
    'a tender that opens on the day it starts',
    tender('2-1-2026', '2-1-2026'),
    ['tender-before-start ERROR startsOn 1'],
  ],
  [
    '"no risk" with negative equity',
    quarter({ 'A4.1': 'nee', 'A2.6': '-1' }, { history: healthyBut() }),
    ['outlook INFO A4.1 0'],
  ],
  ['"no risk" with healthy figures', quarter({ 'A4.1': 'nee', 'A2.6': '300.000' }, { history: healthyBut() }), []],
  ['"risk" with negative equity', quarter({ 'A4.1': 'ja', 'A2.6': '-1' }, { history: healthyBut() }), []],
];

describe('The check of coherence', () => {
  it.each(CASES)('%s', (_says, given, found) => {
    expect(brief(given)).toEqual(found);
  });

  it('has every rule fire in a case, with a finding of its own code and words without holes', () => {
    const findings = CASES.flatMap(([, given]) => check(given));
    const fired = new Set(findings.map(({ rule }) => rule));
    expect(COHERENCE_RULES.map(({ code: rule }) => rule).filter((rule) => !fired.has(rule))).toEqual([]);
    for (const { message, expected, value } of findings) {
      for (const text of [message.nl, message.en, expected?.nl ?? '', expected?.en ?? ''])
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(value).toBeTruthy();
    }
  });

  it('says what it is about, and what to do', () => {
    const [found] = check(quarter({ 'A2.6': '100,01', 'A2.7': '100' }));
    expect(found?.message.nl).toBe(
      'Eigen vermogen, einde kwartaal (€ 100,01) is meer dan Balanstotaal, einde kwartaal (€ 100), terwijl het daar een deel van is. Controleer beide waarden.',
    );
    expect(found?.value).toBe('€ 100,01; € 100');
    const [alone] = check(quarter({ 'A2.4': '100.000' }, { figures: before('revenue', [200_000]) }));
    expect(alone?.message.nl).toContain('naar verwachting ongeveer € 300.000');
  });

  it('is silent about what is not there', () => {
    for (const form of [
      formOf(Q3, 'QUARTER'),
      formOf(H1, 'HALF_YEAR'),
      formOf(Y, 'YEAR'),
      formOf(Y, 'YEAR', 'REGION'),
    ]) {
      expect(checkCoherence(form, new Map(), NOTHING_KNOWN)).toEqual([]);
    }
  });
});
