/** Two sources side by side: the comparison, what it is the sum of, and what the sources disagree about. */
import * as entity from '../../../entities';
import { computed, many, one, part, quotient, type Row, shape } from '../shape';
import { anyOf, ascending, descending, inQuarter, is, ofProvider } from './filters';

const provider = one('Provider', { id: 'provider_id' });
const byQuarter = { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter', 'date') };

const difference = (row: Row) => `(${row}.actual - ${row}.expected)`;
/** In millionths of the unit. What cannot be subtracted is last. */
const byDifference = {
  by: (row: Row) => `coalesce(trunc(abs(${difference(row)}) * 1000000), -1)`,
  cast: 'numeric',
  descending: true,
};
const sides = {
  difference: computed(difference),
  differenceShare: quotient(difference, (row) => `${row}.expected`),
  coverage: quotient(
    (row) => `${row}.covered`,
    (row) => `${row}.coverable`,
  ),
};

export const mismatch = shape('Mismatch', entity.Mismatch, {
  fields: {
    provider,
    municipality: one('Municipality', { code: 'municipality_code' }),
    region: one('Region', { code: 'region_code' }),
    careForm: one('CareForm', { code: 'care_form_code' }),
    ...sides,
    parts: many('MismatchPart', { mismatch_id: 'id' }),
    disagreements: {
      kind: 'rows',
      shape: 'Disagreement',
      from: (row) =>
        `select ${row}.id as mismatch_id, d.* from rows from (jsonb_to_recordset(${row}.disagreements) as (${DISAGREEMENT}))` +
        ' with ordinality as d order by d.ordinality',
    },
    explanation: { kind: 'hole', hole: 'mismatchExplanation', key: (row) => `${row}.id`, nullable: false },
  },
  filters: {
    kind: is('kind'),
    aspect: is('aspect'),
    subject: is('subject'),
    providerId: ofProvider,
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    quarter: inQuarter,
    verdict: anyOf('verdict'),
  },
  sorts: { ...byQuarter, DIFFERENCE_DESC: byDifference },
});

export const mismatchPart = shape('MismatchPart', entity.MismatchPart, {
  key: 'provider_id',
  tie: { column: 'provider_id', cast: 'uuid' },
  fields: { provider, ...sides, mismatch: one('Mismatch', { id: 'provider_mismatch_id' }) },
  filters: { providerId: ofProvider },
  sorts: { DIFFERENCE_DESC: byDifference },
});

/** How a disagreement is stored (domain/mismatch/disagreement.ts). */
const DISAGREEMENT =
  'what text, region text, care_form text, by_provider numeric, by_client numeric, difference numeric,' +
  ' provider_contract uuid, client_contract uuid';

const column = (name: string) => computed((row) => `${row}.${name}`);
export const disagreement = part('Disagreement', {
  what: column('what'),
  region: one('Region', { code: 'region' }),
  careForm: one('CareForm', { code: 'care_form' }),
  byProviderCents: column('by_provider'),
  byClientCents: column('by_client'),
  differenceCents: column('difference'),
  providerContract: one('Contract', { id: 'provider_contract' }),
  clientContract: one('Contract', { id: 'client_contract' }),
  words: {
    kind: 'hole',
    hole: 'disagreementWords',
    key: (row) => `${row}.mismatch_id||'/'||${row}.ordinality`,
    nullable: false,
  },
});
