/**
 * Every limit of the ladder, the ratios and the indicators, once. PUBLISHED: the covenant gives the number (ch. 3).
 * OWN_DEFAULT: it gives only words, such as "lichte druk", and the number is ours: it can be changed, and is always shown
 * as our own.
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

  // Of the indicators beside the ladder. No source gives a number for them.
  equityToRevenueLow:      { at: fraction(15n, 100n), basis: 'OWN_DEFAULT', en: 'low below',                               nl: 'laag eronder' },
  forecastShortage:        { at: fraction(0n),        basis: 'OWN_DEFAULT', en: 'a shortage of cash is expected below',    nl: 'tekort aan liquide middelen verwacht eronder' },
  personnelRatioHigh:      { at: fraction(80n, 100n), basis: 'OWN_DEFAULT', en: 'high above',                              nl: 'hoog erboven' },
  sicknessHigh:            { at: fraction(8n, 100n),  basis: 'OWN_DEFAULT', en: 'high above',                              nl: 'hoog erboven' },
  staffOutflowHigh:        { at: fraction(15n, 100n), basis: 'OWN_DEFAULT', en: 'high in a half-year above',               nl: 'hoog in een halfjaar erboven' },
  vacanciesHigh:           { at: fraction(10n, 100n), basis: 'OWN_DEFAULT', en: 'many above',                              nl: 'veel erboven' },
  occupancyLow:            { at: fraction(90n, 100n), basis: 'OWN_DEFAULT', en: 'understaffed below',                      nl: 'onderbezet eronder' },
  openInvoicesHigh:        { at: fraction(50n, 100n), basis: 'OWN_DEFAULT', en: 'more than six weeks of production above', nl: 'meer dan zes weken productie erboven' },
  nonBillableHigh:         { at: fraction(5n, 100n),  basis: 'OWN_DEFAULT', en: 'high above',                              nl: 'hoog erboven' },
  largestClientHigh:       { at: fraction(50n, 100n), basis: 'OWN_DEFAULT', en: 'dependent on one client above',           nl: 'afhankelijk van één opdrachtgever erboven' },
  herfindahlHigh:          { at: fraction(25n, 100n), basis: 'OWN_DEFAULT', en: 'concentrated above',                      nl: 'geconcentreerd erboven' },
  contractsExpiringMany:   { at: fraction(25n, 100n), basis: 'OWN_DEFAULT', en: 'many above',                              nl: 'veel erboven' },
  contractsShortMany:      { at: fraction(50n, 100n), basis: 'OWN_DEFAULT', en: 'many above',                              nl: 'veel erboven' },
  treatmentLong:           { at: fraction(11n, 10n),  basis: 'OWN_DEFAULT', en: 'longer than estimated above',             nl: 'langer dan geraamd erboven' },
  bedsEmpty:               { at: fraction(90n, 100n), basis: 'OWN_DEFAULT', en: 'beds are empty below',                    nl: 'bedden staan leeg eronder' },
  waitingLong:             { at: fraction(70n),       basis: 'OWN_DEFAULT', en: 'long above',                              nl: 'lang erboven' },
  deliveriesLateMany:      { at: fraction(25n, 100n), basis: 'OWN_DEFAULT', en: 'often late above',                        nl: 'vaak te laat erboven' },
  deliveriesMissing:       { at: fraction(0n),        basis: 'OWN_DEFAULT', en: 'missing above',                           nl: 'ontbreekt erboven' },
  deliveriesCorrectedMany: { at: fraction(2n),        basis: 'OWN_DEFAULT', en: 'often corrected above',                   nl: 'vaak gecorrigeerd erboven' },
} as const satisfies Readonly<Record<string, Limit>>;
export type LimitCode = keyof typeof LIMITS;

/** The code of a limit, as it is stored with what crossed it. */
export const CODE_OF_LIMIT: ReadonlyMap<Limit, LimitCode> = new Map(
  Object.entries(LIMITS).map(([code, limit]) => [limit, code as LimitCode]),
);
