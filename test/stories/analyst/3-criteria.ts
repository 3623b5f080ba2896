/** Kruger's ladder as an analyst reads it: every criterion by its formula, and the trede that they come to. */

import { RATIOS } from './2-ratios';
import { type Known, minus, numberOf, over, shown, sum } from './calculator';
import { ask, by, type Told } from './desk';
import type { Books } from './providers';

/** A provider at the end of a quarter: the quarter and all before it, the latest first. */
type History = readonly Told[];
type Answer = boolean | null;

const below = (value: Known, limit: number): Answer => (value === null ? null : value < limit);
const above = (value: Known, limit: number): Answer => (value === null ? null : value > limit);
const ratio = (code: string, quarter: Told): Known => (RATIOS[code] as (of: Told) => Known)(quarter);

/** What is known suffices: one yes decides an "or", one no an "and". */
const either = (a: Answer, b: Answer): Answer => (a || b ? true : a === null || b === null ? null : false);
const both = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === null || b === null ? null : true;

/** The quarters of the year so far. */
const thisYear = (history: History): History => history.slice(0, numberOf(history[0].quarter));
/** Not known when the history does not reach back to January. */
function sinceJanuary(history: History, figure: string): Known {
  const year = thisYear(history);
  return year.length < numberOf(history[0].quarter) ? null : sum(year.map((quarter) => quarter[figure]));
}
/** As delivered, else what its quarters add up to. */
const yearToDate = (history: History): Known =>
  history[0]?.yearToDateResultCents ?? (history[0] ? sinceJanuary(history, 'netResultCents') : null);

/** How long something has been so, and how long it may have been: before the history nothing is known. */
interface Run {
  readonly least: number;
  readonly most: number;
}
function run(answers: readonly Answer[]): Run {
  const [ended, unsure] = [answers.indexOf(false), answers.findIndex((answer) => !answer)];
  return { least: unsure < 0 ? answers.length : unsure, most: ended < 0 ? Number.POSITIVE_INFINITY : ended };
}
const lasted = ({ least, most }: Run, periods: number): Answer =>
  least >= periods ? true : most < periods ? false : null;

/** At the end of each quarter, the latest first. */
const back = (history: History, answer: (then: History) => Answer): Answer[] =>
  history.map((_, ago) => answer(history.slice(ago)));

const losses = (history: History): Run => run(back(history, ([quarter]) => below(quarter.netResultCents, 0)));
const lossYears = (history: History): Run => {
  const closed = history.flatMap(({ quarter }, ago) => (numberOf(quarter) === 4 ? [history.slice(ago)] : []));
  return run(closed.map((then) => below(yearToDate(then), 0)));
};
const arrears = (history: History, below07: number): Run =>
  run(
    back(history, ([now]) => either(above(now.overdueCreditorsCents, 0), below(ratio('currentRatio', now), below07))),
  );
const lowerThanAYearBefore = (code: string, history: History): Run =>
  run(back(history, ([now, , , , then]) => (then ? below(minus(ratio(code, now), ratio(code, then)), 0) : null)));

interface Judged {
  readonly holds: Answer;
  readonly value: Known;
}
const judged = (value: Known, holds: Answer): Judged => ({ holds, value: holds === null ? null : value });
const ofRun = (of: Run, periods: number): Judged => judged(of.least, lasted(of, periods));

/** The limits by the code of their criterion. */
type Limits = (code: string) => number;

/** Every criterion, in the words of the ladder. */
const CRITERIA: Readonly<Record<string, (history: History, limit: number, limits: Limits) => Judged>> = {
  EQUITY_NEGATIVE: ([now], limit) => judged(now.equityCents, below(now.equityCents, limit)),
  LOSS_LONGER_THAN_A_YEAR: (history, limit) => ofRun(losses(history), limit + 1),
  LOSS_YEARS: (history, limit) => {
    const years = lossYears(history);
    return judged(years.least, both(below(yearToDate(history), 0), lasted(years, limit)));
  },
  ARREARS_STRUCTURAL: (history, limit, limits) => ofRun(arrears(history, limits('CURRENT_RATIO_ARREARS')), limit),
  SOLVENCY_PROBLEMATIC: ([now], limit) => judged(ratio('solvency', now), below(ratio('solvency', now), limit)),
  LOSS: (history, limit) => judged(yearToDate(history), below(yearToDate(history), limit)),
  CREDITORS_OVERDUE: ([now], limit) => judged(now.overdueCreditorsCents, above(now.overdueCreditorsCents, limit)),
  CURRENT_RATIO_ARREARS: ([now], limit) => judged(ratio('currentRatio', now), below(ratio('currentRatio', now), limit)),
  SOLVENCY_WORRYING: ([now], limit) => judged(ratio('solvency', now), below(ratio('solvency', now), limit)),
  BREAK_EVEN: (history, limit) => {
    const result = yearToDate(history);
    const margin = over(result, sinceJanuary(history, 'revenueCents'));
    // A loss is no "about break-even", of whatever revenue.
    if (margin === null) return { value: null, holds: below(result, 0) ? false : null };
    return judged(margin, margin >= 0 && margin < limit);
  },
  CURRENT_RATIO_PRESSURE: ([now], limit) =>
    judged(ratio('currentRatio', now), below(ratio('currentRatio', now), limit)),
  DAYS_CASH_PRESSURE: ([now], limit) => judged(ratio('daysCash', now), below(ratio('daysCash', now), limit)),
  SOLVENCY_DECREASING: (history, limit) => ofRun(lowerThanAYearBefore('solvency', history), limit),
  PROFITABILITY_DECREASING: (history, limit) => ofRun(lowerThanAYearBefore('profitability', history), limit),
  LIQUIDITY_DECREASING: (history, limit) => ofRun(lowerThanAYearBefore('currentRatio', history), limit),
};

export interface Ladder {
  readonly criteria: readonly {
    readonly code: string;
    readonly trede: number;
    readonly holds: Answer;
    readonly value: Known;
  }[];
  readonly trede: Known;
}

/** The highest criterion that holds; 1 when all could be judged and none does; else not assessable. */
export function climb(history: History, model: readonly Told[]): Ladder {
  const limits: Limits = (code) => by('code', model).get(code).limit;
  const criteria = model.map((criterion) => {
    const { code, trede, limit } = criterion;
    const { holds, value } = (CRITERIA[code] as (typeof CRITERIA)[string])(history, limit, limits);
    return { ...criterion, code, trede, holds, value: shown(value) };
  });
  const holding = criteria.filter(({ holds }) => holds).map(({ trede }) => trede);
  const isUnsure = criteria.some(({ holds }) => holds === null);
  return { criteria, trede: holding.length > 0 ? Math.max(...holding) : isUnsure ? null : 1 };
}

/** A quarter and all before it, the latest first. */
export const historyAt = ({ quarters }: Books, at: number): History => quarters.slice(0, at + 1).reverse();

export const ladderOfModel = async (): Promise<Told[]> =>
  (await ask('{ riskModel { ladder { code trede figure limit unit basis } } }')).riskModel.ladder;
