import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { Frequency, PartyKind, Unit } from './enums';
import { always, Filter, Flag, Of, Text, Type } from './leaves';

@Type(
  'item van een uitvraag',
  'One thing that is asked, and the figure that the answer becomes (Bijlage 4; Regeling Jeugdwet 8g).',
)
export class UitvraagItem {
  @Text('code', 'Number of the item in its source, such as "2.1" or "b4".', always) code: string;
  @Of(() => PartyKind, 'gevraagd aan', 'The kind of party that has to answer.', always) askedOf: words.PartyKind;
  @Text('label', 'The Dutch label on screens and templates.', always) label: string;
  @Text('cijfer', 'The item of Figure that the answer becomes; null when it is delivered as a list of its own.')
  figureItem: string | null;
  @Of(() => Unit, 'eenheid', 'The unit in which it is answered.', always) unit: words.Unit;
  @Of(() => Frequency, 'frequentie', 'How often it is asked.', always) frequency: words.Frequency;
  @Flag('cumulatief', 'Whether it is delivered as the total since 1 January.', always) isCumulative: boolean;
  @Flag('verplicht', 'Whether a delivery without it is incomplete.', always) isRequired: boolean;
  @Text('grondslag', 'The article or paragraph on which it rests.', always) legalBasis: string;
}

@Filter('items van een uitvraag', 'items')
export class UitvraagItemFilter {
  @Of(() => PartyKind, 'gevraagd aan', 'Only items asked of this kind of party.') askedOf?: words.PartyKind | null;
  @Of(() => Frequency, 'frequentie', 'Only items asked this often.') frequency?: words.Frequency | null;
}

export const UitvraagItemSort = orders('UitvraagItemSort', 'items van een uitvraag', {
  CODE_ASC: 'By code, lowest first.',
});

export const UitvraagItems = listing({
  node: 'UitvraagItem',
  nl: 'items van een uitvraag',
  type: () => UitvraagItem,
  filter: () => UitvraagItemFilter,
  orderBy: UitvraagItemSort,
});
