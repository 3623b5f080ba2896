import type { StoredCriterion as EntityCriterion } from '../../entities/assessment';
import { quarterFigures } from '../../src/domain/figures';
import { type Assessment, assess, assessEach } from '../../src/domain/ladder/assess';
import { CRITERIA, type CriterionCode } from '../../src/domain/ladder/criteria';
import { KRUGER, ladderWith } from '../../src/domain/ladder/ladder';
import { toStored } from '../../src/domain/ladder/stored';
import { fraction } from '../../src/domain/ratio';
import { FIRST, HEALTHY, healthyBut, NOW, QUARTERS, times } from './healthy';

const total = 1_000_000_00n;
const solvency = (perMille: bigint) => ({ equity: (perMille * total) / 1000n, balanceTotal: total });
const loss = { netResult: -1n };
const profit = { netResult: 90_000_00n };

function criterion(assessment: Assessment, code: CriterionCode) {
  const found = assessment.criteria.find((judged) => judged.code === code);
  if (!found) throw new Error(`no criterion ${code}`);
  return found;
}
const holding = (assessment: Assessment) => assessment.criteria.filter(({ holds }) => holds).map(({ code }) => code);

describe('the boundaries of the ladder, in the words of the rule', () => {
  it.each([
    ['a healthy provider of which everything needed is known is trede 1', healthyBut(), 1],

    ['solvency 20.0 % is not trede 3', healthyBut(...times(16, solvency(200n))), 1],
    ['solvency 19.9 % is trede 3', healthyBut(...times(16, solvency(199n))), 3],
    ['solvency one cent below 20 % is trede 3', healthyBut({ equity: total / 5n - 1n, balanceTotal: total }), 3],
    ['solvency 10.0 % is trede 3', healthyBut(solvency(100n)), 3],
    ['solvency 9.9 % is trede 4', healthyBut(solvency(99n)), 4],
    ['equity 0 is trede 4: solvency is below 10 %', healthyBut({ equity: 0n }), 4],
    ['equity of minus one cent is trede 5', healthyBut({ equity: -1n }), 5],

    ['a margin of 0.5 % over the year is not about break-even', healthyBut(...times(15, { netResult: 5_000_00n })), 1],
    ['a margin just below 0.5 % is about break-even: trede 3', healthyBut(...times(16, { netResult: 4_999_99n })), 3],
    ['a result of exactly zero is about break-even: trede 3', healthyBut(...times(16, { netResult: 0n })), 3],
    ['a loss of one cent over the year beats "about break-even": trede 4', healthyBut(...times(3, loss)), 4],

    ['the first loss after profit is trede 4', healthyBut(profit, { netResult: -200_000_00n }), 4],
    ['exactly 4 loss quarters is trede 4', healthyBut(profit, ...times(4, loss)), 4],
    ['the fifth loss quarter is trede 5', healthyBut(profit, ...times(5, loss)), 5],
    ['a profit after five loss quarters ends the row', healthyBut(...times(5, loss), { netResult: 100_000_00n }), 1],

    ['a current ratio of 1.0 is no pressure', healthyBut(...times(16, { currentAssets: 400_000_00n })), 1],
    ['a current ratio just below 1.0 is light pressure: trede 3', healthyBut({ currentAssets: 399_999_99n }), 3],
    ['a current ratio of 0.7 is trede 3', healthyBut({ currentAssets: 280_000_00n }), 3],
    ['a current ratio just below 0.7 is arrears: trede 4', healthyBut({ currentAssets: 279_999_99n }), 4],
    [
      '30 days of cash is no pressure',
      healthyBut({
        cash: 900_000_00n * 30n,
        employedStaffCosts: 600_000_00n * 92n,
        hiredStaffCosts: 100_000_00n * 92n,
        otherCosts: 200_000_00n * 92n,
      }),
      1,
    ],
    ['just below 30 days of cash is light pressure: trede 3', healthyBut({ cash: 293_478_26n }), 3],
    ['one cent of overdue creditors is arrears: trede 4', healthyBut({ overdueCreditors: 1n }), 4],
    [
      'arrears in two quarters in a row are not structural: trede 4',
      healthyBut({}, ...times(2, { overdueCreditors: 1n })),
      4,
    ],
    [
      'arrears in three quarters in a row are structural: trede 5',
      healthyBut(...times(3, { overdueCreditors: 1n })),
      5,
    ],
    [
      'arrears of both kinds count as one row: trede 5',
      healthyBut({ overdueCreditors: 1n }, { currentAssets: 1n }, { overdueCreditors: 1n }),
      5,
    ],
    [
      'arrears that were interrupted are not structural: trede 4',
      healthyBut({ overdueCreditors: 1n }, { overdueCreditors: 1n }, {}, { overdueCreditors: 1n }),
      4,
    ],

    ['solvency lower than a year before in one quarter is not decreasing', healthyBut(solvency(290n)), 1],
    ['solvency lower than a year before, two quarters running, is trede 2', healthyBut(...times(2, solvency(290n))), 2],
    ['one cent less of equity, two quarters running, is trede 2', healthyBut(...times(2, { equity: 299_999_99n })), 2],
    [
      'a current ratio lower than a year before, two quarters running, is trede 2',
      healthyBut(...times(2, { currentAssets: 500_000_00n })),
      2,
    ],
    [
      'profitability lower than a year before, two quarters running, is trede 2',
      healthyBut(...times(2, { netResult: 19_000_00n })),
      2,
    ],
    [
      'lower than the quarter before, but not than a year before, is the season: trede 1',
      healthyBut(...times(4, {}), profit, profit, profit, profit, profit, {}),
      1,
    ],
  ])('%s', (_, history, trede) => {
    expect(assess(history, NOW).trede).toBe(trede);
    expect(assess(history, NOW).isAssessable).toBe(true);
  });

  it('two closed years of loss, and a loss this year, is trede 5 without five loss quarters in a row', () => {
    const year = [
      { netResult: -50_000_00n },
      { netResult: -50_000_00n },
      { netResult: 10_000_00n },
      { netResult: -50_000_00n },
    ];
    const assessment = assess(healthyBut(...year, ...year, loss, profit, { netResult: -95_000_00n }), NOW);
    expect(assessment.trede).toBe(5);
    expect(holding(assessment)).toContain('LOSS_YEARS');
    expect(holding(assessment)).not.toContain('LOSS_LONGER_THAN_A_YEAR');
  });

  it('two closed years of loss are over once this year is in profit: the covenant says "is verlieslatend"', () => {
    const year = [
      { netResult: -50_000_00n },
      { netResult: -50_000_00n },
      { netResult: 10_000_00n },
      { netResult: -50_000_00n },
    ];
    expect(criterion(assess(healthyBut(...year, ...year, profit, profit, profit), NOW), 'LOSS_YEARS').holds).toBe(
      false,
    );
  });

  it('the second year of loss counts from the day it is closed, not before', () => {
    const losing = [
      { netResult: -50_000_00n },
      { netResult: -50_000_00n },
      { netResult: 10_000_00n },
      { netResult: -50_000_00n },
    ];
    const history = healthyBut(...losing, ...losing, {}, {}, {});
    expect(criterion(assess(history, '2025-07-01'), 'LOSS_YEARS').holds).toBe(false);
    expect(criterion(assess(history, '2025-10-01'), 'LOSS_YEARS').holds).toBe(true);
  });

  it('a delivered year-to-date result is believed over the sum of the quarters', () => {
    expect(assess(healthyBut({ yearToDateResult: -1n }), NOW).trede).toBe(4);
  });
});

