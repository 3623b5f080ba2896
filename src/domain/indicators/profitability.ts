import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** Does the provider make a loss? The quarter alone, beside the same quarter of last year: results have a season. */
export const PROFITABILITY = namedRatio('profitability', {
  basis: legalBasis('2', 'b4, b5'),
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
});
