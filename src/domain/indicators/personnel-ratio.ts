import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import { figure } from './term';

/** How much of the revenue goes to staff, employed and hired. By quarter, as the Regeling asks, and not by half-year. */
export const PERSONNEL_RATIO = {
  code: 'personnelRatio',
  en: 'personnel ratio',
  nl: 'personeelsratio',
  unit: 'FRACTION',
  formula: {
    en: '(costs of employed staff + costs of hired staff) / revenue of the quarter',
    nl: '(kosten personeel in loondienst + kosten personeel niet in loondienst) / opbrengsten van het kwartaal',
  },
  better: 'LOWER',
  basis: legalBasis('5', 'b5, b9, b10'),
  every: 'QUARTER',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.personnelRatioHigh],
  measure({ quarters }, at) {
    const of = quarters.get(at.index);
    const staff = [figure('employedStaffCosts', of, at), figure('hiredStaffCosts', of, at)];
    return quotient(staff, [figure('revenue', of, at)], at);
  },
} as const satisfies IndicatorDefinition;
