/** What is missing never means safe, by whatever model: it is unknown, and said to be. */
import fc from 'fast-check';
import type { QuarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { MODELS } from '../../../src/domain/models';
import { score } from '../../../src/domain/scorecard';
import { NOW } from '../healthy';
import { complete, gaps, without } from './arbitrary';

describe.each(MODELS)('A figure that is missing, by the model $version,', ({ ladder, scorecard }) => {
  it('never gives a lower trede that is claimed as certain', () => {
    fc.assert(
      fc.property(complete, gaps, (history, missing) => {
        const whole = assess(history, NOW, ladder);
        const partial = assess(without(history, missing), NOW, ladder);
        const isLower = (partial.trede ?? 0) < (whole.trede ?? 0);
        const isUnknown = partial.criteria.filter(
          ({ holds, trede, missing: what }) => holds === null && trede > (partial.trede ?? 0) && what !== null,
        );
        if (isLower) expect(isUnknown).not.toHaveLength(0);
        if (partial.trede === 1) expect(partial.criteria.every(({ holds }) => holds === false)).toBe(true);
        expect(partial.isAssessable).toBe(partial.trede !== null);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every indicator of the scorecard as it was, or unknown; other points mean that something is unknown', () => {
    fc.assert(
      fc.property(complete, gaps, (history, missing) => {
        const whole = score(history.at(-1) as QuarterFigures, scorecard);
        const partial = score(without(history, missing).at(-1) as QuarterFigures, scorecard);
        for (const [at, { value, points }] of partial.indicators.entries()) {
          expect(value === null).toBe(points === null);
          if (points !== null) expect(points).toBe(whole.indicators[at]?.points);
        }
        if (partial.points !== whole.points)
          expect(partial.indicators.some(({ points }) => points === null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives no class and no points once more than half of the scorecard is unknown', () => {
    fc.assert(
      fc.property(complete, gaps, (history, missing) => {
        const { indicators, points, riskClass } = score(without(history, missing).at(-1) as QuarterFigures, scorecard);
        const known = indicators.filter((indicator) => indicator.points !== null).length;
        expect(points === null).toBe(known * 2 < indicators.length);
        expect(riskClass === null).toBe(points === null);
      }),
    );
  });
});
