import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { AuditResult } from './enums';
import { Count, Filter, Identity, Moment, Of, Text, Type } from './leaves';

@Type(
  'logregel',
  'Who did what, when, to which object (BIO 8.15). Never what was written. The entries are a chain of hashes: npm run ews -- audit verify.',
)
export class AuditEntry {
  @Count('volgnummer', 'Place in the chain: 1, 2, 3 and so on, without gaps.') number: number | null;
  @Moment('tijdstip', 'When it was written, by the clock of the database.') at: Date | null;
  @Text('handeling', 'What was done, such as "melding registered".') action: string | null;
  @Text('soort object', 'What it was done to, such as "melding".') objectKind: string | null;
  @Text('object', 'Which one: the key inside its id.') objectId: string | null;
  @Of(() => AuditResult, 'resultaat', 'Whether it was done.') result: words.AuditResult | null;
  @Text('herkomst', 'The network address that asked, or "system".') origin: string | null;
  @Identity('organisatie', 'The id of the party that it was done for; null for the system itself.')
  partyId: string | null;
  @Text('account', 'Pseudonymous subject of the account that did it, or "system".') subject: string | null;
  @Text('traceId', 'The number under which the request is found back in other logs; null when there was no request.')
  traceId: string | null;
  @Count('aantal inzages', 'How many readings it seals; null for an entry that is no seal.') readings: number | null;
  @Text('zegel', 'SHA-256 over those readings, hexadecimal; null for an entry that is no seal.') digest: string | null;
  @Text('vorige hash', 'The hash of the entry before it, hexadecimal; 64 zeros for the first.')
  previousHash: string | null;
  @Text('hash', 'SHA-256 over the previous hash and everything above, hexadecimal.') hash: string | null;
}

@Filter('het logboek', 'entries')
export class AuditEntryFilter {
  @Moment('vanaf', 'Only entries from this moment on.') from?: Date | null;
  @Moment('tot', 'Only entries before this moment.') to?: Date | null;
  @Text('handeling', 'Only entries of this action, such as "melding registered".') action?: string | null;
  @Text('account', 'Only entries of this account.') subject?: string | null;
  @Text('soort object', 'Only entries about this kind of object, such as "melding".') objectKind?: string | null;
  @Text('object', 'Only entries about the object with this key.') objectId?: string | null;
  @Of(() => AuditResult, 'resultaat', 'Only what was done, or only what was refused.')
  result?: words.AuditResult | null;
}

export const AuditEntrySort = orders('AuditEntrySort', 'het logboek', {
  AT_DESC: 'Latest first.',
  AT_ASC: 'Earliest first.',
});

export const AuditLog = listing({
  node: 'AuditEntry',
  nl: 'logregels',
  type: () => AuditEntry,
  filter: () => AuditEntryFilter,
  orderBy: AuditEntrySort,
});
