import type { Party } from '../../../entities';
import { NATIONAL } from '../../domain/mismatch/forms-offered';
import { asRecords, type Land } from './landing';
import { replace } from './replace';

const OF_A_CONTRACT =
  'reference text, "careForm" text, "startsOn" date, "endsOn" date, "annualValue" bigint, type text, procurement text, funding text';

const COLUMNS = `provider_id, client_kind, client_municipality_code, client_region_code, region_code, care_form_code, reported_by,
  delivery_id, reference, starts_on, ends_on, annual_value_cents, type, procurement, funding`;
/** People name the last day of a contract; the archive the first one after it. */
const VALUES =
  'n."careForm", $2, $3, n.reference, n."startsOn", n."endsOn" + 1, n."annualValue", n.type, n.procurement, n.funding';

/** Contracts as their provider reports them. A contract that it reported before is reported anew. */
export const landProviderContracts: Land = async (landing, _section, rows) => {
  const { tx, delivery } = landing;
  const json = asRecords(rows);
  await replace(
    landing,
    'contract',
    `provider_id = $2 and reported_by = 'PROVIDER'
     and (coalesce(client_municipality_code, client_region_code, 'LTA'), reference, care_form_code) in (
       select n.client, n.reference, n."careForm" from jsonb_to_recordset($3) as n (client text, reference text, "careForm" text)
     )`,
    [delivery.providerId, json],
  );
  await tx.query(
    `insert into contract (${COLUMNS})
     select $4, case when m.code is not null then 'MUNICIPALITY' when r.code is not null then 'REGION' else 'LTA' end,
       m.code, r.code, coalesce(m.region_code, r.code), ${VALUES}
     from jsonb_to_recordset($1) as n (client text, ${OF_A_CONTRACT})
     left join municipality m on m.code = n.client
     left join region r on r.code = n.client`,
    [json, 'PROVIDER', delivery.id, delivery.providerId],
  );
  return { providerIds: [delivery.providerId as string] };
};

/** Contracts as their client reports them: a municipality, a region, or the VNG for the national ones. */
export const landClientContracts: Land = async (landing, _section, rows) => {
  const { tx, delivery, party } = landing;
  const { kind, municipalityCode, regionCode } = party;
  const json = asRecords(rows);
  const before = await replace(
    landing,
    'contract',
    `coalesce(client_municipality_code, client_region_code, 'LTA') = $2 and reported_by = 'CLIENT'
     and (provider_id, reference, care_form_code) in (
       select p.id, n.reference, n."careForm"
       from jsonb_to_recordset($3) as n ("kvkNumber" text, reference text, "careForm" text)
       join provider p on p.kvk_number = n."kvkNumber"
     )`,
    [clientCode(party), json],
  );
  const landed: { id: string }[] = await tx.query(
    `insert into contract (${COLUMNS})
     select p.id, $4, $5, $6, $7, ${VALUES}
     from jsonb_to_recordset($1) as n ("kvkNumber" text, ${OF_A_CONTRACT})
     join provider p on p.kvk_number = n."kvkNumber"
     returning provider_id as id`,
    [
      json,
      'CLIENT',
      delivery.id,
      kind === 'VNG' ? 'LTA' : kind,
      kind === 'MUNICIPALITY' ? municipalityCode : null,
      kind === 'REGION' ? regionCode : null,
      regionCode,
    ],
  );
  return { providerIds: [...before, ...landed.map(({ id }) => id)], clientCodes: [clientCode(party)] };
};

/** As contracts name their client. */
const clientCode = ({ municipalityCode, regionCode }: Party): string => municipalityCode ?? regionCode ?? NATIONAL;
