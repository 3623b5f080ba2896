/** What the language says of disclosures, notices and cases. */
import { runs } from '../around';
import { anyOf, ascending, descending, is, link, list, ofProvider, type Told, that } from '../told';

const provider = link('Provider', 'providerId');

export const Disclosure: Told = {
  values: {
    recipient: link('Party', 'recipientPartyId'),
    concerned: link('Party', 'concernedPartyId'),
    provider,
    municipality: link('Municipality', 'municipalityCode'),
    region: link('Region', 'regionCode'),
    notice: link('Notice', 'noticeId'),
  },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipalityCode'),
    regionCode: is('regionCode'),
    isRunning: that((row, asked: boolean, see) => runs(row, see.now) === asked),
  },
  orders: { VALID_FROM_DESC: descending('validFrom'), VALID_TO_ASC: ascending('validTo') },
};

export const Notice: Told = {
  values: {
    concerned: link('Party', 'concernedPartyId'),
    says: (row, _see, { language }) => (language === 'EN' ? row.saysEn : row.saysNl),
    disclosure: (row, see) => see.find('Disclosure', 'noticeId', row.id),
  },
  filters: { from: that((row, from: Date) => (row.availableAt as Date) >= from) },
  orders: { AVAILABLE_AT_DESC: descending('availableAt'), AVAILABLE_AT_ASC: ascending('availableAt') },
};

export const DraaiboekCase: Told = {
  values: { provider, lead: link('Region', 'leadRegionCode') },
  lists: { parties: list('CaseParty', 'caseId', 'id') },
  filters: {
    providerId: ofProvider,
    trede: anyOf('trede'),
    isOpen: that((row, asked: boolean) => (row.closedAt === null) === asked),
  },
  orders: { OPENED_AT_DESC: descending('openedAt'), OPENED_AT_ASC: ascending('openedAt') },
};

export const CaseParty: Told = {
  values: { party: link('Party', 'partyId') },
  filters: { role: anyOf('role') },
  orders: { SINCE_ASC: ascending('since') },
};
