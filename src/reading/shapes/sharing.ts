/** What is shared by name and with whom, and the cases in which it is needed. */
import * as entity from '../../../entities';
import { many, one, type Row, shape } from '../shape';
import type { Statement } from '../statement';
import { anyOf, ascending, atLeast, descending, is, ofProvider } from './filters';
import { inLanguage } from './used';

const runs = (row: Row, sql: Statement) => `(${row}.valid_from <= ${sql.now()} and ${row}.valid_to > ${sql.now()})`;

export const disclosure = shape('Disclosure', entity.Disclosure, {
  fields: {
    recipient: one('Party', { id: 'recipient_party_id' }),
    concerned: one('Party', { id: 'concerned_party_id' }),
    provider: one('Provider', { id: 'provider_id' }),
    municipality: one('Municipality', { code: 'municipality_code' }),
    region: one('Region', { code: 'region_code' }),
    notice: one('Notice', { id: 'notice_id' }),
  },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipality_code'),
    regionCode: is('region_code'),
    isRunning: { cast: 'boolean', holds: (row, value, sql) => `${runs(row, sql)} = ${value}` },
  },
  some: {
    sharedWithMe: (row, sql) => `${row}.recipient_party_id = ${sql.key('party')} and ${runs(row, sql)}`,
  },
  sorts: {
    VALID_FROM_DESC: descending('valid_from', 'timestamptz'),
    VALID_TO_ASC: ascending('valid_to', 'timestamptz'),
  },
});

export const notice = shape('Notice', entity.Notice, {
  fields: {
    concerned: one('Party', { id: 'concerned_party_id' }),
    says: inLanguage('says'),
    disclosure: one('Disclosure', { notice_id: 'id' }),
  },
  filters: { from: atLeast('available_at', 'timestamptz') },
  sorts: {
    AVAILABLE_AT_DESC: descending('available_at', 'timestamptz'),
    AVAILABLE_AT_ASC: ascending('available_at', 'timestamptz'),
  },
});

export const draaiboekCase = shape('DraaiboekCase', entity.DraaiboekCase, {
  fields: {
    provider: one('Provider', { id: 'provider_id' }),
    lead: one('Region', { code: 'lead_region_code' }),
    parties: many('CaseParty', { case_id: 'id' }),
  },
  filters: {
    providerId: ofProvider,
    trede: anyOf('trede', 'int'),
    isOpen: { cast: 'boolean', holds: (row, value) => `(${row}.closed_at is null) = ${value}` },
  },
  sorts: {
    OPENED_AT_DESC: descending('opened_at', 'timestamptz'),
    OPENED_AT_ASC: ascending('opened_at', 'timestamptz'),
  },
});

export const caseParty = shape('CaseParty', entity.CaseParty, {
  fields: { party: one('Party', { id: 'party_id' }) },
  filters: { role: anyOf('role') },
  sorts: { SINCE_ASC: ascending('since', 'timestamptz') },
});
