/**
 * The end of a quarter, from where indicators look back: the quarter itself, the latest half-year and the latest year that
 * have ended by then. Only those count. An older half-year is stale: it is asked for by name, and not carried on.
 */
import { formatQuarter, isQuarter, labelAt, lastDayOf, quarterAt, quarterEnd } from '../period';
import { addMonths } from './days';

/** A period that has ended. */
export interface Ended {
  /** Consecutive periods of one length have consecutive indices: quarters, half-years or years. */
  readonly index: number;
  /** "2026Q3", "2026H1" or "2026". */
  readonly label: string;
  readonly lastDay: string;
}

export interface QuarterEnd extends Ended {
  /** The first day after the quarter. */
  readonly end: string;
  readonly half: Ended;
  readonly year: Ended;
  /** The day on which its deliveries are judged: two months after its end, or today when that is earlier. */
  readonly judgedOn: string;
}

/** A month to deliver, and a month to be late. */
export const MONTHS_TO_JUDGE = 2;

/** The end of a quarter that is given by its index. Today is the last day that anything is known of. */
export function quarterEndAt(index: number, today: string): QuarterEnd {
  const end = quarterAt(index + 1);
  const judgedOn = addMonths(end, MONTHS_TO_JUDGE);
  const half = Math.floor((index + 1) / 2) - 1;
  const year = Math.floor((index + 1) / 4) - 1;
  return {
    index,
    label: labelAt(index),
    lastDay: lastDayOf(quarterAt(index)),
    end,
    half: { index: half, label: halfLabel(half), lastDay: lastDayOf(quarterAt(half * 2 + 1)) },
    year: { index: year, label: yearLabel(year), lastDay: lastDayOf(quarterAt(year * 4 + 3)) },
    judgedOn: today < judgedOn ? today : judgedOn,
  };
}

/** The index of the half-year from a day up to another; null when that is no half-year. */
export function halfIndex(start: string, end: string): number | null {
  const year = Number(start.slice(0, 4));
  if (start.endsWith('-01-01') && end === `${yearLabel(year)}-07-01`) return year * 2;
  return start.endsWith('-07-01') && end === `${yearLabel(year + 1)}-01-01` ? year * 2 + 1 : null;
}

/** A half-open period as people write it: "2026Q3", "2026H1", "2026"; else both its days. */
export function labelOf(start: string, end: string): string {
  const half = halfIndex(start, end);
  if (half !== null) return halfLabel(half);
  if (start.endsWith('-01-01') && end === addMonths(start, 12)) return start.slice(0, 4);
  return isQuarter(start) && end === quarterEnd(start) ? formatQuarter(start) : `${start}/${end}`;
}

function halfLabel(index: number): string {
  return `${yearLabel(Math.floor(index / 2))}H${(index % 2) + 1}`;
}

function yearLabel(year: number): string {
  return String(year).padStart(4, '0');
}
