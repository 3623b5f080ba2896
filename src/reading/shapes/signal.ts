/** What the JA has to look at, and what it told municipalities and regions. */
import * as entity from '../../../entities';
import { computed, one, part, shape } from '../shape';
import { anyOf, ascending, descending, inQuarter, is, ofProvider } from './filters';
import { inLanguage, storedRows } from './used';

export const signal = shape('Signal', entity.Signal, {
  fields: {
    provider: one('Provider', { id: 'provider_id' }),
    says: inLanguage('says'),
    evidence: storedRows('SignalEvidence', 'evidence', 'name text, value numeric, previous numeric'),
  },
  filters: {
    providerId: ofProvider,
    kind: anyOf('kind'),
    quarter: inQuarter,
    isSeen: { cast: 'boolean', holds: (row, value) => `(${row}.seen_at is not null) = ${value}` },
  },
  sorts: { URGENCY_DESC: descending('urgency', 'int'), QUARTER_DESC: descending('quarter') },
});

const column = (name: string) => computed((row) => `${row}.${name}`);

export const signalEvidence = part('SignalEvidence', {
  name: column('name'),
  value: column('value'),
  previous: column('previous'),
});

export const signaal = shape('Signaal', entity.Signaal, {
  fields: {
    municipality: one('Municipality', { code: 'municipality_code' }),
    region: one('Region', { code: 'region_code' }),
    provider: one('Provider', { id: 'provider_id' }),
    careForms: {
      kind: 'rows',
      shape: 'CareForm',
      from: (row) => `select c.* from care_form c where c.code = any (${row}.care_form_codes) order by c.code`,
    },
  },
  filters: {
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    supply: is('supply'),
  },
  sorts: { SENT_AT_DESC: descending('sent_at', 'timestamptz'), SENT_AT_ASC: ascending('sent_at', 'timestamptz') },
});
