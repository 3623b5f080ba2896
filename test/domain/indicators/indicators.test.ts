import { NO_FACTS, type ProviderFacts } from '../../../src/domain/facts';
import {
  INDICATORS,
  type IndicatorCode,
  type IndicatorDefinition,
  indicatorsOf,
  indicatorsOfEach,
} from '../../../src/domain/indicators';
import { INPUTS, nameOfInput } from '../../../src/domain/indicators/names';
import { LIMITS, type Limit, type LimitCode } from '../../../src/domain/limits';
import { missingInWords } from '../../../src/domain/missing';
import { inWords } from '../../../src/domain/quantity';
import { fraction, toNumber } from '../../../src/domain/ratio';
import { RATIOS, type RatioCode } from '../../../src/domain/ratios';
import { NOW } from '../healthy';
import { clients, contract, counts, delivery, figures, half, judged, TODAY, whole, year } from './whole';

const DEFINITIONS: readonly IndicatorDefinition[] = INDICATORS;
type Case = readonly [
  code: IndicatorCode,
  says: string,
  change: Partial<ProviderFacts>,
  value: number,
  ...crossed: LimitCode[],
];

/** EUR 10,000 of costs a day. */
const COSTS = { employedStaffCosts: 620_000_00n };
const four = { GM0001: 100n, GM0002: 100n, GM0003: 100n, GM0004: 100n };
const contracts = (...list: ReturnType<typeof contract>[]) => ({ contracts: list });
const EXPIRING = { endsOn: '2027-01-01' };
const SHORT = { startsOn: '2026-01-01', endsOn: '2028-12-31' };
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const deliveries = (...list: ReturnType<typeof delivery>[]) => ({ deliveries: list });
const late = () => delivery({ submittedOn: '2026-11-01' });
const corrected = () => delivery({ version: 2 });

