/** What is already known of the lists that are asked for: nobody types over what is in the archive (covenant Bijlage 3). */
import type { Filling } from '../draft/filling';

/** A statement whose columns are the fields of the list, and what it is about. Values come in the form in which they are kept. */
interface Standing {
  readonly sql: string;
  readonly about: (filling: Filling) => readonly unknown[];
}

const CONTRACT = `c.reference, c.care_form_code as "careForm", c.starts_on::text as "startsOn", (c.ends_on - 1)::text as "endsOn",
  c.annual_value_cents::text as "annualValue", c.type, c.procurement, c.funding`;
const CLIENT = "coalesce(c.client_municipality_code, c.client_region_code, 'LTA')";

const ofProvider = ({ delivery }: Filling) => [delivery.providerId, delivery.periodStart, delivery.periodEnd];
/** As contracts and tariffs name their client. */
const ofClient = ({ delivery, party }: Filling) => [
  party.municipalityCode ?? party.regionCode ?? 'LTA',
  delivery.periodStart,
  delivery.periodEnd,
];

/** By the code of the list: what runs in the period that is asked about. */
export const STANDING: Readonly<Record<string, Standing>> = {
  providerContracts: {
    sql: `select ${CLIENT} as client, ${CONTRACT} from contract c
      where c.provider_id = $1 and c.reported_by = 'PROVIDER' and c.ends_on > $2 and c.starts_on < $3
      order by client, c.reference, c.care_form_code, c.starts_on desc`,
    about: ofProvider,
  },
  clientContracts: {
    sql: `select p.kvk_number as "kvkNumber", ${CONTRACT} from contract c join provider p on p.id = c.provider_id
      where ${CLIENT} = $1 and c.reported_by = 'CLIENT' and c.ends_on > $2 and c.starts_on < $3
      order by p.kvk_number, c.reference, c.care_form_code, c.starts_on desc`,
    about: ofClient,
  },
  tariffs: {
    sql: `select p.kvk_number as "kvkNumber", c.care_form_code as "careForm", c.product_code as "productCode", c.unit,
        c.amount_cents::text as amount, c.valid_from::text as "validFrom", (c.valid_to - 1)::text as "validTo"
      from tariff c join provider p on p.id = c.provider_id
      where coalesce(c.client_municipality_code, c.client_region_code) = $1 and coalesce(c.valid_to > $2, true)
        and c.valid_from < $3
      order by p.kvk_number, c.product_code, c.care_form_code, c.valid_from`,
    about: ofClient,
  },
  tenders: {
    sql: `select care_form_code as "careForm", subject, opens_on::text as "opensOn", starts_on::text as "startsOn", funding,
        duration_months::text as "durationMonths"
      from tender_calendar_entry where region_code = $1 and starts_on > $2
      order by opens_on, care_form_code, subject`,
    about: ({ delivery, party }) => [party.regionCode, delivery.periodStart],
  },
  contractedProviders: {
    sql: `select distinct p.kvk_number as "kvkNumber", p.name, c.care_form_code as "careForm"
      from contract c join provider p on p.id = c.provider_id
      where ${CLIENT} = $1 and c.reported_by = 'CLIENT' and c.ends_on > $2 and c.starts_on < $3
      order by p.name, c.care_form_code`,
    about: ofClient,
  },
  formsOffered: {
    sql: 'select care_form_code as "careForm" from provider_care_form where provider_id = $1 order by care_form_code',
    about: ({ delivery }) => [delivery.providerId],
  },
  municipalReport: {
    // The budget of a year is the same in each of its quarters.
    sql: `select distinct on (care_form_code) care_form_code as "careForm",
        case when period_start >= date_trunc('year', $2::date) then budget_cents::text end as budget
      from municipal_report where municipality_code = $1 and period_start < $2
      order by care_form_code, period_start desc`,
    about: ({ delivery, party }) => [party.municipalityCode, delivery.periodStart],
  },
};
