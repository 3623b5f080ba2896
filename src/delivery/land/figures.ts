import { figurePeriod } from '../../domain/intake/figure-period';
import type { Unit } from '../../domain/vocabulary';
import { itemsOf, type Land, type Landing } from './landing';
import { STANDS } from './stands';

export interface LandedFigure {
  readonly item: string;
  /** Cents for amounts, a fraction for percentages, 1 or 0 for yes or no. */
  readonly value: string;
  readonly unit: Unit;
  readonly isCumulative: boolean;
  /** Half-open. */
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
}

/** Single items, as figures of the provider. */
export const landFigures: Land = async (landing, { fields }, rows) => {
  const values = itemsOf(rows);
  await writeFigures(
    landing,
    fields.flatMap((field) => {
      const { code, figureItem, unit, isCumulative = false } = field;
      const value = values.get(code);
      if (!figureItem || !unit || value === undefined) return [];
      return [{ item: figureItem, value, unit, isCumulative, ...figurePeriod(field, landing.form) }];
    }),
  );
  return { providerIds: [landing.delivery.providerId as string] };
};

/** Writes figures. Of the same item and period what was delivered before holds no longer, whichever uitvraag asked for it. */
export async function writeFigures({ tx, delivery }: Landing, figures: readonly LandedFigure[]): Promise<void> {
  if (figures.length === 0) return;
  const json = JSON.stringify(figures);
  await tx.query(
    `update figure f
     set is_current = false
     from jsonb_to_recordset($2) as n (item text, "start" date, "end" date)
     where f.provider_id = $1 and f.item = n.item and f.period_start = n."start" and f.period_end = n."end"
       and f.is_current and f.source = 'DELIVERY'`,
    [delivery.providerId, json],
  );
  await tx.query(
    `insert into figure
       (provider_id, delivery_id, item, period_start, period_end, as_of, value, unit, is_cumulative, source, is_current)
     select $1, $2, n.item, n."start", n."end", n."asOf", n.value, n.unit, n."isCumulative", 'DELIVERY', true
     from jsonb_to_recordset($3) as n
       (item text, value numeric, unit text, "isCumulative" boolean, "start" date, "end" date, "asOf" date)`,
    [delivery.providerId, delivery.id, json],
  );
}

/**
 * Of what the version before told and this one does not, the newest that another delivery told holds again: that delivery still
 * stands, and its receipt says so.
 */
export async function restoreFigures({ tx, previousId }: Landing): Promise<void> {
  if (previousId === null) return;
  await tx.query(
    `update figure f
     set is_current = true
     from (
       select distinct on (told.item, told.period_start, told.period_end) told.id
       from figure left_out
       join figure told using (provider_id, item, period_start, period_end, source)
       join delivery d on d.id = told.delivery_id
       where left_out.delivery_id = $1 and source = 'DELIVERY' and ${STANDS} and not exists (
         select from figure now
         where now.provider_id = left_out.provider_id and now.item = left_out.item and now.period_start = left_out.period_start
           and now.period_end = left_out.period_end and now.source = 'DELIVERY' and now.is_current
       )
       order by told.item, told.period_start, told.period_end, d.submitted_at desc, d.id
     ) newest
     where f.id = newest.id`,
    [previousId],
  );
}
