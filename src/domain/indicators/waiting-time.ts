import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { asDelivered } from './measure';
import { quantity } from './term';

/** How long a young person waits, as the provider estimates it. */
export const WAITING_TIME = {
  code: 'waitingTime',
  en: 'waiting time',
  nl: 'wachttijd',
  unit: 'DAYS',
  formula: {
    en: 'estimated waiting time in days, as delivered',
    nl: 'ingeschatte wachttijd in dagen, zoals aangeleverd',
  },
  better: 'LOWER',
  basis: legalBasis(null, 'b13, b14'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.waitingLong],
  measure: ({ counts }, at) => asDelivered(quantity('waitingDays', counts.get(at.index)?.waitingDays, at), at),
} as const satisfies IndicatorDefinition;
