/**
 * Mismatch 8: what the year comes to when it goes on as it has gone so far, beside the budget, for revenue under the
 * Jeugdwet and for the result. Drawn on linearly (the run rate) and by the seasons of last year; both are given, and the
 * seasonal one is compared when there is one.
 */
import { fractionOfYearPassed, quarterNumber } from '../period';
import { divideRounded, fraction, type Ratio } from '../ratio';
import type { YearWay } from '../vocabulary';
import { addUpPairs, type Pair } from './add-up';
import { combinedWay, seasonalShare } from './expected-share';
import { type Measured, measured } from './measure';

export interface Forecast {
  /** Year to date / share of the year that has passed, in cents. Null when a quarter of the year to date is unknown. */
  readonly linear: bigint | null;
  /** The same by last year's seasons; null also when these are unknown, or nothing was to be expected so far. */
  readonly seasonal: bigint | null;
  /** The one that is compared. */
  readonly used: bigint | null;
  /** How; null when nothing was drawn on, because the year is over or not known so far. */
  readonly way: Exclude<YearWay, 'MIXED'> | null;
  /** The share of the year that the year to date was taken to be. */
  readonly share: Ratio;
}

const WHOLE_YEAR = fraction(1n);

/**
 * The year's end as seen from the end of a quarter. After the fourth there is nothing to forecast: it is the realisation.
 * @param year amounts of the quarters of the year alone, from the first; those after the quarter are not looked at
 * @param lastYear the same of last year
 */
export function forecastAtYearEnd(
  quarter: string,
  year: readonly (bigint | null)[],
  lastYear?: readonly (bigint | null)[] | null,
): Forecast {
  const passed = quarterNumber(quarter);
  const toDate = sumOfFirst(passed, year);
  const linearShare = fractionOfYearPassed(quarter);
  if (passed === 4) return { linear: toDate, seasonal: null, used: toDate, way: null, share: WHOLE_YEAR };
  const share = seasonalShare(quarter, lastYear);
  const [linear, seasonal] = [drawnOn(toDate, linearShare), share && drawnOn(toDate, share)];
  if (share !== null && seasonal !== null) return { linear, seasonal, used: seasonal, way: 'SEASONAL', share };
  return { linear, seasonal: null, used: linear, way: linear === null ? null : 'LINEAR', share: linearShare };
}

/** One provider's budget of the year beside its forecast. */
export interface Forecasted {
  readonly budget: bigint | null;
  readonly forecast: Forecast;
}

/** Of a provider, a region or the country: the budgets beside the forecasts, of who has both. */
export function forecastSides(all: readonly Forecasted[]): { readonly sides: Measured; readonly way: YearWay | null } {
  const pairs = all.map(({ budget, forecast }): Pair => ({ expected: budget, actual: forecast.used }));
  const counted = all.filter(({ budget, forecast }) => budget !== null && forecast.used !== null);
  return {
    sides: measured('EUR_CENT', addUpPairs(pairs)),
    way: combinedWay(counted.map(({ forecast }) => forecast.way)),
  };
}

function sumOfFirst(count: number, amounts: readonly (bigint | null)[]): bigint | null {
  let sum: bigint | null = 0n;
  for (let at = 0; at < count && sum !== null; at++) {
    const amount: bigint | null = amounts[at] ?? null;
    sum = amount === null ? null : sum + amount;
  }
  return sum;
}

/** Nothing can be drawn on from a part of the year in which nothing was to be expected. */
function drawnOn(toDate: bigint | null, { numerator, denominator }: Ratio): bigint | null {
  return toDate === null || numerator <= 0n ? null : divideRounded(toDate * denominator, numerator);
}
