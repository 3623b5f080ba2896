/** What was done, and who read about whom. */
import * as entity from '../../../entities';
import { computed, one, shape } from '../shape';
import { ascending, descending, is, ofProvider } from './filters';

const since = {
  from: { cast: 'timestamptz', holds: (row: string, value: string) => `${row}.at >= ${value}` },
  to: { cast: 'timestamptz', holds: (row: string, value: string) => `${row}.at < ${value}` },
};
const byMoment = { AT_DESC: descending('at', 'timestamptz'), AT_ASC: ascending('at', 'timestamptz') };

export const auditEntry = shape('AuditEntry', entity.AuditEntry, {
  tie: { column: 'id', cast: 'bigint' },
  fields: {
    number: computed((row) => `${row}.id`, false),
    partyId: computed((row) => `'Party:'||${row}.party_id`),
  },
  filters: {
    ...since,
    action: is('action'),
    subject: is('subject'),
    objectKind: is('object_kind'),
    objectId: is('object_id'),
    result: is('result'),
  },
  sorts: byMoment,
});

export const reading = shape('Reading', entity.Reading, {
  fields: {
    reader: one('Party', { id: 'reader_party_id' }),
    provider: one('Provider', { id: 'provider_id' }),
    municipality: one('Municipality', { code: 'municipality_code' }),
    region: one('Region', { code: 'region_code' }),
    disclosure: one('Disclosure', { id: 'disclosure_id' }),
  },
  filters: {
    ...since,
    providerId: ofProvider,
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    information: is('information'),
  },
  sorts: byMoment,
});
