/**
 * Every limit of the ladder, the ratios and the indicators, once. PUBLISHED: the covenant gives the number (ch. 3).
 * OWN_DEFAULT: it gives only words, such as "lichte druk", and the number is ours: it can be changed, and is always shown
 * as our own.
 */
import { fill } from './fill';
import type { Language, Said } from './language';
import { limitInWords } from './quantity';
import { fraction, type Ratio, toNumber } from './ratio';
import type { Basis, MeasureUnit } from './vocabulary';

/** What being beyond it means, in words in which {limit} is the number: they follow the value, or stand by themselves. */
export interface Limit extends Said {
  readonly at: Ratio;
  readonly basis: Basis;
}

// biome-ignore format: it is a table, and is read as one
export const LIMITS = {
  solvencyWorrying:        { at: fraction(20n, 100n),   basis: 'PUBLISHED',   en: 'below {limit} is worrying by covenant ch. 3',               nl: 'onder {limit} is zorgelijk volgens convenant h. 3' },
  solvencyProblematic:     { at: fraction(10n, 100n),   basis: 'PUBLISHED',   en: 'below {limit} is problematic by covenant ch. 3',            nl: 'onder {limit} is problematisch volgens convenant h. 3' },
  equityNegative:          { at: fraction(0n),          basis: 'PUBLISHED',   en: 'below {limit} is very problematic by covenant ch. 3',       nl: 'onder {limit} is zeer problematisch volgens convenant h. 3' },
  loss:                    { at: fraction(0n),          basis: 'PUBLISHED',   en: 'below {limit} is a loss by covenant ch. 3',                 nl: 'onder {limit} is verlieslatend volgens convenant h. 3' },
  breakEven:               { at: fraction(5n, 1000n),   basis: 'OWN_DEFAULT', en: 'below {limit} is about break-even at best',                 nl: 'onder {limit} is op zijn best ongeveer break-even' },
  profitabilityNorm:       { at: fraction(15n, 1000n),  basis: 'OWN_DEFAULT', en: 'below {limit}, the norm of the Jeugdautoriteit',            nl: 'onder {limit}, de norm van de Jeugdautoriteit' },
  currentRatioPressure:    { at: fraction(1n),          basis: 'OWN_DEFAULT', en: 'below {limit} there is light pressure on liquidity',        nl: 'onder {limit} is er lichte druk op de liquiditeit' },
  currentRatioArrears:     { at: fraction(7n, 10n),     basis: 'OWN_DEFAULT', en: 'below {limit} counts as arrears on liquidity',              nl: 'onder {limit} geldt als achterstand op de liquiditeit' },
  daysCashPressure:        { at: fraction(30n),         basis: 'OWN_DEFAULT', en: 'below {limit} there is light pressure on liquidity',        nl: 'onder {limit} is er lichte druk op de liquiditeit' },
  overdueCreditors:        { at: fraction(0n),          basis: 'OWN_DEFAULT', en: 'above {limit} there are arrears',                           nl: 'boven {limit} is er een achterstand' },
  lossQuarters:            { at: fraction(4n),          basis: 'OWN_DEFAULT', en: 'more than {limit} in a row is longer than a year',          nl: 'meer dan {limit} op rij is langer dan een jaar' },
  lossYears:               { at: fraction(2n),          basis: 'OWN_DEFAULT', en: '{limit} in a row is longer than a year',                    nl: '{limit} op rij is langer dan een jaar' },
  arrearsQuarters:         { at: fraction(3n),          basis: 'OWN_DEFAULT', en: '{limit} in a row is structural',                            nl: '{limit} op rij is structureel' },
  decreasingQuarters:      { at: fraction(2n),          basis: 'OWN_DEFAULT', en: '{limit} in a row is a decrease',                            nl: '{limit} op rij is een daling' },
  pnilSector:              { at: fraction(21n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit}, that of the sector in 2023',                 nl: 'boven {limit}, het aandeel in de sector in 2023' },

  // Of the indicators beside the ladder. No source gives a number for them.
  equityToRevenueLow:      { at: fraction(15n, 100n),   basis: 'OWN_DEFAULT', en: 'below {limit} is low',                                      nl: 'onder {limit} is laag' },
  forecastShortage:        { at: fraction(0n),          basis: 'OWN_DEFAULT', en: 'below {limit} a shortage of cash is expected',              nl: 'onder {limit} wordt een tekort aan liquide middelen verwacht' },
  personnelRatioHigh:      { at: fraction(80n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is high',                                     nl: 'boven {limit} is hoog' },
  sicknessHigh:            { at: fraction(8n, 100n),    basis: 'OWN_DEFAULT', en: 'above {limit} is high',                                     nl: 'boven {limit} is hoog' },
  staffOutflowHigh:        { at: fraction(15n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} in a half-year is high',                      nl: 'boven {limit} in een halfjaar is hoog' },
  vacanciesHigh:           { at: fraction(10n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is much',                                     nl: 'boven {limit} is veel' },
  occupancyLow:            { at: fraction(90n, 100n),   basis: 'OWN_DEFAULT', en: 'below {limit} is understaffed',                             nl: 'onder {limit} is onderbezet' },
  openInvoicesHigh:        { at: fraction(50n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is more than six weeks of production',        nl: 'boven {limit} is meer dan zes weken productie' },
  nonBillableHigh:         { at: fraction(5n, 100n),    basis: 'OWN_DEFAULT', en: 'above {limit} is high',                                     nl: 'boven {limit} is hoog' },
  largestClientHigh:       { at: fraction(50n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} the provider depends on one client',          nl: 'boven {limit} is de aanbieder afhankelijk van één opdrachtgever' },
  herfindahlHigh:          { at: fraction(25n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} the revenue comes from few clients',          nl: 'boven {limit} komt de omzet van weinig opdrachtgevers' },
  contractsExpiringMany:   { at: fraction(25n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is much',                                     nl: 'boven {limit} is veel' },
  contractsShortMany:      { at: fraction(50n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is much',                                     nl: 'boven {limit} is veel' },
  treatmentLong:           { at: fraction(11n, 10n),    basis: 'OWN_DEFAULT', en: 'above {limit} treatment is longer than estimated',          nl: 'boven {limit} duurt de behandeling langer dan geraamd' },
  bedsEmpty:               { at: fraction(90n, 100n),   basis: 'OWN_DEFAULT', en: 'below {limit} beds are empty',                              nl: 'onder {limit} staan bedden leeg' },
  waitingLong:             { at: fraction(70n),         basis: 'OWN_DEFAULT', en: 'more than {limit} is long',                                 nl: 'meer dan {limit} is lang' },
  deliveriesLateMany:      { at: fraction(25n, 100n),   basis: 'OWN_DEFAULT', en: 'above {limit} is often late',                               nl: 'boven {limit} is vaak te laat' },
  deliveriesMissing:       { at: fraction(0n),          basis: 'OWN_DEFAULT', en: 'every missing delivery counts',                             nl: 'elke ontbrekende aanlevering telt' },
  deliveriesCorrectedMany: { at: fraction(2n),          basis: 'OWN_DEFAULT', en: 'more than {limit} is often',                                nl: 'meer dan {limit} is vaak' },
} as const satisfies Readonly<Record<string, Limit>>;
export type LimitCode = keyof typeof LIMITS;

/** The code of a limit, as it is stored with what crossed it. */
export const CODE_OF_LIMIT: ReadonlyMap<Limit, LimitCode> = new Map(
  Object.entries(LIMITS).map(([code, limit]) => [limit, code as LimitCode]),
);

/** "below 10% is problematic by covenant ch. 3": the limit of what is measured in this unit. */
export function sayLimit(limit: Limit, unit: MeasureUnit, language: Language): string {
  return fill(limit[language], { limit: limitInWords(toNumber(limit.at), unit, language) });
}
