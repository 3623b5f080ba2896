/** Mismatch 8: the budget of the year beside what the year comes to when it goes on as it has gone so far. */
import type { FigureName } from '../../../domain/figures';
import type { ForecastAspect } from '../../../domain/mismatch/aspects';
import { forecastAtYearEnd } from '../../../domain/mismatch/forecast';
import { addsOf, alone, type Laid, lastYear, type Moment, yearSoFar } from './laid';

/** What is drawn on, and the budget that it is laid beside. */
const FORECAST: Readonly<Record<ForecastAspect, readonly [FigureName, (moment: Moment) => bigint | null]>> = {
  REVENUE_YOUTH: ['revenueYouth', ({ known, at }) => known.facts.quarters[at]?.budgetRevenueYouth ?? null],
  RESULT: ['netResult', ({ known, year }) => known.budgetedResults.get(year) ?? null],
};

export function forecasts(moment: Moment): Laid[] {
  const { quarter, spread } = moment;
  return Object.entries(FORECAST).map(([aspect, [figure, budgetOf]]) => {
    const { used, way, share } = forecastAtYearEnd(quarter, yearSoFar(moment, figure), lastYear(moment, figure));
    const budget = budgetOf(moment);
    const sides = alone(budget, used);
    const adds = addsOf(sides, spread, spread.over(budget), spread.over(used));
    return { kind: 'FORECAST_VS_BUDGET', aspect: aspect as ForecastAspect, sides, share, way, adds };
  });
}