// biome-ignore format: it is a table, and is read as one
const CASES: readonly Case[] = [
  ['solvency', 'at 20 %', figures({ equity: 200_000_00n }), 0.2],
  ['solvency', 'a cent below 20 %', figures({ equity: 199_999_99n }), 0.2, 'solvencyWorrying'],
  ['solvency', 'at 10 %', figures({ equity: 100_000_00n }), 0.1, 'solvencyWorrying'],
  ['solvency', 'a cent below 10 %', figures({ equity: 99_999_99n }), 0.1, 'solvencyWorrying', 'solvencyProblematic'],
  ['solvency', 'without equity', figures({ equity: 0n }), 0, 'solvencyWorrying', 'solvencyProblematic'],
  ['solvency', 'with an equity of minus one cent', figures({ equity: -1n }), 0, 'solvencyWorrying', 'solvencyProblematic', 'equityNegative'],
  ['solvency', 'with more equity than balance total', figures({ equity: 2_000_000_00n }), 2],
  ['equityToRevenue', 'at 15 %', figures({ equity: 600_000_00n }), 0.15],
  ['equityToRevenue', 'a cent below 15 %', figures({ equity: 599_999_99n }), 0.15, 'equityToRevenueLow'],
  ['profitability', 'at the norm of 1.5 %', figures({ netResult: 15_000_00n }), 0.015],
  ['profitability', 'a cent below the norm', figures({ netResult: 14_999_99n }), 0.015, 'profitabilityNorm'],
  ['profitability', 'at 0.5 %', figures({ netResult: 5_000_00n }), 0.005, 'profitabilityNorm'],
  ['profitability', 'a cent below 0.5 %', figures({ netResult: 4_999_99n }), 0.005, 'breakEven', 'profitabilityNorm'],
  ['profitability', 'at zero', figures({ netResult: 0n }), 0, 'breakEven', 'profitabilityNorm'],
  ['profitability', 'with a loss of a cent', figures({ netResult: -1n }), 0, 'loss', 'breakEven', 'profitabilityNorm'],
  ['currentRatio', 'at 1.0', figures({ currentAssets: 400_000_00n }), 1],
  ['currentRatio', 'a cent below 1.0', figures({ currentAssets: 399_999_99n }), 1, 'currentRatioPressure'],
  ['currentRatio', 'at 0.7', figures({ currentAssets: 280_000_00n }), 0.7, 'currentRatioPressure'],
  ['currentRatio', 'a cent below 0.7', figures({ currentAssets: 279_999_99n }), 0.7, 'currentRatioPressure', 'currentRatioArrears'],
  ['daysCash', 'at 30 days', figures({ ...COSTS, cash: 300_000_00n }), 30],
  ['daysCash', 'a cent below 30 days', figures({ ...COSTS, cash: 299_999_99n }), 29.999999, 'daysCashPressure'],
  ['liquidityForecast', 'at 30 days', { ...figures(COSTS), ...counts({ liquidityForecast: 300_000_00n }) }, 30],
  ['liquidityForecast', 'a cent below 30 days', { ...figures(COSTS), ...counts({ liquidityForecast: 299_999_99n }) }, 29.999999, 'daysCashPressure'],
  ['liquidityForecast', 'without a cent', { ...figures(COSTS), ...counts({ liquidityForecast: 0n }) }, 0, 'daysCashPressure'],
  ['liquidityForecast', 'a cent short', { ...figures(COSTS), ...counts({ liquidityForecast: -1n }) }, -0.000001, 'daysCashPressure', 'forecastShortage'],
  ['pnilRatio', 'at the 21 % of the sector', figures({ hiredStaffCosts: 210_00n, employedStaffCosts: 790_00n }), 0.21],
  ['pnilRatio', 'a cent above it', figures({ hiredStaffCosts: 210_01n, employedStaffCosts: 789_99n }), 0.21001, 'pnilSector'],
  ['personnelRatio', 'at 80 %', figures({ employedStaffCosts: 700_000_00n }), 0.8],
  ['personnelRatio', 'a cent above 80 %', figures({ employedStaffCosts: 700_000_01n }), 0.8, 'personnelRatioHigh'],
  ['sickness', 'at 8 %', half({ sickness: fraction(800n, 10_000n) }), 0.08],
  ['sickness', 'at 8.01 %', half({ sickness: fraction(801n, 10_000n) }), 0.0801, 'sicknessHigh'],
  ['sickness', 'of 140 %, which is absurd and no reassurance', half({ sickness: fraction(14n, 10n) }), 1.4, 'sicknessHigh'],
  ['staffInflow', 'of 20 on 100 fte', half({ staffInflow: 20 }), 0.2],
  ['staffOutflow', 'of 15 on 100 fte', half({ staffOutflow: 15 }), 0.15],
  ['staffOutflow', 'of 16 on 100 fte', half({ staffOutflow: 16 }), 0.16, 'staffOutflowHigh'],
  ['vacancies', '10 on a formation of 100 fte', half({ vacancies: 10, formationTotal: fraction(100n) }), 0.1],
  ['vacancies', '11 on a formation of 100 fte', half({ vacancies: 11, formationTotal: fraction(100n) }), 0.11, 'vacanciesHigh'],
  ['occupancyPrimary', '72 of 80 fte', half({ occupancyPrimary: fraction(72n) }), 0.9],
  ['occupancyPrimary', '71.9 of 80 fte', half({ occupancyPrimary: fraction(719n, 10n) }), 0.89875, 'occupancyLow'],
  ['occupancyTotal', '93.6 of 104 fte', half({ occupancyTotal: fraction(936n, 10n) }), 0.9],
  ['occupancyTotal', '93.5 of 104 fte', half({ occupancyTotal: fraction(935n, 10n) }), 0.899038, 'occupancyLow'],
  ['openInvoices', 'at half of the production', figures({ openInvoices: 445_000_00n }), 0.5],
  ['openInvoices', 'a cent above half', figures({ openInvoices: 445_000_01n }), 0.5, 'openInvoicesHigh'],
  ['nonBillableShare', 'at 5 %', figures({ nonBillableProduction: 50_00n, revenueYouth: 950_00n }), 0.05],
  ['nonBillableShare', 'a cent above 5 %', figures({ nonBillableProduction: 50_01n, revenueYouth: 949_99n }), 0.05001, 'nonBillableHigh'],
  ['largestClient', 'with half of the production', clients({ GM0001: 100n, GM0002: 60n, GM0003: 40n }), 0.5],
  ['largestClient', 'with a cent more than half', clients({ GM0001: 101n, GM0002: 60n, GM0003: 39n }), 0.505, 'largestClientHigh'],
  ['herfindahl', 'of four equal clients', clients(four), 0.25],
  ['herfindahl', 'of four clients of which one is a cent larger and one a cent smaller', clients({ ...four, GM0001: 101n, GM0002: 99n }), 0.250013, 'herfindahlHigh'],
  ['contractsExpiring', 'a quarter of the value', contracts(contract({ annualValue: 250n, ...EXPIRING }), contract({ annualValue: 750n })), 0.25],
  ['contractsExpiring', 'a cent more than a quarter', contracts(contract({ annualValue: 251n, ...EXPIRING }), contract({ annualValue: 749n })), 0.251, 'contractsExpiringMany'],
  ['contractsShort', 'half of the value', contracts(contract({ annualValue: 500n, ...SHORT }), contract({ annualValue: 500n })), 0.5],
  ['contractsShort', 'a cent more than half', contracts(contract({ annualValue: 501n, ...SHORT }), contract({ annualValue: 499n })), 0.501, 'contractsShortMany'],
  ['careInflow', 'as delivered', counts({ inflow: 0 }), 0],
  ['careThroughflow', 'as delivered', counts({ throughflow: 21 }), 21],
  ['careOutflow', 'as delivered', counts({ outflow: 1 }), 1],
  ['treatmentDuration', '110 days of 100', year({ treatmentDaysRealised: fraction(110n), treatmentDaysEstimated: fraction(100n) }), 1.1],
  ['treatmentDuration', '110.1 days of 100', year({ treatmentDaysRealised: fraction(1101n, 10n), treatmentDaysEstimated: fraction(100n) }), 1.101, 'treatmentLong'],
  ['bedOccupancy', '81 % where 90 % was budgeted', year({ bedOccupancyRealised: fraction(81n, 100n), bedOccupancyBudgeted: fraction(9n, 10n) }), 0.9],
  ['bedOccupancy', '80.9 % where 90 % was budgeted', year({ bedOccupancyRealised: fraction(809n, 1000n), bedOccupancyBudgeted: fraction(9n, 10n) }), 0.898889, 'bedsEmpty'],
  ['waitingTime', 'of 70 days', counts({ waitingDays: 70 }), 70],
  ['waitingTime', 'of 71 days', counts({ waitingDays: 71 }), 71, 'waitingLong'],
  ['deliveriesLate', 'one of four', deliveries(late(), ...times(3, delivery)), 0.25],
  ['deliveriesLate', 'one of three', deliveries(late(), ...times(2, delivery)), 0.333333, 'deliveriesLateMany'],
  ['deliveriesMissing', 'none', deliveries(late(), delivery()), 0],
  ['deliveriesMissing', 'one', deliveries(delivery({ submittedOn: null }), delivery()), 1, 'deliveriesMissing'],
  ['deliveriesCorrected', 'two', deliveries(...times(2, corrected), delivery()), 2],
  ['deliveriesCorrected', 'three', deliveries(...times(3, corrected), delivery()), 3, 'deliveriesCorrectedMany'],
];

