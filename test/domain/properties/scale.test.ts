/** Large or small makes no difference: all amounts times the same factor give the same ratios, points and trede. */
import fc from 'fast-check';
import type { QuarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { MODELS } from '../../../src/domain/models';
import { ratiosOf } from '../../../src/domain/ratios';
import { score } from '../../../src/domain/scorecard';
import { NOW } from '../healthy';
import { enlarged, incomplete } from './arbitrary';

/** Below a factor at which Postgres, and toNumber with it, rounds a quotient of ten digits twice. */
const factors = fc.bigInt({ min: 1n, max: 10n ** 6n });

it('The ratios are the same', () => {
  fc.assert(
    fc.property(incomplete, factors, (history, factor) => {
      const [now, large] = [history, enlarged(history, factor)].map((all) => all.at(-1) as QuarterFigures);
      expect(ratiosOf(large as QuarterFigures)).toEqual(ratiosOf(now as QuarterFigures));
    }),
  );
});

describe.each(MODELS)('By the model $version', ({ ladder, scorecard }) => {
  it('the score is the same, indicator by indicator', () => {
    fc.assert(
      fc.property(incomplete, factors, (history, factor) => {
        const [now, large] = [history, enlarged(history, factor)].map((all) => all.at(-1) as QuarterFigures);
        expect(score(large as QuarterFigures, scorecard)).toEqual(score(now as QuarterFigures, scorecard));
      }),
    );
  });

  it('the trede is the same: the only amounts that it looks at by themselves are held against zero', () => {
    fc.assert(
      fc.property(incomplete, fc.bigInt({ min: 1n, max: 10n ** 12n }), (history, factor) => {
        const [small, large] = [assess(history, NOW, ladder), assess(enlarged(history, factor), NOW, ladder)];
        expect(large.trede).toBe(small.trede);
        expect(large.criteria.map(({ holds }) => holds)).toEqual(small.criteria.map(({ holds }) => holds));
      }),
    );
  });
});
