import { asRecords, insertEach, type Land } from './landing';

/** Tariffs as their client reports them. The last day, as people name it, becomes the first one after it. */
export const landTariffs: Land = async ({ tx, delivery, party }, _section, rows) => {
  const { kind, municipalityCode, regionCode } = party;
  await insertEach(
    tx,
    rows.length,
    `insert into tariff (provider_id, client_kind, client_municipality_code, client_region_code, region_code, care_form_code,
       delivery_id, product_code, unit, amount_cents, valid_from, valid_to)
     select p.id, $2, $3, $4, $5, n."careForm", $6, n."productCode", n.unit, n.amount, n."validFrom", n."validTo" + 1
     from jsonb_to_recordset($1) as n
       ("kvkNumber" text, "careForm" text, "productCode" text, unit text, amount bigint, "validFrom" date, "validTo" date)
     join provider p on p.kvk_number = n."kvkNumber"`,
    [
      asRecords(rows),
      kind,
      kind === 'MUNICIPALITY' ? municipalityCode : null,
      kind === 'REGION' ? regionCode : null,
      regionCode,
      delivery.id,
    ],
  );
  return {};
};
