/**
 * The named ratios (domain: solvency, profitability, liquidity and what 8g adds). Each is data: a sum of figures divided
 * by a sum of figures of ONE quarter, so that the read planner can write the same formula in SQL from one row of
 * provider_quarter: case when <denominator> > 0 then round(<numerator>::numeric / <denominator>, 6) end.
 */
import type { FigureName, QuarterFigures } from './figures';
import type { Said } from './language';
import { LIMITS, type Limit } from './limits';
import { daysInQuarter } from './period';
import { type Ratio, ratio, toNumber } from './ratio';
import type { MeasureUnit } from './vocabulary';

/** The sum of figures, times a constant or the number of days in the quarter. */
export interface Part {
  readonly sum: readonly FigureName[];
  readonly times?: bigint | 'DAYS_IN_QUARTER';
}

export interface RatioDefinition extends Said {
  readonly unit: MeasureUnit;
  readonly numerator: Part;
  readonly denominator: Part;
  /** The formula in words. */
  readonly formula: Said;
  /** Which direction is better for continuity. */
  readonly better: 'HIGHER' | 'LOWER' | 'NEITHER';
  readonly limits: readonly Limit[];
}

const STAFF_COSTS = ['employedStaffCosts', 'hiredStaffCosts'] as const;

export const RATIOS = {
  solvency: {
    en: 'solvency',
    nl: 'solvabiliteit',
    unit: 'FRACTION',
    numerator: { sum: ['equity'] },
    denominator: { sum: ['balanceTotal'] },
    formula: { en: 'equity / balance total', nl: 'eigen vermogen / balanstotaal' },
    better: 'HIGHER',
    limits: [LIMITS.solvencyWorrying, LIMITS.solvencyProblematic, LIMITS.equityNegative],
  },
  equityToRevenue: {
    en: 'equity to revenue',
    nl: 'vermogen ten opzichte van omzet',
    unit: 'FRACTION',
    numerator: { sum: ['equity'] },
    denominator: { sum: ['revenue'], times: 4n },
    formula: { en: 'equity / (4 x revenue of the quarter)', nl: 'eigen vermogen / (4 x opbrengsten van het kwartaal)' },
    better: 'HIGHER',
    limits: [],
  },
  profitability: {
    en: 'profitability',
    nl: 'rentabiliteit',
    unit: 'FRACTION',
    numerator: { sum: ['netResult'] },
    denominator: { sum: ['revenue'] },
    formula: {
      en: 'net result of the quarter / revenue of the quarter',
      nl: 'nettoresultaat van het kwartaal / opbrengsten van het kwartaal',
    },
    better: 'HIGHER',
    limits: [LIMITS.loss, LIMITS.breakEven, LIMITS.profitabilityNorm],
  },
  currentRatio: {
    en: 'current ratio',
    nl: 'current ratio',
    unit: 'TIMES',
    numerator: { sum: ['currentAssets'] },
    denominator: { sum: ['currentLiabilities'] },
    formula: { en: 'current assets / current liabilities', nl: 'vlottende activa / kortlopende schulden' },
    better: 'HIGHER',
    limits: [LIMITS.currentRatioPressure, LIMITS.currentRatioArrears],
  },
  daysCash: {
    en: 'days of cash',
    nl: 'dagen liquide middelen',
    unit: 'DAYS',
    numerator: { sum: ['cash'], times: 'DAYS_IN_QUARTER' },
    denominator: { sum: [...STAFF_COSTS, 'otherCosts'] },
    formula: {
      en: 'cash / (costs of the quarter / days in the quarter)',
      nl: 'liquide middelen / (kosten van het kwartaal / dagen in het kwartaal)',
    },
    better: 'HIGHER',
    limits: [LIMITS.daysCashPressure],
  },
  pnilRatio: {
    en: 'hired staff (PNIL)',
    nl: 'personeel niet in loondienst (PNIL)',
    unit: 'FRACTION',
    numerator: { sum: ['hiredStaffCosts'] },
    denominator: { sum: STAFF_COSTS },
    formula: {
      en: 'costs of hired staff / costs of all staff',
      nl: 'kosten personeel niet in loondienst / alle personeelskosten',
    },
    better: 'LOWER',
    limits: [LIMITS.pnilSector],
  },
  nonBillableShare: {
    en: 'non-billable share',
    nl: 'aandeel niet-declarabele productie',
    unit: 'FRACTION',
    numerator: { sum: ['nonBillableProduction'] },
    denominator: { sum: ['revenueYouth', 'nonBillableProduction'] },
    formula: {
      en: 'non-billable production / (revenue under the Jeugdwet + non-billable production)',
      nl: 'niet-declarabele productie / (opbrengsten Jeugdwet + niet-declarabele productie)',
    },
    better: 'LOWER',
    limits: [],
  },
  youthShare: {
    en: 'share of the Jeugdwet',
    nl: 'aandeel Jeugdwet',
    unit: 'FRACTION',
    numerator: { sum: ['revenueYouth'] },
    denominator: { sum: ['revenue'] },
    formula: { en: 'revenue under the Jeugdwet / revenue', nl: 'opbrengsten Jeugdwet / opbrengsten' },
    better: 'NEITHER',
    limits: [],
  },
  budgetRealisation: {
    en: 'realisation of the budget',
    nl: 'realisatie van de begroting',
    unit: 'FRACTION',
    numerator: { sum: ['revenueYouth'], times: 4n },
    denominator: { sum: ['budgetRevenueYouth'] },
    formula: {
      en: '4 x revenue under the Jeugdwet of the quarter / budgeted revenue under the Jeugdwet of the year',
      nl: '4 x opbrengsten Jeugdwet van het kwartaal / begrote opbrengsten Jeugdwet van het jaar',
    },
    better: 'NEITHER',
    limits: [],
  },
} as const satisfies Readonly<Record<string, RatioDefinition>>;
export type RatioCode = keyof typeof RATIOS;
export const RATIO_CODES = Object.keys(RATIOS) as readonly RatioCode[];

/** The exact value of a named ratio; null ("not assessable") when a figure is missing or the denominator is not above 0. */
export function ratioOf(code: RatioCode, figures: QuarterFigures): Ratio | null {
  const definition: RatioDefinition = RATIOS[code];
  return ratio(amountOf(definition.numerator, figures), amountOf(definition.denominator, figures));
}

/** All named ratios of a quarter, rounded to 6 decimals as SQL rounds them. */
export function ratiosOf(figures: QuarterFigures): Record<RatioCode, number | null> {
  const values = RATIO_CODES.map((code) => {
    const exact = ratioOf(code, figures);
    return [code, exact && toNumber(exact)] as const;
  });
  return Object.fromEntries(values) as Record<RatioCode, number | null>;
}

/** The amount of one part of a ratio; null when one of its figures is missing. */
export function amountOf({ sum, times }: Part, figures: QuarterFigures): bigint | null {
  let total = 0n;
  for (const name of sum) {
    const amount = figures[name];
    if (amount === null) return null;
    total += amount;
  }
  if (times === undefined) return total;
  return total * (times === 'DAYS_IN_QUARTER' ? BigInt(daysInQuarter(figures.quarter)) : times);
}
