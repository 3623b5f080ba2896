import fc from 'fast-check';
import { explain } from '../../src/domain/explain';
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../src/domain/figures';
import { assess, assessEach } from '../../src/domain/ladder/assess';
import { NOW, QUARTERS } from './healthy';

/** Amounts around the limits, so that criteria both hold and do not; a few are unknown. */
const flow = fc.bigInt({ min: -60n, max: 120n });
const stock = fc.bigInt({ min: 0n, max: 2_000n });
const arbitrary: Record<FigureName, fc.Arbitrary<bigint>> = {
  revenue: fc.bigInt({ min: 1n, max: 2_000n }),
  revenueYouth: stock,
  employedStaffCosts: stock,
  hiredStaffCosts: stock,
  otherCosts: fc.bigInt({ min: 1n, max: 2_000n }),
  netResult: flow,
  yearToDateResult: flow,
  equity: fc.bigInt({ min: -40n, max: 600n }),
  balanceTotal: fc.bigInt({ min: 1n, max: 2_000n }),
  currentAssets: stock,
  currentLiabilities: fc.bigInt({ min: 1n, max: 1_000n }),
  cash: fc.bigInt({ min: 0n, max: 3_000n }),
  overdueCreditors: fc.oneof({ weight: 5, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: stock }),
  openInvoices: stock,
  nonBillableProduction: stock,
  declaredProduction: stock,
  budgetRevenueYouth: stock,
};

type Amounts = Record<FigureName, bigint | null>;
const known = (quarter: string) =>
  (fc.record(arbitrary) as fc.Arbitrary<Amounts>).map((amounts) =>
    quarterFigures(quarter, { ...amounts, yearToDateResult: null }),
  );
const complete = fc.tuple(...QUARTERS.map(known)).map((history) => [...history] as QuarterFigures[]);
const holes = fc.array(fc.tuple(fc.nat({ max: QUARTERS.length - 1 }), fc.constantFrom(...FIGURE_NAMES)), {
  maxLength: 6,
});

function without(history: readonly QuarterFigures[], gaps: readonly (readonly [at: number, name: FigureName])[]) {
  return history.map((figures, at) => ({
    ...figures,
    ...Object.fromEntries(gaps.filter(([where]) => where === at).map(([, name]) => [name, null])),
  }));
}
const incomplete = fc.tuple(complete, holes).map(([history, gaps]) => without(history, gaps));

/** What is worse in the last quarter: by how much it changes a figure. Cash and staff costs are worse when dearer. */
const WORSE: readonly [name: FigureName, direction: -1n | 1n][] = [
  ['equity', -1n],
  ['netResult', -1n],
  ['currentAssets', -1n],
  ['cash', -1n],
  ['currentLiabilities', 1n],
  ['overdueCreditors', 1n],
  ['otherCosts', 1n],
  ['hiredStaffCosts', 1n],
];

describe('the ladder', () => {
  it('never goes down because a figure got worse', () => {
    const worsening = fc.tuple(fc.constantFrom(...WORSE), fc.bigInt({ min: 1n, max: 3_000n }));
    fc.assert(
      fc.property(complete, worsening, (history, [[name, direction], amount]) => {
        const worse = history.map((figures) =>
          figures.quarter === NOW ? { ...figures, [name]: (figures[name] ?? 0n) + direction * amount } : figures,
        );
        expect(assess(worse, NOW).trede ?? 0).toBeGreaterThanOrEqual(assess(history, NOW).trede ?? 0);
      }),
      { numRuns: 400 },
    );
  });

  it('does not go down because a figure got worse while others are unknown', () => {
    const worsening = fc.tuple(fc.constantFrom(...WORSE), fc.bigInt({ min: 1n, max: 3_000n }));
    fc.assert(
      fc.property(incomplete, worsening, (history, [[name, direction], amount]) => {
        const worse = history.map((figures) => {
          const before = figures[name];
          return figures.quarter === NOW && before !== null
            ? { ...figures, [name]: before + direction * amount }
            : figures;
        });
        expect(assess(worse, NOW).trede ?? 0).toBeGreaterThanOrEqual(assess(history, NOW).trede ?? 0);
      }),
      { numRuns: 400 },
    );
  });

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

  it('does not depend on the size of the provider: all amounts times the same factor give the same answer', () => {
    fc.assert(
      fc.property(incomplete, fc.bigInt({ min: 1n, max: 10n ** 12n }), (history, factor) => {
        const larger = history.map((figures) => ({
          ...figures,
          ...Object.fromEntries(
            FIGURE_NAMES.map((name) => [name, figures[name] === null ? null : figures[name] * factor]),
          ),
        }));
        const [small, large] = [assess(history, NOW), assess(larger, NOW)];
        expect(large.trede).toBe(small.trede);
        expect(large.criteria.map(({ holds }) => holds)).toEqual(small.criteria.map(({ holds }) => holds));
      }),
    );
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