describe('what is missing is never read as no risk', () => {
  it('a missing equity with all else healthy is not assessable', () => {
    const assessment = assess(healthyBut({ equity: null }), NOW);
    expect(assessment).toMatchObject({ isAssessable: false, trede: null });
    expect(criterion(assessment, 'EQUITY_NEGATIVE')).toMatchObject({
      holds: null,
      value: null,
      missing: 'equity 2026Q3',
    });
  });

  it('a missing equity with a fifth loss quarter is trede 5: what is known suffices', () => {
    const assessment = assess(healthyBut(profit, ...times(5, { ...loss, equity: null })), NOW);
    expect(assessment.trede).toBe(5);
  });

  it('a missing equity with a loss is trede 4 as a lower bound, and says what is missing above it', () => {
    const assessment = assess(healthyBut({ netResult: -200_000_00n, equity: null }), NOW);
    expect(assessment.trede).toBe(4);
    expect(criterion(assessment, 'EQUITY_NEGATIVE').missing).toBe('equity 2026Q3');
  });

  it('a provider of which nothing is known is not assessable', () => {
    expect(assess([], NOW)).toMatchObject({ isAssessable: false, trede: null, quarter: NOW });
    expect(assess([], NOW).criteria.every(({ holds, missing }) => holds === null && missing !== null)).toBe(true);
  });

  it('a healthy provider without the history to see a trend is not assessable', () => {
    const assessment = assess([quarterFigures(NOW, HEALTHY)], NOW);
    expect(assessment.trede).toBeNull();
    expect(criterion(assessment, 'SOLVENCY_DECREASING').missing).toBe(
      'equity 2025Q3, balanceTotal 2025Q3, equity 2026Q2, balanceTotal 2026Q2, equity 2025Q2, balanceTotal 2025Q2',
    );
  });

  it('a balance total of zero is not a solvency of zero: it is unknown, and says so', () => {
    const assessment = assess(healthyBut({ balanceTotal: 0n }), NOW);
    expect(assessment.trede).toBeNull();
    expect(criterion(assessment, 'SOLVENCY_WORRYING').missing).toBe('balanceTotal 2026Q3 (not above zero)');
  });

  it('a missing figure that cannot change the answer is not missed: overdue creditors settle the arrears', () => {
    const assessment = assess(healthyBut(...times(3, { overdueCreditors: 5n, currentAssets: null })), NOW);
    expect(criterion(assessment, 'ARREARS_STRUCTURAL')).toMatchObject({ holds: true, value: 3, missing: null });
    expect(criterion(assessment, 'CURRENT_RATIO_ARREARS').holds).toBeNull();
  });

  it('an unknown quarter in a row of losses leaves open whether the row is longer than a year', () => {
    const assessment = assess(healthyBut(loss, { netResult: null }, loss, loss, loss, loss), NOW);
    expect(criterion(assessment, 'LOSS_LONGER_THAN_A_YEAR')).toMatchObject({
      holds: null,
      missing: 'netResult 2025Q3',
    });
    expect(assessment.trede).toBe(4);
  });

  it('an unknown quarter before a profit does not matter: the row cannot be longer than a year', () => {
    const assessment = assess(healthyBut(profit, { netResult: null }, loss, loss), NOW);
    expect(criterion(assessment, 'LOSS_LONGER_THAN_A_YEAR')).toMatchObject({ holds: false, missing: null });
  });

  it('an unknown closed year leaves open whether there were two years of loss', () => {
    const history = healthyBut(...times(8, loss), loss, loss, loss).map((figures) =>
      figures.quarter === '2024-04-01' ? { ...figures, netResult: null } : figures,
    );
    const open = criterion(assess(history, NOW), 'LOSS_YEARS');
    expect(open).toMatchObject({ holds: null, missing: 'yearToDateResult 2024Q4' });
  });

  it('an unknown revenue leaves open whether the result is about break-even, but not for a loss', () => {
    const unknown = assess(healthyBut({ revenue: null }, {}, {}), NOW);
    expect(criterion(unknown, 'BREAK_EVEN')).toMatchObject({ holds: null, missing: 'revenue 2026Q1' });
    const losing = assess(healthyBut({ revenue: null }, {}, { netResult: -90_000_00n }), NOW);
    expect(criterion(losing, 'BREAK_EVEN')).toMatchObject({ holds: false, missing: null });
  });
});

