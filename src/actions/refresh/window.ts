import { lastDayOf, quarterEnd, quartersBetween } from '../../domain/period';
import type { Queries } from './rows';

/** How many quarters of history the summaries hold (four years). */
const HISTORY_QUARTERS = 16;

/** The quarters that the summaries are about: those that providers were asked about, the latest sixteen at most. */
export interface Window {
  readonly quarters: readonly string[];
  readonly first: string;
  readonly last: string;
  /** Half-open: the first day after the last quarter. */
  readonly end: string;
  readonly lastDays: readonly string[];
}

/**
 * Null when nothing was asked yet. What was asked decides: a quarter nobody was asked about has no gaps, and neither has one
 * that has not ended.
 * @param today the last day that anything is known of
 */
export async function windowOf(tx: Queries, today: string): Promise<Window | null> {
  const [asked]: [{ first: string | null; last: string | null }] = await tx.query(
    `select min(period_start)::text as first, max(period_start)::text as last
    from delivery
    where provider_id is not null and period_end - period_start between 90 and 92 and period_end <= $1`,
    [today],
  );
  if (asked.first === null || asked.last === null) return null;
  const quarters = quartersBetween(asked.first, asked.last).slice(-HISTORY_QUARTERS);
  const [first = asked.first] = quarters;
  return { quarters, first, last: asked.last, end: quarterEnd(asked.last), lastDays: quarters.map(lastDayOf) };
}

/** A provider that takes part in the early warning system. */
export interface Participant {
  readonly id: string;
  readonly seatRegionCode: string;
  /** The quarters of the window on whose last day it took part: before it joined and after it left nothing stands of it. */
  readonly quarters: ReadonlySet<string>;
}

/** Everyone who took part in one of the quarters, in a fixed order. */
export async function participantsIn(tx: Queries, { first, end, quarters, lastDays }: Window): Promise<Participant[]> {
  const rows: { id: string; seatRegionCode: string; from: string; to: string | null }[] = await tx.query(
    `select p.id, p.seat_region_code as "seatRegionCode", d.valid_from::text as "from", d.valid_to::text as "to"
     from ews_designation d join provider p on p.id = d.provider_id
     where d.valid_from < $2 and coalesce(d.valid_to > $1, true)
     order by p.id`,
    [first, end],
  );
  return rows.map(({ id, seatRegionCode, from, to }) => {
    const isIn = (day = '') => from <= day && (to === null || day < to);
    return { id, seatRegionCode, quarters: new Set(quarters.filter((_, at) => isIn(lastDays[at]))) };
  });
}
