import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../../src/domain/figures';
import { QUARTERS } from '../healthy';

/** Amounts around the limits and the bands, so that criteria both hold and do not, and every band is met. */
const amounts: Record<FigureName, fc.Arbitrary<bigint>> = {
  ...(Object.fromEntries(FIGURE_NAMES.map((name) => [name, fc.bigInt({ min: 1n, max: 2_000n })])) as Record<
    FigureName,
    fc.Arbitrary<bigint>
  >),
  netResult: fc.bigInt({ min: -60n, max: 120n }),
  equity: fc.bigInt({ min: -40n, max: 600n }),
  cash: fc.bigInt({ min: 0n, max: 3_000n }),
  overdueCreditors: fc.oneof({ weight: 5, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.constant(7n) }),
  nonBillableProduction: fc.bigInt({ min: 0n, max: 150n }),
  budgetRevenueYouth: fc.bigInt({ min: 1n, max: 8_000n }),
};

/** A quarter of which everything is known but the year to date, which follows from the quarters. */
const known = (quarter: string): fc.Arbitrary<QuarterFigures> =>
  fc
    .tuple(fc.record(amounts), fc.boolean())
    .map(([all, foreseesRisk]) => quarterFigures(quarter, { ...all, yearToDateResult: null, foreseesRisk }));

/** Sixteen quarters of which everything is known. */
export const complete: fc.Arbitrary<QuarterFigures[]> = fc
  .tuple(...QUARTERS.map(known))
  .map((history) => [...history] as QuarterFigures[]);

export type Gap = readonly [at: number, name: FigureName | 'foreseesRisk'];
/** Figures that are missing, by the place of their quarter: most of them in the last one. */
export const gaps: fc.Arbitrary<Gap[]> = fc.array(
  fc.tuple(
    fc.oneof(fc.constant(QUARTERS.length - 1), fc.nat({ max: QUARTERS.length - 1 })),
    fc.constantFrom<Gap[1]>(...FIGURE_NAMES, 'foreseesRisk'),
  ),
  { maxLength: 8 },
);

export const without = (history: readonly QuarterFigures[], missing: readonly Gap[]): QuarterFigures[] =>
  history.map((figures, at) => ({
    ...figures,
    ...Object.fromEntries(missing.filter(([where]) => where === at).map(([, name]) => [name, null])),
  }));

/** Sixteen quarters with holes. */
export const incomplete = fc.tuple(complete, gaps).map(([history, missing]) => without(history, missing));

/** All amounts so many times as large. */
export const enlarged = (history: readonly QuarterFigures[], factor: bigint): QuarterFigures[] =>
  history.map((figures) => ({
    ...figures,
    ...Object.fromEntries(FIGURE_NAMES.map((name) => [name, figures[name] === null ? null : figures[name] * factor])),
  }));
