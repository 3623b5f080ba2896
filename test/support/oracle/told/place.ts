/** What the language says of places, forms of care and what is asked. */
import { ascending, atLeast, before, contains, descending, is, latest, link, list, type Told } from '../told';
import type { Row } from '../world';

const byCode = { CODE_ASC: ascending('code'), NAME_ASC: ascending('name') };

export const Province: Told = { key: 'code' };

export const Region: Told = {
  key: 'code',
  values: { risk: (row, see) => latest(see.where('AreaRisk', 'areaCode', row.code), 'quarter') },
  lists: {
    municipalities: list('Municipality', 'regionCode', 'code'),
    neighbours: [
      'Region',
      (row, see) =>
        see
          .where('RegionNeighbour', 'regionCode', row.code)
          .map(({ neighbourCode }) => see.find('Region', 'code', neighbourCode) as Row),
    ],
    providers: list('Provider', 'seatRegionCode', 'code'),
    contracts: list('Contract', 'regionCode', 'code'),
    declarations: list('Declaration', 'regionCode', 'code'),
    tariffs: list('Tariff', 'regionCode', 'code'),
    municipalReports: list('MunicipalReport', 'regionCode', 'code'),
    referrals: list('Referral', 'regionCode', 'code'),
    meldingen: list('Melding', 'regionCode', 'code'),
    mismatches: list('Mismatch', 'regionCode', 'code'),
    tenderCalendar: list('TenderCalendarEntry', 'regionCode', 'code'),
  },
  filters: { nameContains: contains('name') },
  orders: byCode,
};

export const Municipality: Told = {
  key: 'code',
  values: { province: link('Province', 'provinceCode'), region: link('Region', 'regionCode') },
  lists: {
    contracts: list('Contract', 'clientMunicipalityCode', 'code'),
    declarations: list('Declaration', 'municipalityCode', 'code'),
    tariffs: list('Tariff', 'clientMunicipalityCode', 'code'),
    municipalReports: list('MunicipalReport', 'municipalityCode', 'code'),
    referrals: list('Referral', 'municipalityCode', 'code'),
    meldingen: list('Melding', 'municipalityCode', 'code'),
    mismatches: list('Mismatch', 'municipalityCode', 'code'),
  },
  filters: { nameContains: contains('name'), regionCode: is('regionCode'), provinceCode: is('provinceCode') },
  orders: {
    ...byCode,
    // A municipality of which the number is not known comes last.
    INHABITANTS_DESC: { by: (row) => BigInt((row.inhabitants as number | null) ?? -1), descending: true },
  },
};

export const CareForm: Told = {
  key: 'code',
  values: { parent: link('CareForm', 'parentCode') },
  lists: { children: list('CareForm', 'parentCode', 'code') },
  filters: { level: is('level'), parentCode: is('parentCode'), nameContains: contains('name') },
  orders: byCode,
};

export const TenderCalendarEntry: Told = {
  values: { region: link('Region', 'regionCode'), careForm: link('CareForm', 'careFormCode') },
  filters: {
    regionCode: is('regionCode'),
    careFormCode: is('careFormCode'),
    opensFrom: atLeast('opensOn'),
    opensTo: before('opensOn'),
  },
  orders: { OPENS_ON_ASC: ascending('opensOn'), OPENS_ON_DESC: descending('opensOn') },
};

export const Uitvraag: Told = {
  tie: 'version',
  lists: {
    items: [
      'UitvraagItem',
      (row, see) =>
        see.where('UitvraagItem', 'uitvraagKey', row.key).filter((item) => item.uitvraagVersion === row.version),
    ],
  },
  filters: { key: is('key') },
  orders: { KEY_ASC: ascending('key') },
};

export const UitvraagItem: Told = {
  tie: 'code',
  filters: { askedOf: is('askedOf'), frequency: is('frequency') },
  orders: { CODE_ASC: ascending('code') },
};
