import { listing } from './connection';
import { orders } from './described';
import { Disclosure } from './disclosure';
import { Language } from './enums';
import { Filter, Moment, Of, type Ref, Text, Type, With } from './leaves';
import { Node } from './node';
import { Party } from './party';

@Type(
  'kennisgeving',
  'What a party is told of the sharing of its information by name, before or at the same time (covenant Bijlage 3).',
  Node,
)
export class Notice extends Node {
  @Of(() => Party, 'betrokkene', 'The party whose information is shared.') concerned: Ref<Party> | null;
  @Moment('beschikbaar vanaf', 'From this moment the party can read it.') availableAt: Date | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('bericht', 'With whom what is shared, why, on what basis and how long.')
  says: string | null;
  @Of(() => Disclosure, 'verstrekking', 'The disclosure that it tells of, as it stands now.')
  disclosure: Ref<Disclosure> | null;
}

@Filter('kennisgevingen', 'notices')
export class NoticeFilter {
  @Moment('vanaf', 'Only notices from this moment on.') from?: Date | null;
}

export const NoticeSort = orders('NoticeSort', 'kennisgevingen', {
  AVAILABLE_AT_DESC: 'Latest first.',
  AVAILABLE_AT_ASC: 'Earliest first.',
});

export const Notices = listing({
  node: 'Notice',
  nl: 'kennisgevingen',
  type: () => Notice,
  filter: () => NoticeFilter,
  orderBy: NoticeSort,
});
