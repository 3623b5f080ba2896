/** What is computed and decided: assessments, treden, mismatches, and the dashboard of the JA. */
import * as entity from '../../../entities';
import { PRESENT } from '../../domain/models';
import { parseQuarter } from '../../domain/period';
import { computed, many, one, part, shape } from '../shape';
import type { Statement } from '../statement';
import { inState } from './criterion-state';
import { anyOf, ascending, descending, fromQuarter, inQuarter, is, ofProvider, toQuarter } from './filters';
import { indicationRows } from './indications';
import { isMissing } from './missing';
import { criterionWords, said, scoredRows } from './model-facts';

const provider = one('Provider', { id: 'provider_id' });
const byQuarter = { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter', 'date') };

/** How a criterion is stored (entities/assessment.ts). */
const CRITERION =
  'code text, trede int, figure text, basis text, holds boolean, value numeric, "limit" numeric,' +
  ' unit text, as_of date, source text, missing text';

export const assessment = shape('Assessment', entity.Assessment, {
  fields: {
    provider,
    criteria: {
      kind: 'rows',
      shape: 'AssessmentCriterion',
      from: (row, _sql, args) => {
        const only = args('only', 'text');
        return `select c.*, ${row}.model_version || ' ' || c.code as rule from rows from (jsonb_to_recordset(${row}.criteria) as (${CRITERION})) with ordinality as c${
          only ? ` where ${inState(only, 'c')}` : ''
        } order by c.ordinality`;
      },
    },
    scorecard: { kind: 'rows', shape: 'ScoredIndicator', from: scoredRows },
    indications: { kind: 'rows', shape: 'Indication', from: indicationRows },
    explanation: { kind: 'hole', hole: 'explanation', key: (row) => `${row}.id`, nullable: false },
  },
  filters: {
    providerId: ofProvider,
    quarter: inQuarter,
    from: fromQuarter,
    to: toQuarter,
    trede: anyOf('trede', 'int'),
    riskClass: anyOf('risk_class'),
    modelVersion: is('model_version'),
  },
  unlessAsked: { modelVersion: PRESENT.version },
  sorts: byQuarter,
});

const column = (name: string) => computed((row) => `${row}.${name}`);
export const assessmentCriterion = part('AssessmentCriterion', {
  code: column('code'),
  trede: column('trede'),
  figure: column('figure'),
  says: computed((row, sql, args) => criterionWords(`${row}.rule`, sql, args('language', 'text'))),
  basis: column('basis'),
  holds: column('holds'),
  value: column('value'),
  limit: column('"limit"'),
  unit: column('unit'),
  asOf: column('as_of'),
  source: column('source'),
  missing: column('missing'),
});

export const scoredIndicator = part('ScoredIndicator', {
  code: column('code'),
  name: computed((row, _sql, args) => said(`${row}.model -> 'name'`, args('language', 'text'))),
  value: column('value'),
  unit: computed((row) => `(${row}.model ->> 'unit')`),
  points: column('points'),
  pointsMax: computed((row) => `(${row}.model ->> 'points_max')::int`),
  band: computed((row, _sql, args) => said(`${row}.model -> 'bands' -> ${row}.points::text`, args('language', 'text'))),
});

export const indication = part('Indication', {
  cause: column('cause'),
  says: computed((row, _sql, args) => said(`${row}.says`, args('language', 'text'))),
  indicator: column('indicator'),
  value: column('value'),
  unit: column('unit'),
  quarter: column('quarter'),
});

export const tredeDecision = shape('TredeDecision', entity.TredeDecision, {
  fields: {
    provider,
    proposedBy: one('Party', { id: 'proposed_by_party_id' }),
    agreedBy: one('Party', { id: 'agreed_by_party_id' }),
  },
  filters: { trede: anyOf('trede', 'int') },
  sorts: { DECIDED_ON_DESC: descending('decided_on'), DECIDED_ON_ASC: ascending('decided_on', 'date') },
});

export const areaRisk = shape('AreaRisk', entity.AreaRisk, {
  key: 'area_code',
  fields: { region: one('Region', { code: 'area_code' }) },
  filters: { areaCode: is('area_code') },
  sorts: {
    AREA_CODE_ASC: ascending('area_code'),
    URGENCY_DESC: { by: (row) => `${row}.trede_4 + ${row}.trede_5`, cast: 'int', descending: true },
  },
});

export const providerRisk = shape('ProviderRisk', entity.ProviderRisk, {
  key: 'provider_id',
  tie: { column: 'provider_id', cast: 'uuid' },
  fields: {
    provider,
    assessment: one('Assessment', { id: 'assessment_id' }),
    region: one('Region', { code: 'seat_region_code' }),
  },
  filters: { regionCode: is('seat_region_code'), trede: anyOf('trede', 'int'), riskClass: anyOf('risk_class') },
  sorts: {
    URGENCY_DESC: descending('urgency', 'int'),
    URGENCY_ASC: ascending('urgency', 'int'),
  },
});

/** The quarter that the dashboard shows: the one asked for, or the latest there is. Looked up once for all of it. */
const shownQuarter = (sql: Statement) =>
  `select coalesce(${sql.param('key.quarter', 'date', (run) => parseQuarter(String(run.key.quarter ?? '')))},` +
  ` (select max(a.quarter) from area_risk a)) as quarter`;

export const riskDashboard = part(
  'RiskDashboard',
  {
    quarter: computed((row) => `${row}.quarter`),
    national: one('AreaRisk', (row, parent) => `${row}.area_code = 'NL' and ${row}.quarter = ${parent}.quarter`),
    regions: many('AreaRisk', (row, parent) => `${row}.area_code <> 'NL' and ${row}.quarter = ${parent}.quarter`),
    top: many('ProviderRisk', () => 'true'),
    changes: many('ProviderRisk', (row) => `${row}.trede is distinct from ${row}.previous_trede`),
    missingDeliveries: many('Delivery', (row, _parent, sql) => isMissing(row, sql), 'DUE_ON_DESC'),
    meldingen: many('Melding', () => 'true'),
    // A melding stays until somebody has seen it, also when a new quarter begins.
    signals: many(
      'Signal',
      (row, parent) =>
        `${row}.seen_at is null and (${row}.quarter = ${parent}.quarter` +
        ` or ${row}.quarter < ${parent}.quarter and ${row}.kind in ('CARE_STOPPED', 'NEW_MELDING'))`,
    ),
    mismatches: many(
      'Mismatch',
      (row, parent) =>
        `${row}.subject = 'COUNTRY' and ${row}.care_form_code is null and ${row}.quarter = ${parent}.quarter`,
    ),
  },
  shownQuarter,
);
