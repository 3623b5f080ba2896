import { asRecords, type Land } from './landing';
import { replace } from './replace';

/** Tariffs as their client reports them. The last day, as people name it, becomes the first one after it. */
export const landTariffs: Land = async (landing, _section, rows) => {
  const { tx, delivery, party } = landing;
  const { kind, municipalityCode, regionCode } = party;
  const json = asRecords(rows);
  await replace(
    landing,
    'tariff',
    `coalesce(client_municipality_code, client_region_code) = $2
     and (provider_id, product_code, care_form_code, valid_from) in (
       select p.id, n."productCode", n."careForm", n."validFrom"
       from jsonb_to_recordset($3) as n ("kvkNumber" text, "productCode" text, "careForm" text, "validFrom" date)
       join provider p on p.kvk_number = n."kvkNumber"
     )`,
    [kind === 'MUNICIPALITY' ? municipalityCode : regionCode, json],
  );
  await tx.query(
    `insert into tariff (provider_id, client_kind, client_municipality_code, client_region_code, region_code, care_form_code,
       delivery_id, product_code, unit, amount_cents, valid_from, valid_to)
     select p.id, $2, $3, $4, $5, n."careForm", $6, n."productCode", n.unit, n.amount, n."validFrom", n."validTo" + 1
     from jsonb_to_recordset($1) as n
       ("kvkNumber" text, "careForm" text, "productCode" text, unit text, amount bigint, "validFrom" date, "validTo" date)
     join provider p on p.kvk_number = n."kvkNumber"`,
    [
      json,
      kind,
      kind === 'MUNICIPALITY' ? municipalityCode : null,
      kind === 'REGION' ? regionCode : null,
      regionCode,
      delivery.id,
    ],
  );
  return {};
};
