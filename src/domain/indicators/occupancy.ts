import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { shareOfHalf } from './half-year';
import type { IndicatorDefinition } from './indicator';

/** Is there enough own staff to give the care that was agreed? */
export const OCCUPANCY_PRIMARY = {
  code: 'occupancyPrimary',
  en: 'occupancy of the primary process versus formation',
  nl: 'bezetting primair proces ten opzichte van formatie',
  unit: 'FRACTION',
  formula: {
    en: 'occupancy / formation of the primary process, in fte',
    nl: 'bezetting / formatie van het primair proces, in fte',
  },
  better: 'HIGHER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.occupancyLow],
  measure: shareOfHalf('occupancyPrimary', 'formationPrimary'),
} as const satisfies IndicatorDefinition;

export const OCCUPANCY_TOTAL = {
  code: 'occupancyTotal',
  en: 'total occupancy versus formation',
  nl: 'bezetting totaal ten opzichte van formatie',
  unit: 'FRACTION',
  formula: {
    en: 'total occupancy / total formation, in fte',
    nl: 'bezetting totaal / formatie totaal, in fte',
  },
  better: 'HIGHER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.occupancyLow],
  measure: shareOfHalf('occupancyTotal', 'formationTotal'),
} as const satisfies IndicatorDefinition;