describe('an assessment', () => {
  it('never computes trede 6', () => {
    const ruin = {
      ...HEALTHY,
      equity: -(10n ** 15n),
      netResult: -(10n ** 15n),
      cash: 0n,
      currentAssets: 0n,
      overdueCreditors: 10n ** 15n,
    };
    expect(assess(healthyBut(...times(16, ruin)), NOW).trede).toBe(5);
    expect(CRITERIA.map(({ trede }) => trede as number)).not.toContain(6);
  });

  it('shows each criterion with value, limit, day, source and whose limit it is', () => {
    const estimated = { ...solvency(83n), sources: { equity: 'ESTIMATE', balanceTotal: 'DIGIMV' } } as const;
    expect(criterion(assess(healthyBut(estimated), NOW), 'SOLVENCY_PROBLEMATIC')).toMatchObject({
      trede: 4,
      subject: 'SOLVENCY',
      en: 'solvency is below 10%',
      nl: 'de solvabiliteit ligt onder 10%',
      basis: 'PUBLISHED',
      holds: true,
      value: 0.083,
      limit: 0.1,
      unit: 'FRACTION',
      asOf: '2026-09-30',
      source: 'ESTIMATE',
      missing: null,
    });
  });

  it('lists every criterion of the ladder once, the gravest first', () => {
    const codes = assess(healthyBut(), NOW).criteria.map(({ code }) => code);
    expect(codes).toEqual(CRITERIA.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    const treden = CRITERIA.map(({ trede }) => trede as number);
    expect(treden).toEqual([...treden].sort((a, b) => b - a));
  });

  it('is the same for one quarter as for all quarters at once, and does not look ahead', () => {
    const history = healthyBut(...times(3, loss), {}, { equity: null }, ...times(4, loss), solvency(90n));
    const together = assessEach(history, QUARTERS);
    QUARTERS.forEach((quarter, at) => {
      const past = history.filter((figures) => figures.quarter <= quarter);
      expect(assess(history, quarter)).toEqual(together[at]);
      expect(assess(past, quarter)).toEqual(together[at]);
    });
  });

  it('reaches back before the history without failing, and is then not assessable', () => {
    expect(assess(healthyBut(), '2020-01-01').trede).toBeNull();
    expect(assess(healthyBut(), FIRST).trede).toBeNull();
    expect(assessEach(healthyBut(), [])).toEqual([]);
  });

  it('refuses a history with the same quarter twice, and a day that is not a quarter', () => {
    expect(() => assess([...healthyBut(), ...healthyBut()], NOW)).toThrow(RangeError);
    expect(() => assess(healthyBut(), '2026-07-02')).toThrow(RangeError);
  });

  it('can be stored as it is: a criterion becomes a stored criterion of plain values', () => {
    const stored: EntityCriterion[] = assess(healthyBut({ equity: null }), NOW).criteria.map(toStored);
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
    expect(stored[0]).toEqual({
      code: 'EQUITY_NEGATIVE',
      trede: 5,
      figure: 'equity',
      basis: 'PUBLISHED',
      holds: null,
      value: null,
      limit: 0,
      unit: 'EUR_CENT',
      as_of: null,
      source: null,
      missing: 'equity 2026Q3',
    });
  });
});

describe('our own defaults', () => {
  it('can be changed under another version, and the words follow the number', () => {
    const strict = ladderWith('kruger-1-strict', { CURRENT_RATIO_PRESSURE: fraction(16n, 10n) });
    const assessment = assess(healthyBut(), NOW, strict);
    expect(assessment).toMatchObject({ trede: 3, modelVersion: 'kruger-1-strict' });
    expect(criterion(assessment, 'CURRENT_RATIO_PRESSURE').en).toBe('the current ratio is below 1.6');
    expect(assess(healthyBut(), NOW)).toMatchObject({ trede: 1, modelVersion: KRUGER.version });
  });

  it('change what is structural together with what is arrears', () => {
    const strict = ladderWith('kruger-1-strict', { CURRENT_RATIO_ARREARS: fraction(16n, 10n) });
    expect(assess(healthyBut(), NOW, strict).trede).toBe(5);
  });

  it('cannot be changed where the covenant gives the number', () => {
    // @ts-expect-error: the limit of solvency is published
    expect(() => ladderWith('mine', { SOLVENCY_WORRYING: fraction(1n, 100n) })).toThrow(RangeError);
    const published = CRITERIA.filter(({ basis }) => basis === 'PUBLISHED').map(({ code }) => code);
    expect(published).toEqual(['EQUITY_NEGATIVE', 'SOLVENCY_PROBLEMATIC', 'LOSS', 'SOLVENCY_WORRYING']);
  });
});
