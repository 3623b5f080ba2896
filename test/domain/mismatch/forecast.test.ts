import fc from 'fast-check';
import { combinedWay, expectedShare, seasonalShare, yearShare } from '../../../src/domain/mismatch/expected-share';
import { forecastAtYearEnd, forecastSides } from '../../../src/domain/mismatch/forecast';
import { compareMeasured } from '../../../src/domain/mismatch/measure';
import { fraction, toNumber } from '../../../src/domain/ratio';

const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'];
const third = '2026-07-01';
const euro = 100n;

describe('the forecast at year end', () => {
  it('draws on linearly without last year: three quarters are three quarters of it', () => {
    expect(forecastAtYearEnd(third, [30n, 30n, 30n])).toEqual({
      linear: 120n,
      seasonal: null,
      used: 120n,
      way: 'LINEAR',
      share: fraction(3n, 4n),
    });
  });

  it('gives both when last year is known, and uses the seasonal one', () => {
    expect(forecastAtYearEnd(third, [30n, 30n, 30n], [40n, 40n, 10n, 10n])).toEqual({
      linear: 120n,
      seasonal: 100n,
      used: 100n,
      way: 'SEASONAL',
      share: fraction(90n, 100n),
    });
  });

  it.each([
    ['a quarter of last year is unknown', [30n, null, 10n, 30n]],
    ['a quarter of last year is negative', [30n, -1n, 10n, 30n]],
    ['a quarter of last year is absent', [30n, 10n, 30n]],
    ['nothing was realised last year', [0n, 0n, 0n, 0n]],
    ['nothing was realised last year until now', [0n, 0n, 0n, 9n]],
    ['there was no last year', null],
  ])('is linear only when %s', (_, lastYear) => {
    expect(forecastAtYearEnd(third, [30n, 30n, 30n], lastYear)).toMatchObject({
      linear: 120n,
      seasonal: null,
      way: 'LINEAR',
    });
  });

  it.each([
    ['a quarter of the year to date is unknown', third, [30n, null, 30n]],
    ['a quarter of the year to date is absent', third, [30n, 30n]],
    ['nothing is known', third, []],
    ['the year is over but a quarter is unknown', '2026-10-01', [30n, 30n, null, 30n]],
  ])('is unknown when %s', (_, quarter, year) => {
    expect(forecastAtYearEnd(quarter, year, [1n, 1n, 1n, 1n])).toMatchObject({
      linear: null,
      seasonal: null,
      used: null,
      way: null,
    });
  });

  it('after the fourth quarter is the realisation, and nothing was drawn on', () => {
    expect(forecastAtYearEnd('2026-10-01', [1n, 2n, 3n, 4n], [9n, 0n, 0n, 1n])).toEqual({
      linear: 10n,
      seasonal: null,
      used: 10n,
      way: null,
      share: fraction(1n),
    });
  });

  it('does not look at quarters that are still to come', () => {
    expect(forecastAtYearEnd('2026-01-01', [25n, 999n, null, 999n]).linear).toBe(100n);
  });

  it('draws on a loss as a loss, and is rounded to whole cents, half away from zero', () => {
    expect(forecastAtYearEnd('2026-01-01', [-25n]).used).toBe(-100n);
    expect(forecastAtYearEnd(third, [1n, 0n, 0n]).used).toBe(1n);
    expect(forecastAtYearEnd('2026-04-01', [-1n, 0n], [4n, 0n, 1n, 1n]).used).toBe(-2n);
  });

  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const year = fc.tuple(amount, amount, amount, amount);
  const quarter = fc.constantFrom(...QUARTERS);

  it('lies within half a cent of year to date / share, whatever the amounts', () => {
    fc.assert(
      fc.property(quarter, year, fc.option(year), (at, amounts, lastYear) => {
        const { used, share } = forecastAtYearEnd(at, amounts, lastYear);
        const toDate = amounts.slice(0, QUARTERS.indexOf(at) + 1).reduce((sum, each) => sum + each, 0n);
        const off = 2n * ((used ?? 0n) * share.numerator - toDate * share.denominator);
        expect(off <= share.numerator && -off <= share.numerator).toBe(true);
      }),
    );
  });

  it('of a year that goes exactly like last year is last year', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(quarter, fc.tuple(positive, positive, positive, positive), (at, amounts) => {
        const total = amounts.reduce((sum, each) => sum + each, 0n);
        expect(forecastAtYearEnd(at, amounts, amounts).used).toBe(total);
      }),
    );
  });
});

