/** For which period a delivered value counts, and on which day it was so. */
import { addDays } from '../period';
import type { Field } from './form';

export interface FigurePeriod {
  /** Half-open. */
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
}

/**
 * A year to date runs from 1 January. What is planned for a year counts from its first day. What is asked once a year of how
 * it went is about the year before: it is due in the first quarter.
 */
export function figurePeriod(field: Field, asked: { periodStart: string; periodEnd: string }): FigurePeriod {
  const { periodStart: start, periodEnd: end } = asked;
  const year = Number(start.slice(0, 4));
  if (field.isCumulative) return { start: `${year}-01-01`, end, asOf: addDays(end, -1) };
  if (isWholeYear(start, end)) {
    if (field.figureItem?.startsWith('budget_')) return { start, end, asOf: start };
    return { start: `${year - 1}-01-01`, end: start, asOf: addDays(start, -1) };
  }
  return { start, end, asOf: addDays(end, -1) };
}

const isWholeYear = (start: string, end: string) =>
  start.slice(4) === '-01-01' && end === `${Number(start.slice(0, 4)) + 1}-01-01`;
