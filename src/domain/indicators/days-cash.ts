import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** For how many days of costs is there cash? */
export const DAYS_CASH = namedRatio('daysCash', {
  basis: legalBasis('2', 'b6, b7, b9, b10'),
  comparesWith: 'PREVIOUS_PERIOD',
});
