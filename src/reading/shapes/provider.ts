import * as entity from '../../../entities';
import { type Part, RATIOS, type RatioDefinition } from '../../domain/ratios';
import { many, one, quotient, type Row, shape } from '../shape';
import type { Statement } from '../statement';
import { columnOfFigure } from './figure-column';
import { ascending, contains, descending, fromQuarter, is, toQuarter } from './filters';
import { storedRows } from './used';

/** Where a provider stands on the ladder, as far as the viewer may see it. */
const risk = (row: Row, sql: Statement, wanted: string) =>
  `(select ${wanted} from provider_risk r where r.provider_id = ${row}.id${sql.andScope('provider_risk', 'r')})`;
const isCrucial = (row: Row, sql: Statement) =>
  `(select d.is_crucial from ews_designation d where d.provider_id = ${row}.id${sql.andScope('ews_designation', 'd')})`;

export const provider = shape('Provider', entity.Provider, {
  fields: {
    concern: one('Concern', { id: 'concern_id' }),
    seatMunicipality: one('Municipality', { code: 'seat_municipality_code' }),
    seatRegion: one('Region', { code: 'seat_region_code' }),
    careForms: many(
      'CareForm',
      (child, parent) =>
        `${child}.code in (select f.care_form_code from provider_care_form f where f.provider_id = ${parent}.id)`,
    ),
    designation: one('EwsDesignation', { provider_id: 'id' }),
    latestQuarter: one('ProviderQuarter', { provider_id: 'id' }, 'quarter desc'),
    quarters: many('ProviderQuarter', { provider_id: 'id' }),
    figures: many('Figure', { provider_id: 'id' }),
    findings: many('Finding', { provider_id: 'id' }),
    personnel: many('PersonnelReport', { provider_id: 'id' }),
    deliveries: many('Delivery', { provider_id: 'id' }),
    contracts: many('Contract', { provider_id: 'id' }),
    declarations: many('Declaration', { provider_id: 'id' }),
    tariffs: many('Tariff', { provider_id: 'id' }),
    assessment: one('Assessment', { provider_id: 'id' }, 'quarter desc'),
    assessments: many('Assessment', { provider_id: 'id' }),
    signals: many('Signal', { provider_id: 'id' }),
    indicators: many('Indicator', { provider_id: 'id' }),
    cases: many('DraaiboekCase', { provider_id: 'id' }),
    disclosures: many('Disclosure', { provider_id: 'id' }),
    tredeDecisions: many('TredeDecision', { provider_id: 'id' }),
    meldingen: many('Melding', { provider_id: 'id' }),
    mismatches: many('Mismatch', { provider_id: 'id' }),
  },
  filters: {
    kind: is('kind'),
    seatRegionCode: is('seat_region_code'),
    seatMunicipalityCode: is('seat_municipality_code'),
    careFormCode: {
      cast: 'text',
      holds: (row, value) =>
        `exists (select from provider_care_form f where f.provider_id = ${row}.id and f.care_form_code = ${value})`,
    },
    nameContains: contains('name'),
    isCrucial: {
      cast: 'boolean',
      holds: (row, value, sql) => `${isCrucial(row, sql)} = ${value}`,
      information: 'ewsDesignation',
    },
    trede: {
      cast: 'int[]',
      holds: (row, value, sql) => `${risk(row, sql, 'r.trede')} = any (${value})`,
      information: 'assessment',
    },
    riskClass: {
      cast: 'text[]',
      holds: (row, value, sql) => `${risk(row, sql, 'r.risk_class')} = any (${value})`,
      information: 'assessment',
    },
  },
  sorts: {
    NAME_ASC: ascending('name'),
    NAME_DESC: descending('name', 'text'),
    URGENCY_DESC: {
      by: (row, sql) => `coalesce(${risk(row, sql, 'r.urgency')}, -1)`,
      cast: 'int',
      descending: true,
      information: 'assessment',
    },
  },
});

export const ewsDesignation = shape('EwsDesignation', entity.EwsDesignation, {
  key: 'provider_id',
  fields: { accountRegion: one('Region', { code: 'account_region_code' }) },
});

export const concern = shape('Concern', entity.Concern, {
  fields: { providers: many('Provider', { concern_id: 'id' }) },
  filters: { nameContains: contains('name') },
  sorts: { NAME_ASC: ascending('name'), NAME_DESC: descending('name', 'text') },
});

export const party = shape('Party', entity.Party);

/** A sum of figures of the quarter, as the definition of the ratio says. */
function amount({ sum, times }: Part, row: Row): string {
  const total = sum.map((figure) => `${row}.${columnOfFigure(figure)}`).join(' + ');
  if (times === undefined) return `(${total})`;
  return `((${total}) * ${times === 'DAYS_IN_QUARTER' ? `(${row}.quarter_end - ${row}.quarter)` : times})`;
}

/** Every named ratio of the domain, in SQL. */
const ratios = Object.fromEntries(
  Object.entries<RatioDefinition>(RATIOS).map(([code, { numerator, denominator }]) => [
    code,
    quotient(
      (row) => amount(numerator, row),
      (row) => amount(denominator, row),
    ),
  ]),
);

export const providerQuarter = shape('ProviderQuarter', entity.ProviderQuarter, {
  key: 'provider_id',
  tie: { column: 'provider_id', cast: 'uuid' },
  fields: {
    provider: one('Provider', { id: 'provider_id' }),
    origins: storedRows('FigureOrigin', 'origins', 'figure text, source text, inputs jsonb'),
    ...ratios,
  },
  filters: { from: fromQuarter, to: toQuarter },
  sorts: { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter', 'date') },
});
