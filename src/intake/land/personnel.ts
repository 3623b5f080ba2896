import { itemsOf, type Land } from './landing';

/** The columns of personnel_report, by the item of the covenant (Bijlage 4, providers 5). */
const COLUMNS = {
  'A5.1': 'staff_inflow',
  'A5.2': 'staff_outflow',
  'A5.3': 'formation_primary_fte',
  'A5.4': 'occupancy_primary_fte',
  'A5.5': 'formation_total_fte',
  'A5.6': 'occupancy_total_fte',
  'A5.7': 'sickness_primary',
  'A5.8': 'personnel_costs_cents',
  'A5.9': 'hired_staff_costs_cents',
  'A5.10': 'vacancies',
} as const;

/** The personnel of a half-year, as one row. */
export const landPersonnel: Land = async ({ tx, delivery }, _section, rows) => {
  const values = itemsOf(rows);
  const report = Object.fromEntries(
    Object.entries(COLUMNS).map(([item, column]) => [column, values.get(item) ?? null]),
  );
  await tx.query(
    `insert into personnel_report (provider_id, delivery_id, period_start, period_end, ${Object.values(COLUMNS).join(', ')})
     select $1, $2, $3, $4, ${Object.values(COLUMNS)
       .map((column) => `r.${column}`)
       .join(', ')}
     from jsonb_populate_record(null::personnel_report, $5) r`,
    [delivery.providerId, delivery.id, delivery.periodStart, delivery.periodEnd, JSON.stringify(report)],
  );
  return { providerIds: [delivery.providerId as string] };
};
