/** The risk indicators of a provider, and the definitions they are made by. */
import * as entity from '../../../entities';
import { INDICATORS } from '../../domain/indicators';
import { CODE_OF_LIMIT } from '../../domain/limits';
import { PRESENT } from '../../domain/models';
import { toNumber } from '../../domain/ratio';
import { computed, one, part, type Row, shape } from '../shape';
import type { Statement } from '../statement';
import { ascending, descending, fromQuarter, inQuarter, is, ofProvider, toQuarter } from './filters';

/** What never changes of an indicator while the program runs: words and unit, by code. */
const WORDS = JSON.stringify(
  Object.fromEntries(INDICATORS.map(({ code, en, nl, unit }) => [code, { EN: en, NL: nl, unit }])),
);
const word = (row: Row, sql: Statement, which: string) =>
  `(${sql.param('indicator.words', 'jsonb', () => WORDS)} -> ${row}.code ->> ${which})`;

/** In millionths, as it is stored. Not assessable is neither large nor small: last. */
const byValue = (unknown: string, descending: boolean) => ({
  by: (row: Row) => `coalesce(trunc(${row}.value * 1000000), ${unknown})`,
  cast: 'numeric',
  descending,
});

export const indicator = shape('Indicator', entity.Indicator, {
  fields: {
    provider: one('Provider', { id: 'provider_id' }),
    name: computed((row, sql, args) => word(row, sql, args('language', 'text') ?? "'NL'")),
    unit: computed((row, sql) => word(row, sql, "'unit'")),
    crossed: computed((row) => `coalesce(string_to_array(${row}.crossed, ' '), '{}')`),
    inputs: {
      kind: 'rows',
      shape: 'IndicatorInput',
      from: (row) =>
        `select i.* from rows from (jsonb_to_recordset(${row}.inputs) as (name text, value numeric, period text, source text))` +
        ' with ordinality as i order by i.ordinality',
    },
    explanation: { kind: 'hole', hole: 'indicatorExplanation', key: (row) => `${row}.id`, nullable: false },
  },
  filters: {
    providerId: ofProvider,
    code: is('code'),
    quarter: inQuarter,
    from: fromQuarter,
    to: toQuarter,
    isBeyond: { cast: 'boolean', holds: (row, value) => `(${row}.crossed is not null) = ${value}` },
  },
  sorts: {
    QUARTER_DESC: descending('quarter'),
    QUARTER_ASC: ascending('quarter', 'date'),
    VALUE_DESC: byValue('-1e30', true),
    VALUE_ASC: byValue('1e30', false),
  },
});

const column = (name: string, nullable = false) => computed((row) => `${row}.${name}`, nullable);
export const indicatorInput = part('IndicatorInput', {
  name: column('name', true),
  value: column('value', true),
  period: column('period', true),
  source: column('source', true),
});

const DEFINITIONS = JSON.stringify(
  INDICATORS.map(({ code, nl, en, unit, formula, better, every, comparesWith, basis }) => ({
    ...{ code, unit, better, every },
    ...{
      name: nl,
      name_en: en,
      formula: formula.nl,
      formula_en: formula.en,
      compares_with: comparesWith,
      basis: basis.nl,
    },
  })),
);
const LIMITS_OF_ALL = JSON.stringify(
  INDICATORS.flatMap(({ code, thresholds }) =>
    thresholds.map((limit) => ({
      indicator: code,
      code: CODE_OF_LIMIT.get(limit),
      ...{ at: toNumber(limit.at), basis: limit.basis, says: limit.nl },
    })),
  ),
);

export const riskModel = part('RiskModel', {
  version: computed((_row, sql) => sql.param('model.version', 'text', () => PRESENT.version), false),
  indicators: {
    kind: 'rows',
    shape: 'IndicatorDefinition',
    from: (_row, sql) =>
      `select * from jsonb_to_recordset(${sql.param('model.indicators', 'jsonb', () => DEFINITIONS)}) as d(code text, name text,` +
      ' name_en text, unit text, formula text, formula_en text, better text, every text, compares_with text, basis text)',
  },
  limits: {
    kind: 'rows',
    shape: 'IndicatorLimit',
    from: (_row, sql) =>
      `select * from jsonb_to_recordset(${sql.param('model.limits', 'jsonb', () => LIMITS_OF_ALL)})` +
      ' as l(indicator text, code text, at numeric, basis text, says text)',
  },
});

export const indicatorDefinition = part('IndicatorDefinition', {
  code: column('code'),
  name: column('name'),
  nameEn: column('name_en'),
  unit: column('unit'),
  formula: column('formula'),
  formulaEn: column('formula_en'),
  better: column('better'),
  every: column('every'),
  comparesWith: column('compares_with'),
  basis: column('basis'),
});

export const indicatorLimit = part('IndicatorLimit', {
  indicator: column('indicator'),
  code: column('code'),
  at: column('at'),
  basis: column('basis'),
  says: column('says'),
});
