import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import { quantity } from './term';

/** Longer than estimated: a heavier question, a wrong referral or a perverse incentive, says the covenant. */
export const TREATMENT_DURATION = {
  code: 'treatmentDuration',
  en: 'duration of treatment versus estimate',
  nl: 'behandelduur ten opzichte van raming',
  unit: 'FRACTION',
  formula: {
    en: 'realised / estimated mean duration of treatment in days, over the year',
    nl: 'gerealiseerde / geraamde gemiddelde behandelduur in dagen, over het jaar',
  },
  better: 'LOWER',
  basis: legalBasis('8'),
  every: 'YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.treatmentLong],
  measure({ years }, { year }) {
    const of = years.get(year.index);
    const realised = quantity('treatmentDaysRealised', of?.treatmentDaysRealised, year);
    return quotient([realised], [quantity('treatmentDaysEstimated', of?.treatmentDaysEstimated, year)], year);
  },
} as const satisfies IndicatorDefinition;
