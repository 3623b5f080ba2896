/**
 * Kruger's ladder (covenant ch. 3) as a table. Trede 6 is absent on purpose: only people decide that a provider is
 * failing. Trede 1 is absent because it is what remains when everything is known and none of these holds.
 * {limit} in the words is filled in with the limit, so that a changed limit never leaves an old sentence behind.
 */
import type { FigureName } from '../figures';
import type { Said } from '../language';
import { LIMITS, type Limit } from '../limits';
import type { Ratio } from '../ratio';
import type { Basis, LadderSubject, MeasureUnit } from '../vocabulary';
import {
  amountAbove,
  amountBelow,
  arrearsQuartersFrom,
  decreasingFrom,
  type Judge,
  lossQuartersAbove,
  lossYearsFrom,
  marginFromZeroTo,
  ratioBelow,
  yearToDateResultBelow,
} from './judge';

/** The treden that a computation may give. */
export type ComputedTrede = 1 | 2 | 3 | 4 | 5;

export interface Criterion extends Said {
  readonly code: string;
  readonly trede: Exclude<ComputedTrede, 1>;
  readonly subject: LadderSubject;
  /** What is measured. */
  readonly figure: string;
  readonly unit: MeasureUnit;
  readonly basis: Basis;
  readonly limit: Ratio;
  /** The figures it is judged on, for naming their source. */
  readonly needs: readonly FigureName[];
  readonly judge: Judge;
}

const SOLVENCY = ['equity', 'balanceTotal'] as const;
const CURRENT = ['currentAssets', 'currentLiabilities'] as const;
const RESULT = ['netResult', 'yearToDateResult'] as const;
const COSTS = ['employedStaffCosts', 'hiredStaffCosts', 'otherCosts'] as const;

const at = <T extends Limit>({ at: limit, basis }: T) => ({ limit, basis }) as { limit: T['at']; basis: T['basis'] };

