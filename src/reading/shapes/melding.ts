import * as entity from '../../../entities';
import { computed, one, shape } from '../shape';
import { anyOf, ascending, descending, is, ofProvider } from './filters';
import { causeOfMelding } from './indications';

export const melding = shape('Melding', entity.Melding, {
  fields: {
    reporter: one('Party', { id: 'reporter_party_id' }),
    provider: one('Provider', { id: 'provider_id' }),
    municipality: one('Municipality', { code: 'municipality_code' }),
    region: one('Region', { code: 'region_code' }),
    careForm: one('CareForm', { code: 'care_form_code' }),
    indicates: computed((row, sql) => `(${causeOfMelding(row, sql)})`),
    handling: one('MeldingHandling', { melding_id: 'id' }),
  },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    reason: anyOf('reason'),
    moment: is('moment'),
    receivedFrom: { cast: 'timestamptz', holds: (row, value) => `${row}.received_at >= ${value}` },
    receivedTo: { cast: 'timestamptz', holds: (row, value) => `${row}.received_at < ${value}` },
    // A melding that nobody has touched yet has no handling, and is new.
    status: {
      cast: 'text',
      holds: (row, value, sql) =>
        `coalesce((select h.status from melding_handling h where h.melding_id = ${row}.id${sql.andScope('melding_handling', 'h')}), 'NEW') = ${value}`,
      information: 'meldingHandling',
    },
  },
  sorts: {
    RECEIVED_AT_DESC: descending('received_at', 'timestamptz'),
    RECEIVED_AT_ASC: ascending('received_at', 'timestamptz'),
  },
});

export const meldingHandling = shape('MeldingHandling', entity.MeldingHandling, { key: 'melding_id' });
