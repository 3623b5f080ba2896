import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** Can the provider bear a loss? What the covenant calls solvency: equity / balance total (ch. 3). */
export const SOLVENCY = namedRatio('solvency', { basis: legalBasis('2'), comparesWith: 'PREVIOUS_PERIOD' });

/** What care usually means by solvency: equity / revenue, shown beside it. */
export const EQUITY_TO_REVENUE = namedRatio('equityToRevenue', {
  basis: legalBasis('2', 'b5'),
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.equityToRevenueLow],
});