// biome-ignore format: it is a table, and is read as one
export const CRITERIA = [
  { code: 'EQUITY_NEGATIVE',          trede: 5, subject: 'SOLVENCY',      figure: 'equity',           unit: 'EUR_CENT', ...at(LIMITS.equityNegative),      needs: ['equity'],           judge: amountBelow('equity'),
    en: 'equity is negative',                                             nl: 'het eigen vermogen is negatief' },
  { code: 'LOSS_LONGER_THAN_A_YEAR',  trede: 5, subject: 'PROFITABILITY', figure: 'lossQuarters',     unit: 'QUARTERS', ...at(LIMITS.lossQuarters),        needs: ['netResult'],        judge: lossQuartersAbove,
    en: 'loss-making for more than {limit} in a row',                     nl: 'meer dan {limit} op rij verlieslatend' },
  { code: 'LOSS_YEARS',               trede: 5, subject: 'PROFITABILITY', figure: 'lossYears',        unit: 'YEARS',    ...at(LIMITS.lossYears),           needs: RESULT,               judge: lossYearsFrom,
    en: '{limit} of loss in a row, and still loss-making',                nl: '{limit} verlies op rij, en nog steeds verlieslatend' },
  { code: 'ARREARS_STRUCTURAL',       trede: 5, subject: 'LIQUIDITY',     figure: 'arrearsQuarters',  unit: 'QUARTERS', ...at(LIMITS.arrearsQuarters),     needs: ['overdueCreditors', ...CURRENT], judge: arrearsQuartersFrom,
    en: 'arrears on liquidity for at least {limit} in a row',             nl: 'minstens {limit} op rij een achterstand op de liquiditeit' },

  { code: 'SOLVENCY_PROBLEMATIC',     trede: 4, subject: 'SOLVENCY',      figure: 'solvency',         unit: 'FRACTION', ...at(LIMITS.solvencyProblematic), needs: SOLVENCY,             judge: ratioBelow('solvency'),
    en: 'solvency is below {limit}',                                      nl: 'de solvabiliteit ligt onder {limit}' },
  { code: 'LOSS',                     trede: 4, subject: 'PROFITABILITY', figure: 'yearToDateResult', unit: 'EUR_CENT', ...at(LIMITS.loss),                needs: RESULT,               judge: yearToDateResultBelow,
    en: 'the year so far is loss-making',                                 nl: 'het jaar is tot nu toe verlieslatend' },
  { code: 'CREDITORS_OVERDUE',        trede: 4, subject: 'LIQUIDITY',     figure: 'overdueCreditors', unit: 'EUR_CENT', ...at(LIMITS.overdueCreditors),    needs: ['overdueCreditors'], judge: amountAbove('overdueCreditors'),
    en: 'payments to creditors are overdue',                              nl: 'betalingen aan crediteuren zijn achterstallig' },
  { code: 'CURRENT_RATIO_ARREARS',    trede: 4, subject: 'LIQUIDITY',     figure: 'currentRatio',     unit: 'TIMES',    ...at(LIMITS.currentRatioArrears), needs: CURRENT,              judge: ratioBelow('currentRatio'),
    en: 'the current ratio is below {limit}',                             nl: 'de current ratio ligt onder {limit}' },

  { code: 'SOLVENCY_WORRYING',        trede: 3, subject: 'SOLVENCY',      figure: 'solvency',         unit: 'FRACTION', ...at(LIMITS.solvencyWorrying),    needs: SOLVENCY,             judge: ratioBelow('solvency'),
    en: 'solvency is below {limit}',                                      nl: 'de solvabiliteit ligt onder {limit}' },
  { code: 'BREAK_EVEN',               trede: 3, subject: 'PROFITABILITY', figure: 'yearToDateMargin', unit: 'FRACTION', ...at(LIMITS.breakEven),           needs: [...RESULT, 'revenue'], judge: marginFromZeroTo,
    en: 'the result is about break-even: a margin from 0 to {limit}',     nl: 'het resultaat is ongeveer break-even: een marge van 0 tot {limit}' },
  { code: 'CURRENT_RATIO_PRESSURE',   trede: 3, subject: 'LIQUIDITY',     figure: 'currentRatio',     unit: 'TIMES',    ...at(LIMITS.currentRatioPressure), needs: CURRENT,             judge: ratioBelow('currentRatio'),
    en: 'the current ratio is below {limit}',                             nl: 'de current ratio ligt onder {limit}' },
  { code: 'DAYS_CASH_PRESSURE',       trede: 3, subject: 'LIQUIDITY',     figure: 'daysCash',         unit: 'DAYS',     ...at(LIMITS.daysCashPressure),    needs: ['cash', ...COSTS],   judge: ratioBelow('daysCash'),
    en: 'cash covers fewer than {limit} of costs',                        nl: 'de liquide middelen dekken minder dan {limit} kosten' },

  { code: 'SOLVENCY_DECREASING',      trede: 2, subject: 'SOLVENCY',      figure: 'solvencyTrend',    unit: 'QUARTERS', ...at(LIMITS.decreasingQuarters),  needs: SOLVENCY,             judge: decreasingFrom('solvency'),
    en: 'solvency is lower than a year before, for at least {limit} in a row',     nl: 'de solvabiliteit is minstens {limit} op rij lager dan een jaar eerder' },
  { code: 'PROFITABILITY_DECREASING', trede: 2, subject: 'PROFITABILITY', figure: 'profitabilityTrend', unit: 'QUARTERS', ...at(LIMITS.decreasingQuarters), needs: ['netResult', 'revenue'], judge: decreasingFrom('profitability'),
    en: 'profitability is lower than a year before, for at least {limit} in a row', nl: 'de rentabiliteit is minstens {limit} op rij lager dan een jaar eerder' },
  { code: 'LIQUIDITY_DECREASING',     trede: 2, subject: 'LIQUIDITY',     figure: 'currentRatioTrend', unit: 'QUARTERS', ...at(LIMITS.decreasingQuarters), needs: CURRENT,              judge: decreasingFrom('currentRatio'),
    en: 'the current ratio is lower than a year before, for at least {limit} in a row', nl: 'de current ratio is minstens {limit} op rij lager dan een jaar eerder' },
] as const satisfies readonly Criterion[];
export type CriterionCode = (typeof CRITERIA)[number]['code'];
