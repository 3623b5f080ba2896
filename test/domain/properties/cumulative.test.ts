/** A year to date is the sum of its quarters, in the series and on the ladder. */
import fc from 'fast-check';
import type { QuarterFigures } from '../../../src/domain/figures';
import { assessEach } from '../../../src/domain/ladder/assess';
import { yearOf } from '../../../src/domain/period';
import { toDiscrete } from '../../../src/domain/series';
import { QUARTERS } from '../healthy';
import { complete } from './arbitrary';

/** From the first whole year: of the year in which a history begins, the quarters before it are not known. */
const WHOLE = QUARTERS.filter((quarter) => yearOf(quarter) > yearOf(QUARTERS[0] as string));
const sinceJanuary = <T extends { readonly quarter: string }>(all: readonly T[], until: string): T[] =>
  all.filter(({ quarter }) => yearOf(quarter) === yearOf(until) && quarter <= until);

it('The quarters of a delivered series add up to what was delivered', () => {
  const delivered = fc.tuple(...WHOLE.map((quarter) => fc.bigInt().map((value) => ({ quarter, value }))));
  fc.assert(
    fc.property(delivered, (series) => {
      const discrete = toDiscrete(series);
      for (const { quarter, value } of series) {
        const sum = sinceJanuary(discrete, quarter).reduce((total, one) => total + (one.value as bigint), 0n);
        expect(sum).toBe(value);
      }
    }),
  );
});

it('The ladder judges the year so far by the sum of its quarters', () => {
  const resultOf = ({ netResult }: QuarterFigures) => netResult as bigint;
  fc.assert(
    fc.property(complete, (history) => {
      for (const { quarter, criteria } of assessEach(history, WHOLE)) {
        const sum = sinceJanuary(history, quarter).reduce((total, figures) => total + resultOf(figures), 0n);
        const loss = criteria.find(({ code }) => code === 'LOSS');
        expect([loss?.value, loss?.holds]).toEqual([Number(sum), sum < 0n]);
      }
    }),
  );
});
