import { Connected, listing, type Page } from './connection';
import { orders } from './described';
import { always, Count, Day, Filter, Text, Type } from './leaves';
import { type UitvraagItem, UitvraagItems } from './uitvraag-item';

@Type(
  'uitvraag',
  'A versioned definition of what is asked of parties: data, not code (covenant Bijlage 4; Regeling Jeugdwet 8g).',
)
export class Uitvraag {
  @Text('sleutel', 'Key of the definition, such as "convenant-bijlage-4".', always) key: string;
  @Count('versie', 'Version of the definition, from 1.', always) version: number;
  @Text('naam', 'What it is called on Dutch screens.', always) name: string;
  @Text('grondslag', 'The law or agreement on which it rests.', always) legalBasis: string;
  @Day('geldig vanaf', 'First day on which this version holds.', always) validFrom: string;
  @Day('geldig tot', 'First day on which it no longer holds; null while it holds.') validTo: string | null;
  @Connected(() => UitvraagItems, 'items', 'Everything it asks for.', always) items: Page<UitvraagItem>;
}

@Filter('uitvragen', 'definitions')
export class UitvraagFilter {
  @Text('sleutel', 'Only the versions of the definition with this key.') key?: string | null;
}

export const UitvraagSort = orders('UitvraagSort', 'uitvragen', { KEY_ASC: 'By key, A first.' });

export const Uitvragen = listing({
  node: 'Uitvraag',
  nl: 'uitvragen',
  type: () => Uitvraag,
  filter: () => UitvraagFilter,
  orderBy: UitvraagSort,
});
