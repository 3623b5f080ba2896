/**
 * Where a provider stands at the end of each quarter: everything the criteria look at, worked out once per quarter in one
 * walk forward through the history. Assessing sixteen quarters costs one walk, not sixteen.
 */
import { type QuarterFigures, quarterFigures } from '../figures';
import { quarterAt, quarterIndex } from '../period';
import { compareRatios, type Ratio, ratio } from '../ratio';
import { ratioOf } from '../ratios';
import { BEFORE_HISTORY, either, extend, type Run } from './run';

/** The ratios that the ladder judges. */
export type LadderRatio = 'solvency' | 'profitability' | 'currentRatio' | 'daysCash';

export type TrendRatio = Exclude<LadderRatio, 'daysCash'>;

export interface Standing {
  readonly quarter: string;
  /** Its place in time: consecutive quarters have consecutive indices. */
  readonly index: number;
  readonly figures: QuarterFigures;
  /** The end of the quarter before; null before the history begins. */
  readonly previous: Standing | null;
  readonly sameQuarterLastYear: Standing | null;
  readonly ratios: Readonly<Record<LadderRatio, Ratio | null>>;
  /** As delivered, else the sum of the quarters of the year when all are known. */
  readonly yearToDateResult: bigint | null;
  /** Year-to-date result / year-to-date revenue. */
  readonly yearToDateMargin: Ratio | null;
  /** Quarters in a row with a negative net result. */
  readonly lossQuarters: Run;
  /** Quarters in a row with arrears: overdue creditors, or a current ratio below its limit. */
  readonly arrearsQuarters: Run;
  /** Quarters in a row in which a ratio was lower than in the same quarter last year. */
  readonly decreasingQuarters: Readonly<Record<TrendRatio, Run>>;
  /** Closed calendar years in a row with a negative result. */
  readonly lossYears: Run;
}

/** A history that has been walked through: where the provider stood at the end of each quarter. */
export type Standings = ReadonlyMap<string, Standing>;

/**
 * Walks through a history in order of time, whatever its order. A quarter without figures, also from `from` to `until`,
 * is a quarter of which nothing is known. RangeError when a quarter occurs twice.
 */
export function walkHistory(
  history: readonly QuarterFigures[],
  from: string,
  until: string,
  arrearsBelow: Ratio,
): Standings {
  const given = new Map(history.map((figures) => [quarterIndex(figures.quarter), figures]));
  if (given.size !== history.length) throw new RangeError('A history has each quarter once.');
  const last = quarterIndex(until);
  const standings = new Map<string, Standing>();
  const byIndex: Standing[] = [];
  const first = Math.min(quarterIndex(from), ...given.keys());
  for (let index = first; index <= last; index++) {
    const quarter = quarterAt(index);
    const figures = given.get(index) ?? quarterFigures(quarter);
    const at = index - first;
    const standing = stand(figures, index, byIndex[at - 1] ?? null, byIndex[at - 4] ?? null, arrearsBelow);
    byIndex.push(standing);
    standings.set(quarter, standing);
  }
  return standings;
}

function stand(
  figures: QuarterFigures,
  index: number,
  previous: Standing | null,
  sameQuarterLastYear: Standing | null,
  arrearsBelow: Ratio,
): Standing {
  const ratios = {
    solvency: ratioOf('solvency', figures),
    profitability: ratioOf('profitability', figures),
    currentRatio: ratioOf('currentRatio', figures),
    daysCash: ratioOf('daysCash', figures),
  };
  const yearToDateResult = figures.yearToDateResult ?? sumOfYear('netResult', figures, index, previous);
  const yearToDateRevenue = sumOfYear('revenue', figures, index, previous);
  const lossYears = previous?.lossYears ?? BEFORE_HISTORY;
  const trend = (code: TrendRatio): Run => {
    const now = ratios[code];
    const before = sameQuarterLastYear?.ratios[code] ?? null;
    return extend(
      previous?.decreasingQuarters[code] ?? BEFORE_HISTORY,
      now && before && compareRatios(now, before) < 0,
    );
  };
  return {
    quarter: figures.quarter,
    index,
    figures,
    previous,
    sameQuarterLastYear,
    ratios,
    yearToDateResult,
    yearToDateMargin: ratio(yearToDateResult, yearToDateRevenue),
    lossQuarters: extend(previous?.lossQuarters ?? BEFORE_HISTORY, isBelowZero(figures.netResult)),
    arrearsQuarters: extend(
      previous?.arrearsQuarters ?? BEFORE_HISTORY,
      either(
        figures.overdueCreditors === null ? null : figures.overdueCreditors > 0n,
        ratios.currentRatio && compareRatios(ratios.currentRatio, arrearsBelow) < 0,
      ),
    ),
    decreasingQuarters: {
      solvency: trend('solvency'),
      profitability: trend('profitability'),
      currentRatio: trend('currentRatio'),
    },
    lossYears: index % 4 === 3 ? extend(lossYears, isBelowZero(yearToDateResult)) : lossYears,
  };
}

export function isBelowZero(amount: bigint | null): boolean | null {
  return amount === null ? null : amount < 0n;
}

/** The sum of a flow from January to the end of the quarter; null when one of its quarters is unknown. */
function sumOfYear(
  flow: 'netResult' | 'revenue',
  figures: QuarterFigures,
  index: number,
  previous: Standing | null,
): bigint | null {
  let sum = figures[flow];
  let earlier = previous;
  for (let count = index % 4; count > 0 && sum !== null; count--) {
    const amount = earlier?.figures[flow] ?? null;
    sum = amount === null ? null : sum + amount;
    earlier = earlier?.previous ?? null;
  }
  return sum;
}
