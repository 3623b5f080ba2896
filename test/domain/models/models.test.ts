import { INDICATION_RULES } from '../../../src/domain/indications/causes';
import { MODELS, modelCalled, PRESENT } from '../../../src/domain/models';
import { OUTCOME_OF_2019 } from '../../../src/domain/scorecard/calibrate';
import { pointsOf, sayBand } from '../../../src/domain/scorecard/say-band';
import { codeOf, type ScorecardIndicator } from '../../../src/domain/scorecard/scorecard';

describe('The models', () => {
  it('are told apart by the ladder and the scorecard in their version, and the present one is among them', () => {
    const versions = MODELS.map(({ version }) => version);
    expect(new Set(versions).size).toBe(MODELS.length);
    expect(MODELS.length).toBeGreaterThan(1);
    expect(versions[0]).toBe(PRESENT.version);
    for (const { version, ladder, scorecard } of MODELS) expect(version).toBe(`${ladder.version}+${scorecard.version}`);
  });

  it('are found by their version, and no other', () => {
    for (const model of MODELS) expect(modelCalled(model.version)).toBe(model);
    expect(['', 'kruger-1', 'scorecard-1', 'toString'].map(modelCalled)).toEqual(Array(4).fill(undefined));
  });

  it('are each another model: what differs is data', () => {
    const data = MODELS.map(({ scorecard: { indicators, cuts }, ladder: { criteria } }) =>
      JSON.stringify([indicators, cuts, criteria], (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
    expect(new Set(data).size).toBe(MODELS.length);
  });

  it('say that the scorecard is our own, and not of the covenant', () => {
    for (const { label } of MODELS) expect(label).toEqual({ en: 'own model', nl: 'eigen model' });
    expect(Object.values(OUTCOME_OF_2019).reduce((sum, count) => sum + count)).toBe(226);
  });

  it('all ask the answers that indications are read from', () => {
    const answers = INDICATION_RULES.filter(({ sign }) => sign === 'YES').map(({ indicator }) => indicator);
    for (const { scorecard } of MODELS) {
      expect(scorecard.indicators.map(codeOf)).toEqual(expect.arrayContaining(answers));
    }
  });

  it('have for every number of points of an indicator one band, with words of its own in both languages', () => {
    for (const indicator of MODELS.flatMap(({ scorecard }): readonly ScorecardIndicator[] => scorecard.indicators)) {
      const points = pointsOf(indicator);
      expect(new Set(points).size).toBe(points.length);
      for (const language of ['nl', 'en'] as const) {
        const words = points.map((number) => sayBand(indicator, number, language));
        expect(new Set(words).size).toBe(points.length);
        expect(words.join()).not.toMatch(/undefined|NaN|\{|\}/);
      }
    }
  });
});

describe('A band in words', () => {
  const indicatorCalled = (code: string) =>
    PRESENT.scorecard.indicators.find((indicator) => codeOf(indicator) === code) as ScorecardIndicator;

  it.each([
    ['solvency', 4, 'below 10%', 'onder 10%'],
    ['solvency', 1, 'below 40%', 'onder 40%'],
    ['solvency', 0, 'not below 40%', 'niet onder 40%'],
    ['profitability', 4, 'below -2%', 'onder -2%'],
    ['profitability', 2, 'below 1.5%', 'onder 1,5%'],
    ['currentRatio', 4, 'below 0.7', 'onder 0,7'],
    ['daysCash', 3, 'below 15 days', 'onder 15 dagen'],
    ['pnilRatio', 3, 'above 35%', 'boven 35%'],
    ['pnilRatio', 0, 'not above 13%', 'niet boven 13%'],
    ['foreseesRisk', 3, 'yes', 'ja'],
    ['foreseesRisk', 0, 'no', 'nee'],
  ])('of %s that gave %i points is "%s"', (code, points, en, nl) => {
    expect(sayBand(indicatorCalled(code), points, 'en')).toBe(en);
    expect(sayBand(indicatorCalled(code), points, 'nl')).toBe(nl);
  });
});
