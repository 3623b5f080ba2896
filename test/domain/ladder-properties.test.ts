import fc from 'fast-check';
import { explain } from '../../src/domain/explain';
import { assess, assessEach } from '../../src/domain/ladder/assess';
import { NOW, QUARTERS } from './healthy';
import { complete, gaps as holes, incomplete, without } from './properties/arbitrary';

describe('the ladder', () => {
  it('reads a missing figure as unknown: what still holds, held; and what could be worse is listed', () => {
    fc.assert(
      fc.property(complete, holes, (history, gaps) => {
        const whole = assess(history, NOW);
        const partial = assess(without(history, gaps), NOW);
        for (const [at, criterion] of partial.criteria.entries()) {
          if (criterion.holds !== null) expect(criterion.holds).toBe(whole.criteria[at]?.holds);
          expect(criterion.holds === null).toBe(criterion.missing !== null);
        }
        if (partial.trede === 1) expect(whole.trede).toBe(1);
        if (partial.trede !== null && whole.trede !== null && partial.trede < whole.trede) {
          const open = partial.criteria.filter(({ holds, trede }) => holds === null && trede > (partial.trede ?? 0));
          expect(open).not.toHaveLength(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('names only figures that are really missing, and delivering all of them settles every criterion', () => {
    fc.assert(
      fc.property(complete, holes, (history, gaps) => {
        const removed = new Set(
          gaps.map(
            ([at, name]) => `${name} ${QUARTERS[at]?.slice(0, 4)}Q${(Number(QUARTERS[at]?.slice(5, 7)) + 2) / 3}`,
          ),
        );
        for (const { missing } of assess(without(history, gaps), NOW).criteria) {
          for (const entry of missing?.split(', ') ?? []) {
            const [figure] = entry.split(' ');
            const isDerived = figure === 'yearToDateResult';
            expect(isDerived || removed.has(entry)).toBe(true);
          }
        }
        expect(assess(history, NOW).criteria.every(({ holds }) => holds !== null)).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the quarters are given', () => {
    const shuffled = incomplete.chain((history) =>
      fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
    );
    fc.assert(fc.property(shuffled, ([history, other]) => expect(assess(other, NOW)).toEqual(assess(history, NOW))));
  });

  it('gives each quarter the same assessment alone as together, whatever is missing and whatever came later', () => {
    fc.assert(
      fc.property(fc.tuple(incomplete, fc.subarray(QUARTERS)), ([history, kept]) => {
        const delivered = history.filter(({ quarter }) => kept.includes(quarter));
        const together = assessEach(delivered, QUARTERS);
        for (const [at, quarter] of QUARTERS.entries()) {
          const past = delivered.filter((figures) => figures.quarter <= quarter);
          expect(assess(past, quarter)).toEqual(together[at]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('can always be explained, in both languages, in at most two sentences', () => {
    fc.assert(
      fc.property(incomplete, (history) => {
        for (const language of ['en', 'nl'] as const) {
          const text = explain(assess(history, NOW), language);
          expect(text.split(/\.(?: |$)/).filter(Boolean).length).toBeLessThanOrEqual(2);
          expect(text).not.toMatch(/undefined|null|NaN|\{|\}/);
        }
      }),
    );
  });
});
