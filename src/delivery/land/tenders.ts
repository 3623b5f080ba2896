import { asRecords, type Land } from './landing';
import { replace } from './replace';

/** The tender calendar of a region. */
export const landTenders: Land = async (landing, _section, rows) => {
  const { tx, delivery, party } = landing;
  const json = asRecords(rows);
  await replace(
    landing,
    'tender_calendar_entry',
    `region_code = $2 and (care_form_code, subject) in (
       select n."careForm", n.subject from jsonb_to_recordset($3) as n ("careForm" text, subject text)
     )`,
    [party.regionCode, json],
  );
  await tx.query(
    `insert into tender_calendar_entry
       (region_code, delivery_id, care_form_code, subject, opens_on, starts_on, funding, duration_months)
     select $2, $3, n."careForm", n.subject, n."opensOn", n."startsOn", n.funding, n."durationMonths"
     from jsonb_to_recordset($1) as n
       ("careForm" text, subject text, "opensOn" date, "startsOn" date, funding text, "durationMonths" integer)`,
    [json, party.regionCode, delivery.id],
  );
  return {};
};
