import type { TimeClass as Time } from '../src/domain/intake/burden';
import type * as words from '../src/domain/vocabulary';
import { Connected, listing, type Page } from './connection';
import { type DeliveredAnswer, DeliveredAnswers } from './delivered-answer';
import { type DeliveredValue, DeliveredValues } from './delivered-value';
import { orders } from './described';
import { DeliveryStatus, TimeClass } from './enums';
import { Count, Day, Filter, Flag, Identity, Moment, Of, type Ref, Some, Text, Type } from './leaves';
import { Node } from './node';
import { Party } from './party';
import { Provider } from './provider';
import { Receipt } from './receipt';
import { type Reminder, Reminders } from './reminder';

@Type(
  'aanlevering',
  "One party's answer to one uitvraag for one period. A correction is a new version; nothing is overwritten (covenant 3.1.2).",
  Node,
)
export class Delivery extends Node {
  @Of(() => Party, 'organisatie', 'The party that has to deliver.') party: Ref<Party> | null;
  @Of(() => Provider, 'aanbieder', 'The provider that it is about; null when no provider delivers.')
  provider: Ref<Provider> | null;
  @Text('uitvraag', 'Key of the definition of what was asked, such as "convenant-bijlage-4".')
  uitvraagKey: string | null;
  @Count('versie van de uitvraag', 'Version of that definition.') uitvraagVersion: number | null;
  @Day('begin van de periode', 'First day of the period asked about.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the period asked about.') periodEnd: string | null;
  @Count('versie', 'Version of the answer: 1, and one more for each correction.') version: number | null;
  @Of(() => DeliveryStatus, 'status', 'How far the delivery has come.') status: words.DeliveryStatus | null;
  @Day('uiterlijk op', 'Last day on which it is in time.') dueOn: string | null;
  @Moment('ingediend op', 'When it was submitted; null as long as it was not.') submittedAt: Date | null;
  @Text('reden van correctie', 'Why an earlier version was corrected; null for a first version.')
  correctionReason: string | null;
  @Text('vraag', 'What the JA asked when it gave the delivery back; null when it never did.') question: string | null;
  @Moment('aangeboden op', 'When it was put before a second person; null when it was not.') offeredAt: Date | null;
  @Of(() => TimeClass, 'tijd', 'How long it took, in the words of the party; null when it did not say.')
  timeTaken: Time | null;
  @Of(() => Receipt, 'ontvangstbewijs', 'That it was received; null as long as it was not submitted here.')
  receipt: Ref<Receipt> | null;
  @Connected(() => DeliveredValues, 'waarden', 'The values as they were submitted.')
  values: Page<DeliveredValue> | null;
  @Connected(() => DeliveredAnswers, 'toelichtingen', 'What the checks asked, and why the party says that it is right.')
  answers: Page<DeliveredAnswer> | null;
  @Count('gevraagd', 'Number of values that had to be there; null as long as it was not submitted here.')
  asked: number | null;
  @Count('vooraf ingevuld', 'Of those: values that were taken over from a delivery before.') prefilled: number | null;
  @Count('hergebruikt', 'Of those: values that were taken over from another uitvraag.') reused: number | null;
  @Connected(() => Reminders, 'herinneringen', 'When the party was reminded.') reminders: Page<Reminder> | null;
  @Flag('ontbreekt', 'Whether it was due before today and has not been submitted, by who still takes part.') isMissing:
    | boolean
    | null;
}

@Filter('aanleveringen', 'deliveries')
export class DeliveryFilter {
  @Identity('aanbieder', 'Only deliveries about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Some(() => DeliveryStatus, 'status', 'Only deliveries with one of these statuses.')
  status?: words.DeliveryStatus[] | null;
  @Flag('ontbreekt', 'Only deliveries that are, or are not, missing.') isMissing?: boolean | null;
  @Text('uitvraag', 'Only deliveries for this uitvraag, such as "convenant-bijlage-4".') uitvraagKey?: string | null;
}

export const DeliverySort = orders('DeliverySort', 'aanleveringen', {
  DUE_ON_ASC: 'First due first.',
  DUE_ON_DESC: 'Last due first.',
});

export const Deliveries = listing({
  node: 'Delivery',
  nl: 'aanleveringen',
  type: () => Delivery,
  filter: () => DeliveryFilter,
  orderBy: DeliverySort,
});
