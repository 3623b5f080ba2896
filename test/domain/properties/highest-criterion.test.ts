/** The trede is the highest of its criteria that hold ("en/of", covenant ch. 3), by whatever model. */
import fc from 'fast-check';
import { assess } from '../../../src/domain/ladder/assess';
import { MODELS } from '../../../src/domain/models';
import { NOW } from '../healthy';
import { complete, incomplete } from './arbitrary';

describe.each(MODELS)('By the model $version', ({ ladder }) => {
  it('the trede is that of the gravest criterion that holds; 1 when all are known not to; else there is none', () => {
    fc.assert(
      fc.property(fc.oneof(complete, incomplete), (history) => {
        const { criteria, trede } = assess(history, NOW, ladder);
        const holding = criteria.filter(({ holds }) => holds === true).map((criterion) => criterion.trede);
        const isUnknown = criteria.some(({ holds }) => holds === null);
        expect(trede).toBe(holding.length > 0 ? holding.sort().at(-1) : isUnknown ? null : 1);
        expect(criteria.map(({ code }) => code)).toEqual(ladder.criteria.map(({ code }) => code));
      }),
      { numRuns: 300 },
    );
  });
});
