import { LIMITS } from '../limits';
import { daysInQuarter, quarterAt } from '../period';
import { RATIOS } from '../ratios';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import { amount, figure } from './term';

/**
 * For how many days of costs the provider itself expects to have cash a quarter from now. In days and not in euros, so that
 * a large and a small provider can be laid side by side, and beside the days of cash of today. May be below zero.
 */
export const LIQUIDITY_FORECAST = {
  code: 'liquidityForecast',
  en: 'liquidity forecast',
  nl: 'liquiditeitsprognose',
  unit: 'DAYS',
  formula: {
    en: 'cash that is expected at the end of the next quarter / (costs of the quarter / days in the quarter)',
    nl: 'verwachte liquide middelen aan het eind van het volgende kwartaal / (kosten van het kwartaal / dagen in het kwartaal)',
  },
  better: 'HIGHER',
  basis: legalBasis('2'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.daysCashPressure, LIMITS.forecastShortage],
  measure({ counts, quarters }, at) {
    const forecast = amount('liquidityForecast', counts.get(at.index)?.liquidityForecast, at);
    const costs = RATIOS.daysCash.denominator.sum.map((name) => figure(name, quarters.get(at.index), at));
    return quotient([forecast], costs, at, BigInt(daysInQuarter(quarterAt(at.index))));
  },
} as const satisfies IndicatorDefinition;
