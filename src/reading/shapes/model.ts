/** The rules by which providers are assessed: the same for everybody, told from the domain and stored nowhere. */
import { computed, type Field, part, type Row } from '../shape';
import type { Statement } from '../statement';
import { definitionRows, limitRows, modelRows, said } from './model-facts';

const column = (name: string, nullable = false) => computed((row) => `${row}.${name}`, nullable);
const inWords = (name: string, nullable = false) =>
  computed((row, _sql, args) => said(`${row}.${name}`, args('language', 'text')), nullable);
const rows = (shape: string, from: (row: Row, sql: Statement) => string): Field => ({ kind: 'rows', shape, from });
/** Rows in a JSON column. */
const within = (shape: string, name: string, columns: string) =>
  rows(shape, (row) => `select * from jsonb_to_recordset(${row}.${name}) as x(${columns})`);

/** The one that is asked for by its version, or all of them. */
const wanted = (sql: Statement) => {
  const version = sql.param('key.version', 'text', (run) => run.key.version);
  return `${modelRows(sql)} where coalesce(m.version = ${version}, true)`;
};

export const riskModel = part(
  'RiskModel',
  {
    version: column('version'),
    isPresent: column('is_present'),
    label: inWords('label'),
    scorecard: within(
      'ScorecardIndicator',
      'scorecard',
      'code text, name jsonb, unit text, risk_is text, points_max int, bands jsonb',
    ),
    cuts: within('ScorecardCut', 'cuts', 'word text, "from" int'),
    ladder: within(
      'LadderCriterion',
      'ladder',
      'code text, trede int, subject text, figure text, says jsonb, formula jsonb, "limit" numeric, unit text, basis text',
    ),
    indicators: rows('IndicatorDefinition', (_row, sql) => definitionRows(sql)),
    limits: rows('IndicatorLimit', (_row, sql) => limitRows(sql)),
  },
  wanted,
);

export const scorecardIndicator = part('ScorecardIndicator', {
  code: column('code'),
  name: inWords('name'),
  unit: column('unit', true),
  riskIs: column('risk_is', true),
  pointsMax: column('points_max'),
  bands: within('ScorecardBand', 'bands', 'than numeric, points int, says jsonb'),
});

export const scorecardBand = part('ScorecardBand', {
  than: column('than', true),
  points: column('points'),
  says: inWords('says'),
});

export const scorecardCut = part('ScorecardCut', { riskClass: column('word'), from: column('"from"') });

export const ladderCriterion = part('LadderCriterion', {
  code: column('code'),
  trede: column('trede'),
  subject: column('subject'),
  figure: column('figure'),
  says: inWords('says'),
  formula: inWords('formula'),
  limit: column('"limit"'),
  unit: column('unit'),
  basis: column('basis'),
});

export const indicatorDefinition = part('IndicatorDefinition', {
  code: column('code'),
  name: inWords('name'),
  unit: column('unit'),
  formula: inWords('formula'),
  note: inWords('note', true),
  better: column('better'),
  every: column('every'),
  comparesWith: column('compares_with'),
  basis: inWords('basis'),
});

export const indicatorLimit = part('IndicatorLimit', {
  indicator: column('indicator'),
  code: column('code'),
  at: column('at'),
  basis: column('basis'),
  says: inWords('says'),
});
