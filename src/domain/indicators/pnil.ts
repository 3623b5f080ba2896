import { legalBasis } from './basis';
import { namedRatio } from './measure';

/** How much of the staff is hired: dearer, and first to leave ("personeel niet in loondienst"). */
export const PNIL_RATIO = namedRatio('pnilRatio', {
  basis: legalBasis('5', 'b9, b10'),
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
});
