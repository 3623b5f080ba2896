import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { asDelivered } from './measure';
import { quantity } from './term';

/** As delivered; a share above 100 % is shown and crosses the threshold, because an absurd figure is no reassurance. */
export const SICKNESS = {
  code: 'sickness',
  en: 'sickness',
  nl: 'ziekteverzuim',
  unit: 'FRACTION',
  formula: {
    en: 'share of working time lost to sickness in the primary process, over the half-year',
    nl: 'aandeel van de werktijd dat door ziekte verloren ging in het primair proces, over het halfjaar',
  },
  better: 'LOWER',
  basis: legalBasis('5'),
  every: 'HALF_YEAR',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.sicknessHigh],
  measure: ({ halves }, { half }) => asDelivered(quantity('sickness', halves.get(half.index)?.sickness, half), half),
} as const satisfies IndicatorDefinition;
