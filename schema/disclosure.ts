import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { DisclosureCategory } from './enums';
import { Filter, Flag, Identity, Moment, Of, type Ref, Some, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Notice } from './notice';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'verstrekking',
  'A share by name: some categories of one provider, municipality or region, with one party, for a purpose, until a moment (covenant Bijlage 3). Its recipient sees it, and what it shares, only while it runs.',
  Node,
)
export class Disclosure extends Node {
  @Of(() => Party, 'ontvanger', 'The party that may read.') recipient: Ref<Party> | null;
  @Of(() => Party, 'betrokkene', 'The party whose information it is; it was told before or at the same time.')
  concerned: Ref<Party> | null;
  @Of(() => Provider, 'aanbieder', 'The provider that it is about; null when it is about an area.')
  provider: Ref<Provider> | null;
  @Of(() => Municipality, 'gemeente', 'The municipality that it is about; null when it is about another party.')
  municipality: Ref<Municipality> | null;
  @Of(() => Region, 'jeugdregio', 'The region that it is about; null when it is about another party.')
  region: Ref<Region> | null;
  @Some(() => DisclosureCategory, 'onderdelen', 'The kinds of information that may be read.')
  categories: words.DisclosureCategory[] | null;
  @Text('doel', 'What it is for, in words.') purpose: string | null;
  @Text('grondslag', 'The legal basis, in words.') legalBasis: string | null;
  @Moment('vanaf', 'From this moment it may be read.') validFrom: Date | null;
  @Moment('tot', 'Until this moment; what is read after it is gone.') validTo: Date | null;
  @Moment('beëindigd op', 'When it was ended before the agreed moment; null when it was not.') endedAt: Date | null;
  @Moment('kennisgeving beschikbaar vanaf', 'When the party concerned could read of it: never later than validFrom.')
  noticedAt: Date | null;
  @Of(() => Notice, 'kennisgeving', 'What the party concerned was told; null for the recipient.')
  notice: Ref<Notice> | null;
}

@Filter('verstrekkingen', 'disclosures')
export class DisclosureFilter {
  @Identity('aanbieder', 'Only disclosures about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only disclosures about this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only disclosures about this region itself, such as "JZ01".') regionCode?: string | null;
  @Flag('lopend', 'Only those that run at this moment, or only those that do not.') isRunning?: boolean | null;
}

export const DisclosureSort = orders('DisclosureSort', 'verstrekkingen', {
  VALID_FROM_DESC: 'Latest first.',
  VALID_TO_ASC: 'Those that end first, first.',
});

export const Disclosures = listing({
  node: 'Disclosure',
  nl: 'verstrekkingen',
  type: () => Disclosure,
  filter: () => DisclosureFilter,
  orderBy: DisclosureSort,
});
