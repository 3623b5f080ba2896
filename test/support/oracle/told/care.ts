/** What the language says of what is bought, declared, paid and asked for. */

import { NATIONAL } from '../national-client';
import type { Sight } from '../sight';
import {
  anyOf,
  ascending,
  before,
  byPeriod,
  descending,
  inPeriod,
  is,
  largest,
  link,
  ofProvider,
  smallest,
  type Told,
  within,
} from '../told';
import type { Row } from '../world';

const client = (row: Row, see: Sight) => {
  if (row.clientKind === 'LTA') return NATIONAL;
  return row.clientKind === 'REGION'
    ? see.find('Region', 'code', row.clientRegionCode)
    : see.find('Municipality', 'code', row.clientMunicipalityCode);
};

const provider = link('Provider', 'providerId');
const municipality = link('Municipality', 'municipalityCode');
const region = link('Region', 'regionCode');
const careForm = link('CareForm', 'careFormCode');

export const Contract: Told = {
  values: { provider, client, region, careForm },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('clientMunicipalityCode'),
    regionCode: is('regionCode'),
    careFormCode: is('careFormCode'),
    clientKind: is('clientKind'),
    reportedBy: is('reportedBy'),
    runsOn: within('startsOn', 'endsOn'),
    endsBefore: before('endsOn'),
  },
  orders: {
    STARTS_ON_DESC: descending('startsOn'),
    STARTS_ON_ASC: ascending('startsOn'),
    ENDS_ON_ASC: ascending('endsOn'),
    ANNUAL_VALUE_DESC: largest('annualValueCents'),
  },
};

export const Declaration: Told = {
  values: { provider, municipality, region, careForm },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipalityCode'),
    regionCode: is('regionCode'),
    careFormCode: is('careFormCode'),
    ...inPeriod,
  },
  orders: { ...byPeriod, AMOUNT_DESC: largest('amountCents') },
};

export const Tariff: Told = {
  values: { provider, client, region, careForm },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('clientMunicipalityCode'),
    regionCode: is('regionCode'),
    careFormCode: is('careFormCode'),
    productCode: is('productCode'),
    validOn: within('validFrom', 'validTo'),
  },
  orders: {
    VALID_FROM_DESC: descending('validFrom'),
    VALID_FROM_ASC: ascending('validFrom'),
    AMOUNT_DESC: largest('amountCents'),
    AMOUNT_ASC: smallest('amountCents'),
  },
};

export const Referral: Told = {
  values: { municipality, region, careForm },
  filters: { careFormCode: is('careFormCode'), referrerCode: is('referrerCode'), ...inPeriod },
  orders: byPeriod,
};

export const MunicipalReport: Told = {
  values: { municipality, region, careForm },
  filters: { municipalityCode: is('municipalityCode'), careFormCode: is('careFormCode'), ...inPeriod },
  orders: byPeriod,
};

export const TredeDecision: Told = {
  values: {
    provider,
    proposedBy: link('Party', 'proposedByPartyId'),
    agreedBy: link('Party', 'agreedByPartyId'),
  },
  filters: { trede: anyOf('trede') },
  orders: { DECIDED_ON_DESC: descending('decidedOn'), DECIDED_ON_ASC: ascending('decidedOn') },
};
