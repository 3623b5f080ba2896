import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** Can the provider pay what it owes within a year? */
export const CURRENT_RATIO = namedRatio('currentRatio', { basis: legalBasis('2'), comparesWith: 'PREVIOUS_PERIOD' });
