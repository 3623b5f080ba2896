import fc from 'fast-check';
import { quarterFigures } from '../../src/domain/figures';
import { compareRatios } from '../../src/domain/ratio';
import { RATIOS } from '../../src/domain/ratios';
import { SCORECARD_1, type Scorecard, score } from '../../src/domain/scorecard';
import { HEALTHY, NOW } from './healthy';

const healthy = quarterFigures(NOW, HEALTHY);
const indicator = (code: string, figures = healthy) => score(figures).indicators.find((scored) => scored.code === code);

describe('the scorecard', () => {
  it('is labelled as our own model, and says its version with every score', () => {
    expect(SCORECARD_1.label).toEqual({ en: 'own model', nl: 'eigen model' });
    expect(score(healthy).version).toBe(SCORECARD_1.version);
  });

  it('gives a provider that is in order few points, and a provider in ruin all', () => {
    const strong = { ...healthy, equity: 600_000_00n, netResult: 40_000_00n };
    expect(score(strong)).toMatchObject({ riskClass: 'LOW', points: 10, known: 9 });
    expect(score(healthy)).toMatchObject({ riskClass: 'MIDDLE', points: 21, known: 9 });
    const ruin = {
      ...HEALTHY,
      equity: -1n,
      netResult: -90_000_00n,
      currentAssets: 0n,
      cash: 0n,
      hiredStaffCosts: 900_000_00n,
    };
    const all = { ...ruin, nonBillableProduction: 90_000_00n, revenueYouth: 500_000_00n, foreseesRisk: true };
    expect(score(quarterFigures(NOW, all))).toMatchObject({ riskClass: 'HIGH', points: 100 });
  });

  it.each([
    ['below 10 %', 99_999_999n, 4],
    ['at 10 %', 100_000_00n, 3],
    ['at 20 %', 200_000_00n, 2],
    ['at 30 %', 300_000_00n, 1],
    ['at 40 %', 400_000_00n, 0],
  ])('gives a solvency %s its points exactly', (says, equity, points) => {
    const exact = says === 'below 10 %' ? 99_999_99n : equity;
    expect(indicator('solvency', { ...healthy, equity: exact })?.points).toBe(points);
  });

  it('counts an unknown indicator neither as safe nor as risky: the others decide', () => {
    const half = { ...healthy, netResult: null };
    expect(indicator('profitability', half)).toMatchObject({ value: null, points: null });
    const worst = quarterFigures(NOW, {
      equity: -1n,
      balanceTotal: 1n,
      revenue: 4n,
      currentAssets: 0n,
      currentLiabilities: 1n,
      netResult: -4n,
      foreseesRisk: true,
    });
    expect(score(worst)).toMatchObject({ points: 100, riskClass: 'HIGH', known: 5 });
  });

  it('gives no class and no points when fewer than half of its indicators are known', () => {
    const four = quarterFigures(NOW, {
      equity: 0n,
      balanceTotal: 1n,
      revenue: 1n,
      currentAssets: 0n,
      currentLiabilities: 1n,
      foreseesRisk: true,
    });
    expect(score(four)).toMatchObject({ known: 4, points: null, riskClass: null });
    expect(score(quarterFigures(NOW))).toMatchObject({ known: 0, points: null, riskClass: null });
  });

  it.each([
    [{ HIGH: 21, MIDDLE: 10 }, 'HIGH'],
    [{ HIGH: 22, MIDDLE: 21 }, 'MIDDLE'],
    [{ HIGH: 30, MIDDLE: 22 }, 'LOW'],
  ])('puts 21 points with the cuts %j in the class %s: a cut belongs to the graver class', (cuts, riskClass) => {
    expect(score(healthy, { ...SCORECARD_1, cuts })).toMatchObject({ points: 21, riskClass });
  });

  it('has bands that go from grave to light, in the direction in which its ratio is worse', () => {
    const scorecard: Scorecard = SCORECARD_1;
    for (const one of scorecard.indicators) {
      if (!('ratio' in one)) continue;
      const { better } = RATIOS[one.ratio];
      if (better !== 'NEITHER') expect(one.riskIs).toBe(better === 'HIGHER' ? 'BELOW' : 'ABOVE');
      one.bands.slice(1).forEach((band, at) => {
        const graver = one.bands[at] as typeof band;
        expect(graver.points).toBeGreaterThan(band.points);
        expect(compareRatios(graver.than, band.than)).toBe(one.riskIs === 'BELOW' ? -1 : 1);
      });
    }
  });

  it('never gives fewer points because a figure got worse', () => {
    const figure = fc.constantFrom('equity', 'netResult', 'currentAssets', 'cash');
    const amount = fc.bigInt({ min: -900_000_00n, max: 900_000_00n });
    fc.assert(
      fc.property(figure, amount, fc.bigInt({ min: 0n, max: 900_000_00n }), (name, better, less) => {
        const [good, bad] = [score({ ...healthy, [name]: better }), score({ ...healthy, [name]: better - less })];
        expect(bad.points ?? 0).toBeGreaterThanOrEqual(good.points ?? 0);
      }),
    );
  });
});
