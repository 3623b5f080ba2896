import { listing } from './connection';
import { orders } from './described';
import { Language } from './enums';
import { Count, Filter, Text, Type, With } from './leaves';

@Type(
  'toelichting bij een aanlevering',
  'A question that the checks had about a delivery, and why its party says that the value is right (portal 4).',
)
export class DeliveredAnswer {
  @Text('regel', 'Code of the rule that asked, such as "coherence.jump".') rule: string | null;
  @Text('onderdeel', 'Code of the section; null when it is about all of the delivery.') section: string | null;
  @Count('rij', 'As in DeliveredValue; null when it is about the section.') row: number | null;
  @Text('veld', 'Code of the field; null when it is about the row.') field: string | null;
  @Text('waarde', 'The value that was asked about; null when it may be personal data, or is about several values.')
  value: string | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('vraag', 'What was asked.')
  question: string | null;
  @Text('toelichting', 'Why the value is right, in the words of the party.') explanation: string | null;
}

@Filter('toelichtingen bij een aanlevering', 'answers')
export class DeliveredAnswerFilter {
  @Text('onderdeel', 'Only answers about this section, such as "finances".') section?: string | null;
}

export const DeliveredAnswerSort = orders('DeliveredAnswerSort', 'toelichtingen bij een aanlevering', {
  POSITION_ASC: 'As they were asked.',
});

export const DeliveredAnswers = listing({
  node: 'DeliveredAnswer',
  nl: 'toelichtingen bij een aanlevering',
  type: () => DeliveredAnswer,
  filter: () => DeliveredAnswerFilter,
  orderBy: DeliveredAnswerSort,
});
