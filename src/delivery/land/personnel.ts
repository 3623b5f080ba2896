import { PERSONNEL_COLUMNS } from '../personnel-columns';
import { itemsOf, type Land } from './landing';

/** The personnel of a half-year, as one row. */
export const landPersonnel: Land = async ({ tx, delivery }, _section, rows) => {
  const values = itemsOf(rows);
  const report = Object.fromEntries(
    Object.entries(PERSONNEL_COLUMNS).map(([item, column]) => [column, values.get(item) ?? null]),
  );
  await tx.query(
    `insert into personnel_report (provider_id, delivery_id, period_start, period_end, ${Object.values(PERSONNEL_COLUMNS).join(', ')})
     select $1, $2, $3, $4, ${Object.values(PERSONNEL_COLUMNS)
       .map((column) => `r.${column}`)
       .join(', ')}
     from jsonb_populate_record(null::personnel_report, $5) r`,
    [delivery.providerId, delivery.id, delivery.periodStart, delivery.periodEnd, JSON.stringify(report)],
  );
  return { providerIds: [delivery.providerId as string] };
};
