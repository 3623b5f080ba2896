import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { shareOfHalf } from './half-year';
import type { IndicatorDefinition } from './indicator';

/** Vacancies as a share of the formation, so that providers of any size can be laid side by side. */
export const VACANCIES = {
  code: 'vacancies',
  en: 'vacancies',
  nl: 'vacatures',
  unit: 'FRACTION',
  formula: {
    en: 'vacancies at the end of the half-year / total formation in fte',
    nl: 'vacatures aan het eind van het halfjaar / formatie totaal in fte',
  },
  better: 'LOWER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.vacanciesHigh],
  measure: shareOfHalf('vacancies', 'formationTotal'),
} as const satisfies IndicatorDefinition;