describe('an indicator at its thresholds', () => {
  it.each(CASES.map((one) => [one[0], one[1], one] as const))('%s %s', (code, _, [, , change, value, ...crossed]) => {
    expect(judged(code, whole(change))).toMatchObject({ value, crossed, missing: null });
  });

  it('is tested at every threshold of every indicator, and beside it', () => {
    for (const { code, thresholds } of DEFINITIONS) {
      const own = CASES.filter((one) => one[0] === code);
      expect([code, own.length]).toEqual([code, expect.any(Number)]);
      expect(own.length).toBeGreaterThan(0);
      for (const limit of thresholds) {
        const name = nameOf(limit);
        const crosses = ([, , , , ...crossed]: Case) => crossed.includes(name);
        expect([code, name, own.some(crosses)]).toEqual([code, name, true]);
        const at = own.filter((one) => !crosses(one)).map(([, , , value]) => value);
        expect([code, name, at]).toEqual([code, name, expect.arrayContaining([toNumber(limit.at)])]);
      }
    }
  });

  it('crosses nothing when nothing is the matter', () => {
    for (const { code, crossed, missing, value } of indicatorsOf(whole(), NOW, TODAY)) {
      const expected = code === 'equityToRevenue' ? ['equityToRevenueLow'] : [];
      expect({ code, crossed, missing, isKnown: value !== null }).toEqual({
        code,
        crossed: expected,
        missing: null,
        isKnown: true,
      });
    }
  });
});

