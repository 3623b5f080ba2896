import type { ProviderFacts } from '../../../src/domain/facts';
import type { IndicatorCode } from '../../../src/domain/indicators';
import { addMonths } from '../../../src/domain/indicators/days';
import { labelOf, quarterEndAt } from '../../../src/domain/indicators/quarter-end';
import { quarterIndex } from '../../../src/domain/period';
import { fraction } from '../../../src/domain/ratio';
import { HEALTHY, healthyBut, NOW, times } from '../healthy';
import { counts, figures, half, judged, TODAY, whole, year } from './whole';

const endOf = (quarter: string, today = '2099-01-01') => quarterEndAt(quarterIndex(quarter), today);

describe('the end of a quarter', () => {
  it.each([
    ['2026-01-01', '2026Q1', '2026-03-31', '2025H2', '2025-12-31', '2025', '2025-12-31'],
    ['2026-04-01', '2026Q2', '2026-06-30', '2026H1', '2026-06-30', '2025', '2025-12-31'],
    ['2026-07-01', '2026Q3', '2026-09-30', '2026H1', '2026-06-30', '2025', '2025-12-31'],
    ['2026-10-01', '2026Q4', '2026-12-31', '2026H2', '2026-12-31', '2026', '2026-12-31'],
  ])('%s (%s, %s) looks back at the half-year %s (%s) and the year %s (%s)', (quarter, ...expected) => {
    const { label, lastDay, half: ofHalf, year: ofYear } = endOf(quarter);
    expect([label, lastDay, ofHalf.label, ofHalf.lastDay, ofYear.label, ofYear.lastDay]).toEqual(expected);
  });

  it.each([
    ['2026-12-02', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026-11-15', '2026-11-15'],
  ])('has its deliveries judged, on %s, as they stood on %s', (today, judgedOn) => {
    expect(endOf(NOW, today).judgedOn).toBe(judgedOn);
  });

  it.each([
    ['2026-07-01', '2026-10-01', '2026Q3'],
    ['2026-10-01', '2027-01-01', '2026Q4'],
    ['2026-01-01', '2026-07-01', '2026H1'],
    ['2026-07-01', '2027-01-01', '2026H2'],
    ['2026-01-01', '2027-01-01', '2026'],
    ['2026-04-01', '2026-10-01', '2026-04-01/2026-10-01'],
    ['2026-02-01', '2026-03-01', '2026-02-01/2026-03-01'],
  ])('a period from %s to %s is called %s', (start, end, label) => {
    expect(labelOf(start, end)).toBe(label);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-01-01', -12, '2025-01-01'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2026-10-31', -1, '2026-09-30'],
  ])('%s and %s months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('the latest period that has ended', () => {
  it.each([
    ['sickness', '2026-07-01', 'the half-year before it is known', half({ sickness: null }), 'sickness 2026H1'],
    ['sickness', '2026-07-01', 'it was not reported', { halves: half({}).halves?.slice(0, -2) }, 'sickness 2026H1'],
    [
      'sickness',
      '2026-10-01',
      'the first half of the year is known',
      { halves: half({}).halves?.slice(0, -1) },
      'sickness 2026H2',
    ],
    [
      'vacancies',
      '2026-07-01',
      'it was reported over other months',
      half({ start: '2026-02-01', end: '2026-08-01' }),
      'vacancies 2026H1, formationTotal 2026H1',
    ],
    [
      'treatmentDuration',
      '2026-07-01',
      'the year before it is known',
      year({ treatmentDaysRealised: null }),
      'treatmentDaysRealised 2025',
    ],
    [
      'bedOccupancy',
      '2026-10-01',
      'the year before it is known',
      {},
      'bedOccupancyRealised 2026, bedOccupancyBudgeted 2026',
    ],
    ['waitingTime', '2026-10-01', 'the quarter before it is known', {}, 'waitingDays 2026Q4'],
    ['solvency', '2026-10-01', 'the quarter before it is known', {}, 'equity 2026Q4, balanceTotal 2026Q4'],
  ] as const)('of %s at %s is not carried on when %s', (code, quarter, _, change, missing) => {
    expect(judged(code, whole(change as Partial<ProviderFacts>), quarter)).toMatchObject({
      value: null,
      asOf: null,
      source: null,
      missing,
    });
  });

  it.each([
    ['sickness', '2026-04-01', '2026-06-30'],
    ['sickness', '2026-07-01', '2026-06-30'],
    ['sickness', '2026-01-01', '2025-12-31'],
    ['bedOccupancy', '2026-07-01', '2025-12-31'],
    ['bedOccupancy', '2025-10-01', '2025-12-31'],
    ['solvency', '2026-07-01', '2026-09-30'],
    ['contractsShort', '2026-07-01', '2026-09-30'],
    ['deliveriesLate', '2026-07-01', '2026-12-01'],
  ] as const)('of %s at %s is as of %s', (code, quarter, asOf) => {
    expect(judged(code, whole(), quarter).asOf).toBe(asOf);
  });

  it.each(['quarters', 'counts', 'halves', 'years'] as const)(
    'is unknown when %s tell it twice, whatever they tell',
    (part) => {
      const facts = whole();
      const twice = { ...facts, [part]: facts[part].flatMap((fact) => [fact, fact]) };
      const code = ({ quarters: 'solvency', counts: 'careInflow', halves: 'sickness', years: 'bedOccupancy' } as const)[
        part
      ];
      expect(judged(code, facts).value).not.toBeNull();
      expect(judged(code, twice)).toMatchObject({ value: null, missing: expect.any(String) });
    },
  );
});

const FIVE_AGO = (known: object) => ({ quarters: healthyBut(known, {}, {}, {}, {}) });

describe('the trend of an indicator', () => {
  it.each([
    ['a cent more equity than a quarter before is better', 'solvency', figures({ equity: 300_000_01n }), 'BETTER'],
    ['the same equity is the same', 'solvency', figures({}), 'SAME'],
    ['a cent less equity than a quarter before is worse', 'solvency', figures({ equity: 299_999_99n }), 'WORSE'],
    [
      'the same ratio of other amounts is the same',
      'solvency',
      figures({ equity: 900_000_00n, balanceTotal: 3_000_000_00n }),
      'SAME',
    ],
    ['a loss beside the profit of a year before is worse', 'profitability', figures({ netResult: -1n }), 'WORSE'],
    [
      'a result lower than a quarter before, but not than a year before, is the season',
      'profitability',
      figures({}, { netResult: 90_000_00n }),
      'SAME',
    ],
    ['a result lower than a year before is worse', 'profitability', FIVE_AGO({ netResult: 20_000_01n }), 'WORSE'],
    [
      'a balance as a year before but lower than a quarter before is worse',
      'currentRatio',
      figures({}, { currentAssets: 600_000_01n }),
      'WORSE',
    ],
    ['more hired staff is worse', 'pnilRatio', figures({ hiredStaffCosts: 100_000_01n }), 'WORSE'],
    [
      'less sickness than in the same half of last year is better',
      'sickness',
      half({ sickness: fraction(6n, 100n) }),
      'BETTER',
    ],
    ['a longer wait is worse', 'waitingTime', counts({ waitingDays: 41 }), 'WORSE'],
    [
      'longer treatment than the year before is worse',
      'treatmentDuration',
      year({ treatmentDaysRealised: fraction(201n) }),
      'WORSE',
    ],
    ['of what has no better direction there is none', 'careInflow', counts({ inflow: 1 }), null],
    ['of what is unknown there is none', 'solvency', figures({ equity: null }), null],
    ['beside what is unknown there is none', 'solvency', figures({}, { equity: null }), null],
  ] as const)('%s', (_, code, change, trend) => {
    expect(judged(code as IndicatorCode, whole(change)).trend).toBe(trend);
  });

  it.each([
    ['solvency', '2026Q2', { ...figures({}, { equity: 250_000_00n }) }, 0.25],
    ['profitability', '2025Q3', FIVE_AGO({ netResult: 30_000_00n }), 0.03],
    [
      'careInflow',
      '2025Q3',
      { counts: counts({}).counts?.map((of) => ({ ...of, inflow: of.quarter === '2025-07-01' ? 7 : 9 })) },
      7,
    ],
    [
      'sickness',
      '2025H1',
      {
        halves: half({}).halves?.map((of) => ({
          ...of,
          sickness: fraction(of.start === '2025-01-01' ? 5n : 9n, 100n),
        })),
      },
      0.05,
    ],
    [
      'bedOccupancy',
      '2024',
      {
        years: year({}).years?.map((of) => ({
          ...of,
          bedOccupancyRealised: fraction(of.year === 2024 ? 19n : 38n, 100n),
        })),
      },
      0.2,
    ],
  ] as const)('of %s lays it beside %s', (code, _, change, previous) => {
    expect(judged(code, whole(change as Partial<ProviderFacts>)).previous).toBe(previous);
  });
});

describe('what an indicator was made from', () => {
  it.each([
    [
      'solvency',
      [
        ['equity', 300_000_00, '2026Q3'],
        ['balanceTotal', 1_000_000_00, '2026Q3'],
      ],
    ],
    [
      'nonBillableShare',
      [
        ['nonBillableProduction', 9_000_00, '2026Q3'],
        ['revenueYouth', 900_000_00, '2026Q3'],
      ],
    ],
    [
      'liquidityForecast',
      [
        ['liquidityForecast', 600_000_00, '2026Q3'],
        ['employedStaffCosts', 600_000_00, '2026Q3'],
        ['hiredStaffCosts', 100_000_00, '2026Q3'],
        ['otherCosts', 200_000_00, '2026Q3'],
      ],
    ],
    ['sickness', [['sickness', 0.065, '2026H1']]],
    [
      'vacancies',
      [
        ['vacancies', 4, '2026H1'],
        ['formationTotal', 104, '2026H1'],
      ],
    ],
    [
      'bedOccupancy',
      [
        ['bedOccupancyRealised', 0.95, '2025'],
        ['bedOccupancyBudgeted', 0.95, '2025'],
      ],
    ],
    [
      'largestClient',
      [
        ['GM0001', 20_00, '2026Q3'],
        ['declarations', 100_00, '2026Q3'],
      ],
    ],
    ['careInflow', [['inflow', 100, '2026Q3']]],
  ] as const)('%s is every number of its formula', (code, inputs) => {
    const { inputs: used, source } = judged(code, whole());
    expect(used.map(({ name, value, period }) => [name, value, period])).toEqual(inputs);
    expect(source).toBe('DELIVERY');
  });

  it.each([
    [{ equity: 'ESTIMATE', balanceTotal: 'DIGIMV' }, 'ESTIMATE'],
    [{ equity: 'DIGIMV' }, 'DIGIMV'],
    [{ revenue: 'ESTIMATE' }, 'DELIVERY'],
  ] as const)('with the sources %j is %s: the weakest that was used', (sources, source) => {
    expect(judged('solvency', whole(figures({ ...HEALTHY, sources }))).source).toBe(source);
  });

  it('shows what is known when something else is not', () => {
    const { inputs } = judged('solvency', whole(figures({ equity: null })));
    expect(inputs).toEqual([{ name: 'balanceTotal', value: 1_000_000_00, period: '2026Q3', source: 'DELIVERY' }]);
  });

  it('is not shaken by numbers that are none', () => {
    for (const waitingDays of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(judged('waitingTime', whole(counts({ waitingDays })))).toMatchObject({
        value: null,
        missing: 'waitingDays 2026Q3',
      });
    }
    expect(judged('waitingTime', whole(counts({ waitingDays: 12.5 }))).value).toBe(12.5);
    expect(judged('waitingTime', whole(counts({ waitingDays: 1e300 }))).crossed).toEqual(['waitingLong']);
  });

  it('shows a jump by a factor of a thousand as it was delivered', () => {
    const jump = whole({ quarters: healthyBut(...times(1, { equity: 300_000_000_00n })) });
    expect(judged('solvency', jump)).toMatchObject({ value: 300, previous: 0.3, trend: 'BETTER', crossed: [] });
    expect(judged('solvency', jump, NOW, TODAY).inputs[0]?.value).toBe(300_000_000_00);
  });
});
