/** A worse figure never makes a provider look better, by whatever model. */
import fc from 'fast-check';
import type { FigureName, QuarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { MODELS } from '../../../src/domain/models';
import { score } from '../../../src/domain/scorecard';
import { NOW } from '../healthy';
import { complete, incomplete } from './arbitrary';

/** What is worse in a quarter: by how much it changes a figure. Whatever else follows from it is worse as well. */
const WORSE: readonly [name: FigureName, direction: -1n | 1n][] = [
  ['equity', -1n],
  ['netResult', -1n],
  ['currentAssets', -1n],
  ['cash', -1n],
  ['revenueYouth', -1n],
  ['currentLiabilities', 1n],
  ['hiredStaffCosts', 1n],
  ['otherCosts', 1n],
  ['nonBillableProduction', 1n],
  ['budgetRevenueYouth', 1n],
  ['overdueCreditors', 1n],
];
/** Amounts that cannot be below zero: less than nothing is not worse, it is wrong. */
const NEVER_BELOW_ZERO: readonly FigureName[] = ['currentAssets', 'cash', 'revenueYouth'];

const worsening = fc.tuple(fc.constantFrom(...WORSE), fc.bigInt({ min: 1n, max: 3_000n }));

function worse(figures: QuarterFigures, [[name, direction], amount]: [(typeof WORSE)[number], bigint]): QuarterFigures {
  const before = figures[name];
  if (figures.quarter !== NOW || before === null) return figures;
  const after = before + direction * amount;
  return { ...figures, [name]: NEVER_BELOW_ZERO.includes(name) && after < 1n ? 1n : after };
}

/** Where nothing holds, a worse figure may make it impossible to say so: "not assessable" is no lower than trede 1, and lower than any other. */
const height = ({ trede }: { readonly trede: number | null }) => trede ?? 1;

const CLASSES = ['LOW', 'MIDDLE', 'HIGH'];

describe.each(MODELS)('A figure that got worse, by the model $version,', ({ ladder, scorecard }) => {
  it.each([
    ['everything is known', complete],
    ['some is unknown', incomplete],
  ])('never lowers the points or the class when %s', (_, histories) => {
    fc.assert(
      fc.property(histories, worsening, (history, change) => {
        const now = history.at(-1) as QuarterFigures;
        const [before, after] = [score(now, scorecard), score(worse(now, change), scorecard)];
        for (const [at, indicator] of after.indicators.entries()) {
          expect(indicator.points ?? 0).toBeGreaterThanOrEqual(before.indicators[at]?.points ?? 0);
        }
        expect(after.points ?? -1).toBeGreaterThanOrEqual(before.points ?? -1);
        expect(CLASSES.indexOf(String(after.riskClass))).toBeGreaterThanOrEqual(
          CLASSES.indexOf(String(before.riskClass)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never lowers the points because the provider foresees a risk', () => {
    fc.assert(
      fc.property(incomplete, (history) => {
        const now = history.at(-1) as QuarterFigures;
        const [no, yes] = [false, true].map((foreseesRisk) => score({ ...now, foreseesRisk }, scorecard));
        expect(yes?.points ?? -1).toBeGreaterThanOrEqual(no?.points ?? -1);
      }),
    );
  });

  it.each([
    ['everything is known', complete],
    ['some is unknown', incomplete],
  ])('never lowers the trede when %s', (_, histories) => {
    fc.assert(
      fc.property(histories, worsening, (history, change) => {
        const after = history.map((figures) => worse(figures, change));
        expect(height(assess(after, NOW, ladder))).toBeGreaterThanOrEqual(height(assess(history, NOW, ladder)));
      }),
      { numRuns: 400 },
    );
  });
});