/** Every number an indicator needs, by the part of the facts it is in. */
const NEEDS: Readonly<Partial<Record<IndicatorCode, Partial<Record<keyof ProviderFacts, readonly string[]>>>>> = {
  liquidityForecast: {
    counts: ['liquidityForecast'],
    quarters: ['employedStaffCosts', 'hiredStaffCosts', 'otherCosts'],
  },
  personnelRatio: { quarters: ['employedStaffCosts', 'hiredStaffCosts', 'revenue'] },
  sickness: { halves: ['sickness'] },
  staffInflow: { halves: ['staffInflow', 'occupancyTotal'] },
  staffOutflow: { halves: ['staffOutflow', 'occupancyTotal'] },
  vacancies: { halves: ['vacancies', 'formationTotal'] },
  occupancyPrimary: { halves: ['occupancyPrimary', 'formationPrimary'] },
  occupancyTotal: { halves: ['occupancyTotal', 'formationTotal'] },
  openInvoices: { quarters: ['openInvoices', 'declaredProduction'] },
  careInflow: { counts: ['inflow'] },
  careThroughflow: { counts: ['throughflow'] },
  careOutflow: { counts: ['outflow'] },
  treatmentDuration: { years: ['treatmentDaysRealised', 'treatmentDaysEstimated'] },
  bedOccupancy: { years: ['bedOccupancyRealised', 'bedOccupancyBudgeted'] },
  waitingTime: { counts: ['waitingDays'] },
  contractsExpiring: { contracts: ['annualValue'] },
  contractsShort: { contracts: ['annualValue'] },
};

const LATEST = { quarters: '2026Q3', counts: '2026Q3', halves: '2026H1', years: '2025', contracts: '2026Q3' } as const;
type Part = keyof typeof LATEST;

const needed: [IndicatorCode, Part, string][] = INDICATORS.flatMap(({ code }) => {
  const named = code in RATIOS ? RATIOS[code as RatioCode] : null;
  const parts = named ? { quarters: [...named.numerator.sum, ...named.denominator.sum] } : (NEEDS[code] ?? {});
  return Object.entries(parts).flatMap(([part, names]) =>
    names.map((name): [IndicatorCode, Part, string] => [code, part as Part, name]),
  );
});

/** The facts with one number of the latest period of a part changed. */
function put(part: Part, name: string, value: unknown): ProviderFacts {
  const facts = whole();
  const last = facts[part].length - (part === 'halves' ? 2 : 1);
  return { ...facts, [part]: facts[part].map((fact, at) => (at === last ? { ...fact, [name]: value } : fact)) };
}

