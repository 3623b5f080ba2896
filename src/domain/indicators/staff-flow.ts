import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { shareOfHalf } from './half-year';
import type { IndicatorDefinition } from './indicator';

/** Staff who joined. Growth or turnover: neither direction is better by itself, so a person weighs it. */
export const STAFF_INFLOW = {
  code: 'staffInflow',
  en: 'staff inflow',
  nl: 'instroom personeel',
  unit: 'FRACTION',
  formula: {
    en: 'staff who joined in the half-year / total occupancy in fte',
    nl: 'personeel in dienst getreden in het halfjaar / bezetting totaal in fte',
  },
  better: 'NEITHER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [],
  measure: shareOfHalf('staffInflow', 'occupancyTotal'),
} as const satisfies IndicatorDefinition;

/** Staff who left. Much of it can point at trouble underneath, says the covenant. */
export const STAFF_OUTFLOW = {
  code: 'staffOutflow',
  en: 'staff outflow',
  nl: 'uitstroom personeel',
  unit: 'FRACTION',
  formula: {
    en: 'staff who left in the half-year / total occupancy in fte',
    nl: 'personeel uit dienst getreden in het halfjaar / bezetting totaal in fte',
  },
  better: 'LOWER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.staffOutflowHigh],
  measure: shareOfHalf('staffOutflow', 'occupancyTotal'),
} as const satisfies IndicatorDefinition;
