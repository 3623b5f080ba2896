import type { Party } from '../../../entities';
import { NATIONAL } from '../../domain/mismatch/forms-offered';
import { asRecords, insertEach, type Land } from './landing';

const OF_A_CONTRACT =
  'reference text, "careForm" text, "startsOn" date, "endsOn" date, "annualValue" bigint, type text, procurement text, funding text';

const COLUMNS = `provider_id, client_kind, client_municipality_code, client_region_code, region_code, care_form_code, reported_by,
  delivery_id, reference, starts_on, ends_on, annual_value_cents, type, procurement, funding`;
/** People name the last day of a contract; the archive the first one after it. */
const VALUES =
  'n."careForm", $2, $3, n.reference, n."startsOn", n."endsOn" + 1, n."annualValue", n.type, n.procurement, n.funding';

/** Contracts as their provider reports them. */
export const landProviderContracts: Land = async ({ tx, delivery }, _section, rows) => {
  await insertEach(
    tx,
    rows.length,
    `insert into contract (${COLUMNS})
     select $4, case when m.code is not null then 'MUNICIPALITY' when r.code is not null then 'REGION' else 'LTA' end,
       m.code, r.code, coalesce(m.region_code, r.code), ${VALUES}
     from jsonb_to_recordset($1) as n (client text, ${OF_A_CONTRACT})
     left join municipality m on m.code = n.client
     left join region r on r.code = n.client`,
    [asRecords(rows), 'PROVIDER', delivery.id, delivery.providerId],
  );
  return { providerIds: [delivery.providerId as string] };
};

/** Contracts as their client reports them: a municipality, a region, or the VNG for the national ones. */
export const landClientContracts: Land = async ({ tx, delivery, party }, _section, rows) => {
  const { kind, municipalityCode, regionCode } = party;
  await insertEach(
    tx,
    rows.length,
    `insert into contract (${COLUMNS})
     select p.id, $4, $5, $6, $7, ${VALUES}
     from jsonb_to_recordset($1) as n ("kvkNumber" text, ${OF_A_CONTRACT})
     join provider p on p.kvk_number = n."kvkNumber"`,
    [
      asRecords(rows),
      'CLIENT',
      delivery.id,
      kind === 'VNG' ? 'LTA' : kind,
      kind === 'MUNICIPALITY' ? municipalityCode : null,
      kind === 'REGION' ? regionCode : null,
      regionCode,
    ],
  );
  const landed: { id: string }[] = await tx.query(
    'select distinct provider_id as id from contract where delivery_id = $1',
    [delivery.id],
  );
  return { providerIds: landed.map(({ id }) => id), clientCodes: [clientCode(party)] };
};

/** As contracts name their client. */
const clientCode = ({ municipalityCode, regionCode }: Party): string => municipalityCode ?? regionCode ?? NATIONAL;
