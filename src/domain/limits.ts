/**
 * Every limit of the ladder and the ratios, once. PUBLISHED: the covenant gives the number (ch. 3). OWN_DEFAULT: it gives
 * only words, such as "lichte druk", and the number is ours: it can be changed, and is always shown as our own.
 */
import { fraction, type Ratio } from './ratio';
import type { Basis } from './vocabulary';

export interface Limit {
  readonly at: Ratio;
  readonly basis: Basis;
  readonly en: string;
  readonly nl: string;
}

// biome-ignore format: it is a table, and is read as one
export const LIMITS = {
  solvencyWorrying:      { at: fraction(20n, 100n),  basis: 'PUBLISHED',   en: 'worrying below (covenant ch. 3)',      nl: 'zorgelijk eronder (convenant h. 3)' },
  solvencyProblematic:   { at: fraction(10n, 100n),  basis: 'PUBLISHED',   en: 'problematic below (covenant ch. 3)',   nl: 'problematisch eronder (convenant h. 3)' },
  equityNegative:        { at: fraction(0n),         basis: 'PUBLISHED',   en: 'very problematic below (covenant ch. 3)', nl: 'zeer problematisch eronder (convenant h. 3)' },
  loss:                  { at: fraction(0n),         basis: 'PUBLISHED',   en: 'loss-making below (covenant ch. 3)',   nl: 'verlieslatend eronder (convenant h. 3)' },
  breakEven:             { at: fraction(5n, 1000n),  basis: 'OWN_DEFAULT', en: 'about break-even below',               nl: 'circa break-even eronder' },
  profitabilityNorm:     { at: fraction(15n, 1000n), basis: 'OWN_DEFAULT', en: 'norm of the Jeugdautoriteit',          nl: 'norm van de Jeugdautoriteit' },
  currentRatioPressure:  { at: fraction(1n),         basis: 'OWN_DEFAULT', en: 'light pressure below',                 nl: 'lichte druk eronder' },
  currentRatioArrears:   { at: fraction(7n, 10n),    basis: 'OWN_DEFAULT', en: 'arrears below',                        nl: 'achterstand eronder' },
  daysCashPressure:      { at: fraction(30n),        basis: 'OWN_DEFAULT', en: 'light pressure below',                 nl: 'lichte druk eronder' },
  overdueCreditors:      { at: fraction(0n),         basis: 'OWN_DEFAULT', en: 'arrears above',                        nl: 'achterstand erboven' },
  lossQuarters:          { at: fraction(4n),         basis: 'OWN_DEFAULT', en: 'longer than a year above',             nl: 'langer dan een jaar erboven' },
  lossYears:             { at: fraction(2n),         basis: 'OWN_DEFAULT', en: 'longer than a year from',              nl: 'langer dan een jaar vanaf' },
  arrearsQuarters:       { at: fraction(3n),         basis: 'OWN_DEFAULT', en: 'structural from',                      nl: 'structureel vanaf' },
  decreasingQuarters:    { at: fraction(2n),         basis: 'OWN_DEFAULT', en: 'decreasing from',                      nl: 'afnemend vanaf' },
  pnilSector:            { at: fraction(21n, 100n),  basis: 'OWN_DEFAULT', en: 'above the sector (2023)',              nl: 'boven de sector (2023)' },
} as const satisfies Readonly<Record<string, Limit>>;
