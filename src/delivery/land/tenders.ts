import { asRecords, insertEach, type Land } from './landing';

/** The tender calendar of a region. */
export const landTenders: Land = async ({ tx, delivery, party }, _section, rows) => {
  await insertEach(
    tx,
    rows.length,
    `insert into tender_calendar_entry
       (region_code, delivery_id, care_form_code, subject, opens_on, starts_on, funding, duration_months)
     select $2, $3, n."careForm", n.subject, n."opensOn", n."startsOn", n.funding, n."durationMonths"
     from jsonb_to_recordset($1) as n
       ("careForm" text, subject text, "opensOn" date, "startsOn" date, funding text, "durationMonths" integer)`,
    [asRecords(rows), party.regionCode, delivery.id],
  );
  return {};
};
