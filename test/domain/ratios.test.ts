import { FIGURE_NAMES, figuresOf, type ProviderQuarterRow, quarterFigures } from '../../src/domain/figures';
import { toNumber } from '../../src/domain/ratio';
import { amountOf, RATIO_CODES, RATIOS, type RatioDefinition, ratioOf, ratiosOf } from '../../src/domain/ratios';

const figures = quarterFigures('2026-07-01', {
  revenue: 1_000_000_00n,
  revenueYouth: 800_000_00n,
  employedStaffCosts: 600_000_00n,
  hiredStaffCosts: 150_000_00n,
  otherCosts: 170_000_00n,
  netResult: 15_000_00n,
  equity: 400_000_00n,
  balanceTotal: 1_600_000_00n,
  currentAssets: 500_000_00n,
  currentLiabilities: 400_000_00n,
  cash: 300_000_00n,
  nonBillableProduction: 40_000_00n,
  budgetRevenueYouth: 3_000_000_00n,
});

describe('the named ratios', () => {
  it.each([
    ['solvency', 0.25],
    ['equityToRevenue', 0.1],
    ['profitability', 0.015],
    ['currentRatio', 1.25],
    ['daysCash', 30],
    ['pnilRatio', 0.2],
    ['nonBillableShare', 0.047619],
    ['youthShare', 0.8],
    ['budgetRealisation', 1.066667],
  ] as const)('%s follows its formula in words', (code, value) => {
    const exact = ratioOf(code, figures);
    expect(exact && toNumber(exact)).toBe(value);
    expect(ratiosOf(figures)[code]).toBe(value);
  });

  it.each(RATIO_CODES)('%s is not assessable as soon as one of its figures is missing', (code) => {
    const { numerator, denominator }: RatioDefinition = RATIOS[code];
    for (const name of [...numerator.sum, ...denominator.sum]) {
      expect(ratioOf(code, { ...figures, [name]: null })).toBeNull();
    }
  });

  it.each(RATIO_CODES)('%s is not assessable when its denominator is zero or negative', (code) => {
    const { denominator }: RatioDefinition = RATIOS[code];
    for (const amount of [0n, -1n]) {
      const without = Object.fromEntries(denominator.sum.map((name) => [name, amount]));
      expect(ratioOf(code, { ...figures, ...without })).toBeNull();
    }
  });

  it.each(RATIO_CODES)('%s is known from one row of figures: no other quarter is looked at', (code) => {
    const { numerator, denominator }: RatioDefinition = RATIOS[code];
    expect(amountOf(numerator, figures)).not.toBeNull();
    expect(amountOf(denominator, figures)).not.toBeNull();
  });

  it('count the days of the quarter itself', () => {
    expect(ratiosOf({ ...figures, quarter: '2026-01-01' }).daysCash).toBe(29.347826);
    expect(ratiosOf({ ...figures, quarter: '2024-01-01' }).daysCash).toBe(29.673913);
  });

  it('show the limits of the covenant as published and the others as our own', () => {
    expect(RATIOS.solvency.limits.map(({ at, basis }) => [toNumber(at), basis])).toEqual([
      [0.2, 'PUBLISHED'],
      [0.1, 'PUBLISHED'],
      [0, 'PUBLISHED'],
    ]);
    expect(RATIOS.currentRatio.limits.map(({ at, basis }) => [toNumber(at), basis])).toEqual([
      [1, 'OWN_DEFAULT'],
      [0.7, 'OWN_DEFAULT'],
    ]);
  });
});

describe('the figures of a quarter', () => {
  const columns = FIGURE_NAMES.map((name) => [`${name}Cents`, null]);
  const row = { ...Object.fromEntries(columns), quarter: '2026-07-01', foreseesRisk: null } as ProviderQuarterRow;

  it('are read from the summary table exactly, also beyond what a float can hold', () => {
    expect(figuresOf({ ...row, revenueCents: '9007199254740993' }).revenue).toBe(9_007_199_254_740_993n);
  });

  it('that were not delivered stay unknown, and zero stays zero', () => {
    const read = figuresOf({ ...row, cashCents: '0' });
    expect(read.cash).toBe(0n);
    expect(read.equity).toBeNull();
    expect(read.foreseesRisk).toBeNull();
  });
});
