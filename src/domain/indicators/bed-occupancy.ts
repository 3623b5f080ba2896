import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import { quantity } from './term';

/** A bed that is empty costs as much as one that is not. */
export const BED_OCCUPANCY = {
  code: 'bedOccupancy',
  en: 'occupancy of beds versus budget',
  nl: 'bedbezetting ten opzichte van begroting',
  unit: 'FRACTION',
  formula: {
    en: 'realised / budgeted occupancy of beds, over the year',
    nl: 'gerealiseerde / begrote bedbezetting, over het jaar',
  },
  better: 'HIGHER',
  basis: legalBasis('8'),
  every: 'YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.bedsEmpty],
  measure({ years }, { year }) {
    const of = years.get(year.index);
    const realised = quantity('bedOccupancyRealised', of?.bedOccupancyRealised, year);
    return quotient([realised], [quantity('bedOccupancyBudgeted', of?.bedOccupancyBudgeted, year)], year);
  },
} as const satisfies IndicatorDefinition;
