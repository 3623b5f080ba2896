import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { Disclosure } from './disclosure';
import { ReadingInformation } from './enums';
import { Filter, Identity, Moment, Of, type Ref, Some, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'inzage',
  'That another party read about one provider, municipality or region by name (BIO 8.15): it asked for it by its id or code. Never what was read.',
)
export class Reading {
  @Moment('tijdstip', 'When it was read, by the clock of the database.') at: Date | null;
  @Of(() => Party, 'door', 'The party that read; null for the system itself.') reader: Ref<Party> | null;
  @Of(() => Provider, 'aanbieder', 'The provider that it was about; null when it was about an area.')
  provider: Ref<Provider> | null;
  @Of(() => Municipality, 'gemeente', 'The municipality that it was about; null when it was about another party.')
  municipality: Ref<Municipality> | null;
  @Of(() => Region, 'jeugdregio', 'The region that it was about; null when it was about another party.')
  region: Ref<Region> | null;
  @Some(() => String, 'soorten informatie', 'What was asked: keys of the authorization table, such as "figures".')
  kinds: string[] | null;
  @Of(() => Disclosure, 'verstrekking', 'The disclosure under which it was read; null when it was read by own right.')
  disclosure: Ref<Disclosure> | null;
  @Of(() => ReadingInformation, 'vertrouwelijkheid', 'Whether the party that it was about may know of it.')
  information: words.ReadingInformation | null;
}

@Filter('inzages', 'readings')
export class ReadingFilter {
  @Moment('vanaf', 'Only readings from this moment on.') from?: Date | null;
  @Moment('tot', 'Only readings before this moment.') to?: Date | null;
  @Identity('aanbieder', 'Only readings about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only readings about this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only readings about this region, such as "JZ01".') regionCode?: string | null;
  @Of(() => ReadingInformation, 'vertrouwelijkheid', 'Only what the party may know of, or only what it may not.')
  information?: words.ReadingInformation | null;
}

export const ReadingSort = orders('ReadingSort', 'inzages', {
  AT_DESC: 'Latest first.',
  AT_ASC: 'Earliest first.',
});

export const ReadingLog = listing({
  node: 'Reading',
  nl: 'inzages',
  type: () => Reading,
  filter: () => ReadingFilter,
  orderBy: ReadingSort,
});
