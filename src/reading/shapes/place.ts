import * as entity from '../../../entities';
import { computed, many, one, part, shape } from '../shape';
import { ascending, contains, descending, is } from './filters';

export const province = shape('Province', entity.Province, { key: 'code' });

const code = { CODE_ASC: ascending('code'), NAME_ASC: ascending('name') };

export const region = shape('Region', entity.Region, {
  key: 'code',
  fields: {
    municipalities: many('Municipality', { region_code: 'code' }),
    neighbours: many(
      'Region',
      (child, parent) =>
        `${child}.code in (select n.neighbour_code from region_neighbour n where n.region_code = ${parent}.code)`,
    ),
    providers: many('Provider', { seat_region_code: 'code' }),
    contracts: many('Contract', { region_code: 'code' }),
    declarations: many('Declaration', { region_code: 'code' }),
    tariffs: many('Tariff', { region_code: 'code' }),
    municipalReports: many('MunicipalReport', { region_code: 'code' }),
    referrals: many('Referral', { region_code: 'code' }),
    meldingen: many('Melding', { region_code: 'code' }),
    mismatches: many('Mismatch', { region_code: 'code' }),
    tenderCalendar: many('TenderCalendarEntry', { region_code: 'code' }),
    risk: one('AreaRisk', { area_code: 'code' }, 'quarter desc'),
  },
  filters: { nameContains: contains('name') },
  sorts: code,
});

export const municipality = shape('Municipality', entity.Municipality, {
  key: 'code',
  fields: {
    province: one('Province', { code: 'province_code' }),
    region: one('Region', { code: 'region_code' }),
    contracts: many('Contract', { client_municipality_code: 'code' }),
    declarations: many('Declaration', { municipality_code: 'code' }),
    tariffs: many('Tariff', { client_municipality_code: 'code' }),
    municipalReports: many('MunicipalReport', { municipality_code: 'code' }),
    referrals: many('Referral', { municipality_code: 'code' }),
    meldingen: many('Melding', { municipality_code: 'code' }),
    mismatches: many('Mismatch', { municipality_code: 'code' }),
  },
  filters: { nameContains: contains('name'), regionCode: is('region_code'), provinceCode: is('province_code') },
  sorts: {
    ...code,
    INHABITANTS_DESC: { by: (row) => `coalesce(${row}.inhabitants, -1)`, cast: 'int', descending: true },
  },
});

/** The client of a national framework contract: the VNG for all municipalities together. */
export const nationalClient = part('NationalClient', { name: computed(() => `'VNG (LTA)'::text`, false) });

export const careForm = shape('CareForm', entity.CareForm, {
  key: 'code',
  fields: { parent: one('CareForm', { code: 'parent_code' }), children: many('CareForm', { parent_code: 'code' }) },
  filters: { level: is('level', 'int'), parentCode: is('parent_code'), nameContains: contains('name') },
  sorts: code,
});

export const tenderCalendarEntry = shape('TenderCalendarEntry', entity.TenderCalendarEntry, {
  fields: { region: one('Region', { code: 'region_code' }), careForm: one('CareForm', { code: 'care_form_code' }) },
  filters: {
    regionCode: is('region_code'),
    careFormCode: is('care_form_code'),
    opensFrom: { cast: 'date', holds: (row, value) => `${row}.opens_on >= ${value}` },
    opensTo: { cast: 'date', holds: (row, value) => `${row}.opens_on < ${value}` },
  },
  sorts: { OPENS_ON_ASC: ascending('opens_on', 'date'), OPENS_ON_DESC: descending('opens_on') },
});

export const uitvraag = shape('Uitvraag', entity.Uitvraag, {
  key: 'key',
  tie: { column: 'version', cast: 'int' },
  fields: { items: many('UitvraagItem', { uitvraag_key: 'key', uitvraag_version: 'version' }) },
  filters: { key: is('key') },
  sorts: { KEY_ASC: ascending('key') },
});

export const uitvraagItem = shape('UitvraagItem', entity.UitvraagItem, {
  key: 'code',
  filters: { askedOf: is('asked_of'), frequency: is('frequency') },
  sorts: { CODE_ASC: ascending('code') },
});
