/** What the language says of the audit log and the reading log. */
import { ascending, descending, is, link, ofProvider, type Told, that } from '../told';

const since = {
  from: that((row, from: Date) => (row.at as Date) >= from),
  to: that((row, to: Date) => (row.at as Date) < to),
};
const byMoment = { AT_DESC: descending('at'), AT_ASC: ascending('at') };

export const AuditEntry: Told = {
  values: {
    number: (row) => Number(row.id),
    partyId: (row) => (row.partyId === null ? null : `Party:${row.partyId}`),
  },
  filters: {
    ...since,
    action: is('action'),
    subject: is('subject'),
    objectKind: is('objectKind'),
    objectId: is('objectId'),
    result: is('result'),
  },
  orders: byMoment,
};

export const Reading: Told = {
  values: {
    reader: link('Party', 'readerPartyId'),
    provider: link('Provider', 'providerId'),
    municipality: link('Municipality', 'municipalityCode'),
    region: link('Region', 'regionCode'),
    disclosure: link('Disclosure', 'disclosureId'),
  },
  filters: {
    ...since,
    providerId: ofProvider,
    municipalityCode: is('municipalityCode'),
    regionCode: is('regionCode'),
    information: is('information'),
  },
  orders: byMoment,
};
