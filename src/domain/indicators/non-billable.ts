import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** Care that was given and that nobody will pay. */
export const NON_BILLABLE_SHARE = namedRatio('nonBillableShare', {
  basis: legalBasis(null, 'b11, b12'),
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [LIMITS.nonBillableHigh],
});
