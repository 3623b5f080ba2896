import { asRecords, insertEach, type Land } from './landing';
import { replace } from './replace';

/** The forms of care that a provider offers (8g b3), in place of those that it named before. What it named of a later period holds. */
export const landFormsOffered: Land = async (landing, _section, rows) => {
  const { tx, delivery } = landing;
  const [later]: { id: string }[] = await tx.query(
    `select d.id from provider_care_form f join delivery d on d.id = f.delivery_id
     where f.provider_id = $1 and d.period_start > $2 limit 1`,
    [delivery.providerId, delivery.periodStart],
  );
  if (!later) {
    await replace(landing, 'provider_care_form', 'provider_id = $2', [delivery.providerId]);
    // Those that only the register named came with no delivery to keep them by: they make place for the word of the provider itself.
    await tx.query('delete from provider_care_form where provider_id = $1', [delivery.providerId]);
    await insertEach(
      tx,
      rows.length,
      `insert into provider_care_form (provider_id, care_form_code, delivery_id)
       select $2, n."careForm", $3 from jsonb_to_recordset($1) as n ("careForm" text)`,
      [asRecords(rows), delivery.providerId, delivery.id],
    );
  }
  return { providerIds: [delivery.providerId as string] };
};
