/**
 * How a criterion is judged. Each judge answers true, false, or null when a figure it needs is missing: null is never
 * read as "does not hold". What is known suffices: a missing figure that cannot change the answer is not missed.
 */
import type { FigureName } from '../figures';
import { type Missing, missed, missedFor } from '../missing';
import { compareRatios, fraction, type Ratio, toNumber } from '../ratio';
import { missedArrears, missedInRun, missedMargin, missedTrend, missedYears } from './missed';
import { both, lastedAtLeast, type Run } from './run';
import { isBelowZero, type LadderRatio, type Standing, type TrendRatio } from './standing';

export interface Verdict {
  /** Null when a figure it needs is missing. */
  readonly holds: boolean | null;
  readonly value: number | null;
  readonly missing: readonly Missing[];
}

export type Judge = (standing: Standing, limit: Ratio) => Verdict;

const NOTHING: readonly Missing[] = [];
const ZERO = fraction(0n);

export function ratioBelow(code: LadderRatio): Judge {
  return (standing, limit) => {
    const value = standing.ratios[code];
    if (!value) return unknown(missedFor(code, standing.index, standing.figures));
    return known(compareRatios(value, limit) < 0, toNumber(value));
  };
}

export function amountBelow(figure: FigureName): Judge {
  return (standing, limit) => onAmount(figure, standing, (amount) => compareRatios(fraction(amount), limit) < 0);
}

export function amountAbove(figure: FigureName): Judge {
  return (standing, limit) => onAmount(figure, standing, (amount) => compareRatios(fraction(amount), limit) > 0);
}

/** The result since 1 January is below the limit. */
export const yearToDateResultBelow: Judge = ({ yearToDateResult, index }, limit) => {
  if (yearToDateResult === null) return unknown([missed('yearToDateResult', index)]);
  return known(compareRatios(fraction(yearToDateResult), limit) < 0, Number(yearToDateResult));
};

/** The margin since 1 January lies from zero up to the limit. A loss is not "about break-even": it is worse. */
export const marginFromZeroTo: Judge = (standing, limit) => {
  const margin = standing.yearToDateMargin;
  if (margin) return known(compareRatios(margin, ZERO) >= 0 && compareRatios(margin, limit) < 0, toNumber(margin));
  if (isBelowZero(standing.yearToDateResult)) return known(false, null);
  return unknown(missedMargin(standing));
};

/** Lower than in the same quarter last year, at least so many quarters in a row. */
export function decreasingFrom(code: TrendRatio): Judge {
  return (standing, limit) =>
    onRun(
      standing,
      wholeOf(limit),
      (at) => at.decreasingQuarters[code],
      (index, at) => missedTrend(code, index, at),
    );
}

/** More quarters of loss in a row than the limit. */
export const lossQuartersAbove: Judge = (standing, limit) =>
  onRun(
    standing,
    wholeOf(limit) + 1,
    (at) => at.lossQuarters,
    (index) => [missed('netResult', index)],
  );

/** At least so many quarters in a row with arrears. */
export const arrearsQuartersFrom: Judge = (standing, limit) =>
  onRun(standing, wholeOf(limit), (at) => at.arrearsQuarters, missedArrears);

/** At least so many closed years of loss in a row, and the loss has not ended: this year is loss-making as well. */
export const lossYearsFrom: Judge = (standing, limit) => {
  const years = wholeOf(limit);
  const holds = both(isBelowZero(standing.yearToDateResult), lastedAtLeast(standing.lossYears, years));
  return holds === null ? unknown(missedYears(standing, years)) : known(holds, standing.lossYears.least);
};

function onAmount(figure: FigureName, { figures, index }: Standing, test: (amount: bigint) => boolean): Verdict {
  const amount = figures[figure];
  return amount === null ? unknown([missed(figure, index)]) : known(test(amount), Number(amount));
}

function onRun(
  standing: Standing,
  periods: number,
  runOf: (at: Standing) => Run,
  missedAt: (index: number, at: Standing | null) => Missing[],
): Verdict {
  const run = runOf(standing);
  const holds = lastedAtLeast(run, periods);
  return holds === null ? unknown(missedInRun(standing, periods, runOf, missedAt)) : known(holds, run.least);
}

/** Runs are counted in whole periods: a limit of 4.5 quarters is 4. */
function wholeOf(limit: Ratio): number {
  return Number(limit.numerator / limit.denominator);
}

function known(holds: boolean, value: number | null): Verdict {
  return { holds, value, missing: NOTHING };
}

function unknown(missing: readonly Missing[]): Verdict {
  return { holds: null, value: null, missing };
}
