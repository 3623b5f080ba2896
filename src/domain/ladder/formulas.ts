/** What each criterion of the ladder measures, in words, so that a person can do it again by hand. */
import type { Said } from '../language';
import { RATIOS } from '../ratios';
import type { CRITERIA } from './criteria';

type Measured = (typeof CRITERIA)[number]['figure'];

const inARow = (en: string, nl: string): Said => ({
  en: `quarters in a row, up to and including this one, with ${en}`,
  nl: `kwartalen op rij, tot en met dit kwartaal, met ${nl}`,
});
const lowerThanAYearBefore = ({ en, nl }: Said): Said =>
  inARow(`a lower ${en} than a year before`, `een lagere ${nl} dan een jaar eerder`);

/** By what is measured: several criteria can hold the same against limits of their own. */
export const FORMULAS = {
  equity: { en: 'equity at the end of the quarter', nl: 'eigen vermogen aan het eind van het kwartaal' },
  lossQuarters: inARow('a net result below 0', 'een nettoresultaat onder 0'),
  lossYears: {
    en: 'closed calendar years in a row with a result below 0; holds only while the year to date is below 0 as well',
    nl: 'afgesloten kalenderjaren op rij met een resultaat onder 0; geldt alleen zolang ook dit jaar tot nu toe onder 0 is',
  },
  arrearsQuarters: inARow(
    'overdue creditors above 0, or a current ratio below the limit of CURRENT_RATIO_ARREARS',
    'vervallen crediteuren boven 0, of een current ratio onder de grens van CURRENT_RATIO_ARREARS',
  ),
  solvency: RATIOS.solvency.formula,
  yearToDateResult: {
    en: 'net result since 1 January: as delivered, else the sum of the quarters of the year',
    nl: 'nettoresultaat sinds 1 januari: zoals aangeleverd, anders de som van de kwartalen van het jaar',
  },
  overdueCreditors: {
    en: 'overdue creditors at the end of the quarter',
    nl: 'vervallen crediteuren aan het eind van het kwartaal',
  },
  currentRatio: RATIOS.currentRatio.formula,
  yearToDateMargin: {
    en: 'net result since 1 January / revenue of the quarters since 1 January; a loss is never about break-even',
    nl: 'nettoresultaat sinds 1 januari / opbrengsten van de kwartalen sinds 1 januari; een verlies is nooit ongeveer break-even',
  },
  daysCash: RATIOS.daysCash.formula,
  solvencyTrend: lowerThanAYearBefore(RATIOS.solvency),
  profitabilityTrend: lowerThanAYearBefore(RATIOS.profitability),
  currentRatioTrend: lowerThanAYearBefore(RATIOS.currentRatio),
} as const satisfies Readonly<Record<Measured, Said>>;