describe('a forecast beside the budget', () => {
  const of = (budget: bigint | null, ...year: (bigint | null)[]) => ({
    budget,
    forecast: forecastAtYearEnd(third, year),
  });
  const verdictOf = (...all: ReturnType<typeof of>[]) => compareMeasured(forecastSides(all).sides).verdict;

  it.each([
    ['agrees at exactly 5 % less', 1_000_000n * euro, 712_500n * euro, 'WITHIN_TOLERANCE'],
    ['falls short beyond it', 1_000_000n * euro, 712_500n * euro - 1n, 'BELOW'],
    ['exceeds it beyond 5 % more', 1_000_000n * euro, 787_500n * euro + 1n, 'ABOVE'],
    ['agrees at exactly EUR 10,000 when that is more', 40_000n * euro, 37_500n * euro, 'WITHIN_TOLERANCE'],
    ['exceeds it beyond EUR 10,000', 40_000n * euro, 37_500n * euro + 1n, 'ABOVE'],
    ['agrees with a budgeted loss that is as large', -1_000_000n * euro, -750_000n * euro, 'WITHIN_TOLERANCE'],
    ['agrees with a budgeted loss at exactly 5 % more', -1_000_000n * euro, -787_500n * euro, 'WITHIN_TOLERANCE'],
    ['falls short of a budgeted loss one cent beyond', -1_000_000n * euro, -787_500n * euro - 1n, 'BELOW'],
    ['falls short of a budgeted loss that is larger', -1_000_000n * euro, -900_000n * euro, 'BELOW'],
    ['falls short when a profit was budgeted and a loss is made', 100_000n * euro, -75_000n * euro, 'BELOW'],
    ['exceeds a budget of nothing', 0n, 75_000n * euro, 'ABOVE'],
    ['exceeds it by a factor of 1,000', 1_000_000n * euro, 750_000_000n * euro, 'ABOVE'],
    ['cannot be judged without a budget', null, 1n, 'INCOMPLETE'],
  ])('%s', (_, budget, toDate, verdict) => {
    expect(verdictOf(of(budget, toDate, 0n, 0n))).toBe(verdict);
  });

  it('cannot be judged when a quarter is missing', () => {
    expect(verdictOf(of(1n, 1n, null, 1n))).toBe('INCOMPLETE');
  });

  it('is added up over who has both, and gets no verdict when these are less than 80 %', () => {
    const known = of(100n, 30n, 30n, 30n);
    const unknown = of(100n, 30n, null, 30n);
    const { sides, way } = forecastSides([known, known, known, known, unknown]);
    expect(sides).toEqual({
      unit: 'EUR_CENT',
      expected: fraction(400n),
      actual: fraction(480n),
      covered: 4,
      coverable: 5,
    });
    expect(way).toBe('LINEAR');
    expect(verdictOf(known, known, known, known, unknown)).toBe('WITHIN_TOLERANCE');
    expect(verdictOf(known, known, known, unknown)).toBe('INCOMPLETE');
  });

  it('says that it was drawn on in different ways, looking only at those that count', () => {
    const seasonal = { budget: 1n, forecast: forecastAtYearEnd(third, [1n, 1n, 1n], [1n, 1n, 1n, 1n]) };
    expect(forecastSides([of(1n, 1n, 1n, 1n), seasonal]).way).toBe('MIXED');
    expect(forecastSides([of(null, 1n, 1n, 1n), seasonal]).way).toBe('SEASONAL');
  });
});

describe('the way in which the share of the year was taken', () => {
  it('is told with the share', () => {
    expect(yearShare(third)).toEqual({ share: fraction(3n, 4n), way: 'LINEAR' });
    expect(yearShare(third, [30n, 30n, 10n, 30n])).toEqual({ share: fraction(70n, 100n), way: 'SEASONAL' });
    expect(yearShare(third, [30n, null, 10n, 30n]).way).toBe('LINEAR');
    expect(seasonalShare(third)).toBeNull();
  });

  it('does not change the share', () => {
    const amount = fc.option(fc.bigInt({ min: -5n, max: 100n }), { freq: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...QUARTERS), fc.array(amount, { maxLength: 5 }), (quarter, lastYear) => {
        const { share, way } = yearShare(quarter, lastYear);
        expect(toNumber(share)).toBe(toNumber(expectedShare(quarter, lastYear)));
        expect(way === 'SEASONAL').toBe(seasonalShare(quarter, lastYear) !== null);
      }),
    );
  });

  it.each([
    [['LINEAR', 'LINEAR'], 'LINEAR'],
    [['SEASONAL', null], 'SEASONAL'],
    [['LINEAR', 'SEASONAL'], 'MIXED'],
    [['MIXED'], 'MIXED'],
    [[null], null],
    [[], null],
  ] as const)('of %j is %s', (ways, way) => {
    expect(combinedWay(ways)).toBe(way);
  });
});