describe('missing is never safe', () => {
  it.each(DEFINITIONS.map(({ code }) => code))(
    '%s of a provider of which nothing is known is not assessable',
    (code) => {
      const nothing = { value: null, previous: null, trend: null, crossed: [], asOf: null, source: null, inputs: [] };
      expect(judged(code as IndicatorCode, NO_FACTS)).toEqual({
        code,
        ...nothing,
        missing: expect.stringMatching(/\w 20/),
      });
    },
  );

  it.each(needed)('%s is not assessable without (%s) %s, and names it', (code, part, name) => {
    const { value, crossed, missing } = judged(code, put(part, name, null));
    expect({ value, crossed }).toEqual({ value: null, crossed: [] });
    expect(missing).toContain(`${part === 'contracts' ? 'contractValue' : name} ${LATEST[part]}`);
  });

  it.each(needed.filter(([, part]) => part !== 'quarters'))(
    '%s does not believe a negative (%s) %s',
    (code, part, name) => {
      if (name === 'liquidityForecast') return;
      const below =
        part === 'contracts' ? -1n : typeof Object(whole()[part][0])[name] === 'number' ? -1 : fraction(-1n);
      const { value, missing } = judged(code, put(part, name, below));
      expect(value).toBeNull();
      expect(missing).toBe(`${part === 'contracts' ? 'contractValue' : name} ${LATEST[part]} (below zero)`);
    },
  );

  it.each([
    ['liquidityForecast', 'quarters', { employedStaffCosts: 0n, hiredStaffCosts: 0n, otherCosts: 0n }],
    ['personnelRatio', 'quarters', { revenue: 0n }],
    ['personnelRatio', 'quarters', { revenue: -1n }],
    ['openInvoices', 'quarters', { declaredProduction: 0n }],
    ['staffInflow', 'halves', { occupancyTotal: fraction(0n) }],
    ['staffOutflow', 'halves', { occupancyTotal: fraction(0n) }],
    ['vacancies', 'halves', { formationTotal: fraction(0n) }],
    ['occupancyPrimary', 'halves', { formationPrimary: fraction(0n) }],
    ['occupancyTotal', 'halves', { formationTotal: fraction(0n) }],
    ['treatmentDuration', 'years', { treatmentDaysEstimated: fraction(0n) }],
    ['bedOccupancy', 'years', { bedOccupancyBudgeted: fraction(0n) }],
  ] as const)('%s is not assessable when (%s) %j divides by nothing', (code, part, change) => {
    const facts = { quarters: figures, halves: half, years: year }[part](change as object);
    const { value, missing } = judged(code, whole(facts));
    expect(value).toBeNull();
    for (const name of Object.keys(change)) expect(missing).toContain(`${name} ${LATEST[part]} (not above zero)`);
  });

  it('is said to people by name', () => {
    const { missing } = judged('personnelRatio', whole(figures({ revenue: 0n })));
    expect(missingInWords([missing], 'nl')).toBe('opbrengsten, niet boven nul (2026Q3)');
    expect(nameOfInput('sickness', 'nl')).toBe('ziekteverzuim primair proces');
    expect(nameOfInput('equity', 'en')).toBe('equity');
    expect(nameOfInput('GM0014', 'nl')).toBe('GM0014');
    expect(nameOfInput('constructor', 'nl')).toBe('constructor');
  });
});

describe('the list of indicators', () => {
  it('has each code once, and everything in words in both languages', () => {
    const codes = DEFINITIONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { en, nl, formula, basis } of DEFINITIONS) {
      for (const text of [en, nl, formula.en, formula.nl, basis.en, basis.nl]) expect(text).toMatch(/\w{3}/);
    }
    for (const { en, nl } of Object.values(INPUTS)) expect(`${en}${nl}`).not.toContain(',');
  });

  it('has no thresholds where neither direction is better, and shows our own as our own', () => {
    for (const { better, thresholds } of DEFINITIONS) if (better === 'NEITHER') expect(thresholds).toEqual([]);
    const published = DEFINITIONS.flatMap(({ thresholds }) => thresholds).filter(({ basis }) => basis === 'PUBLISHED');
    expect(published.map(nameOf)).toEqual(['solvencyWorrying', 'solvencyProblematic', 'equityNegative', 'loss']);
  });

  it('takes its formulas of named ratios from where they are', () => {
    for (const { code, formula, unit, better, thresholds } of DEFINITIONS) {
      if (!(code in RATIOS)) continue;
      const named = RATIOS[code as RatioCode];
      expect({ formula, unit, better }).toEqual({ formula: named.formula, unit: named.unit, better: named.better });
      expect(thresholds).toEqual(expect.arrayContaining([...named.limits]));
    }
  });

  it('can say every value in words', () => {
    expect(inWords(0.25, 'INDEX', 'nl')).toBe('0,25');
    expect(inWords(1234, 'COUNT', 'nl')).toBe('1.234');
    expect(inWords(1.5, 'COUNT', 'en')).toBe('1.5');
    for (const { unit } of DEFINITIONS) expect(inWords(1, unit, 'en')).toMatch(/^1/);
  });

  it('is judged for several quarters as for one at a time, and in the order that was asked', () => {
    const quarters = [NOW, '2025-01-01', '2026-01-01', NOW];
    const each = indicatorsOfEach(whole(), quarters, TODAY);
    expect(each.map((of) => of.map(({ code }) => code))).toEqual(
      quarters.map(() => DEFINITIONS.map(({ code }) => code)),
    );
    expect(indicatorsOfEach(whole(), [], TODAY)).toEqual([]);
  });
});

function nameOf(limit: Limit): LimitCode {
  const [name] = Object.entries(LIMITS).find(([, other]) => other === limit) ?? [];
  return name as LimitCode;
}
