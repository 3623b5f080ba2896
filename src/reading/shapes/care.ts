/** What is contracted, declared, paid and asked for: the client's side of care. */
import * as entity from '../../../entities';
import { type Field, one, shape } from '../shape';
import { ascending, atLeast, before, covers, descending, is, ofProvider } from './filters';

const careForm = one('CareForm', { code: 'care_form_code' });
const region = one('Region', { code: 'region_code' });
const municipality = one('Municipality', { code: 'municipality_code' });
const provider = one('Provider', { id: 'provider_id' });

/** The contracting client: a municipality, a region, or all municipalities together. */
const client: Field = {
  kind: 'union',
  word: (row) => `${row}.client_kind`,
  cases: {
    MUNICIPALITY: one('Municipality', { code: 'client_municipality_code' }),
    REGION: one('Region', { code: 'client_region_code' }),
    LTA: one('NationalClient', {}),
  },
};

const inPeriod = { from: atLeast('period_start'), to: before('period_start') };
const byPeriod = {
  PERIOD_START_DESC: descending('period_start'),
  PERIOD_START_ASC: ascending('period_start', 'date'),
};
const ofClient = {
  providerId: ofProvider,
  municipalityCode: is('client_municipality_code'),
  regionCode: is('region_code'),
  careFormCode: is('care_form_code'),
};

export const contract = shape('Contract', entity.Contract, {
  fields: { provider, client, careForm, region },
  filters: {
    ...ofClient,
    clientKind: is('client_kind'),
    reportedBy: is('reported_by'),
    runsOn: covers('starts_on', 'ends_on'),
    endsBefore: before('ends_on'),
  },
  sorts: {
    STARTS_ON_DESC: descending('starts_on'),
    STARTS_ON_ASC: ascending('starts_on', 'date'),
    ENDS_ON_ASC: ascending('ends_on', 'date'),
    ANNUAL_VALUE_DESC: descending('annual_value_cents', 'bigint'),
  },
});

export const declaration = shape('Declaration', entity.Declaration, {
  fields: { provider, municipality, region, careForm },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    careFormCode: is('care_form_code'),
    ...inPeriod,
  },
  sorts: { ...byPeriod, AMOUNT_DESC: descending('amount_cents', 'bigint') },
});

export const tariff = shape('Tariff', entity.Tariff, {
  fields: { provider, client, region, careForm },
  filters: { ...ofClient, productCode: is('product_code'), validOn: covers('valid_from', 'valid_to') },
  sorts: {
    VALID_FROM_DESC: descending('valid_from'),
    VALID_FROM_ASC: ascending('valid_from', 'date'),
    AMOUNT_DESC: descending('amount_cents', 'bigint'),
    AMOUNT_ASC: ascending('amount_cents', 'bigint'),
  },
});

export const referral = shape('Referral', entity.Referral, {
  fields: { municipality, region, careForm },
  filters: { careFormCode: is('care_form_code'), referrerCode: is('referrer_code'), ...inPeriod },
  sorts: byPeriod,
});

export const municipalReport = shape('MunicipalReport', entity.MunicipalReport, {
  fields: { municipality, region, careForm },
  filters: { municipalityCode: is('municipality_code'), careFormCode: is('care_form_code'), ...inPeriod },
  sorts: byPeriod,
});
