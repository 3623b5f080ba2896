/** The risk indicators of a provider. The definitions they are made by are part of the risk model. */
import * as entity from '../../../entities';
import { INDICATORS } from '../../domain/indicators';
import { computed, one, part, quotient, type Row, shape } from '../shape';
import type { Statement } from '../statement';
import { ascending, descending, fromQuarter, inQuarter, is, ofProvider, toQuarter } from './filters';
import { usedNumbers } from './used';

/** What never changes of an indicator while the program runs: words and unit, by code. */
const WORDS = JSON.stringify(
  Object.fromEntries(INDICATORS.map(({ code, en, nl, unit, better }) => [code, { EN: en, NL: nl, unit, better }])),
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
    inputs: usedNumbers('IndicatorInput', 'inputs'),
    peers: {
      kind: 'rows',
      shape: 'PeerPosition',
      from: (row, sql) => `select * from ews.peer_counts(${row}.id, ${word(row, sql, "'better'")} = 'LOWER')`,
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

export const peerPosition = part('PeerPosition', {
  group: column('peer_group', true),
  peers: column('peers', true),
  worse: column('worse', true),
  equal: column('equal', true),
  position: quotient(
    (row) => `2 * ${row}.worse + ${row}.equal`,
    (row) => `(2 * ${row}.peers)`,
  ),
});
