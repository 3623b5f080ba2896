import { asRecords, type Land } from './landing';

/** The quarterly report of a municipality, a row per form of care. */
export const landMunicipalReport: Land = async ({ tx, delivery, party }, _section, rows) => {
  await tx.query(
    `insert into municipal_report (municipality_code, region_code, delivery_id, period_start, period_end,
       care_form_code, budget_cents, realised_cents, clients, trend)
     select $2, $3, $4, $5, $6, n."careForm", n.budget, n.realised, n.clients, n.trend
     from jsonb_to_recordset($1) as n ("careForm" text, budget bigint, realised bigint, clients integer, trend text)`,
    [asRecords(rows), party.municipalityCode, party.regionCode, delivery.id, delivery.periodStart, delivery.periodEnd],
  );
  return { municipalityCodes: [party.municipalityCode as string] };
};
