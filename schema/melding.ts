import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { IndicationCause, MeldingMoment, MeldingReason, MeldingStatus } from './enums';
import { Day, Filter, Identity, Moment, Of, type Ref, Some, Text, Type } from './leaves';
import { MeldingHandling } from './melding-handling';
import { Municipality } from './municipality';
import { Node } from './node';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'melding',
  'A report to the meldpunt. Only the JA sees all. A party sees what it reported itself, and never that another melding exists, not even one about itself (covenant 3.1.2).',
  Node,
)
export class Melding extends Node {
  @Of(() => Party, 'melder', 'The party that reported; null when whoever reported had not signed in.')
  reporter: Ref<Party> | null;
  @Text('kenmerk van de melder', "The reporter's own key: sending the same melding twice registers it once.")
  clientKey: string | null;
  @Of(() => MeldingReason, 'reden', 'Which of the eight reasons of the covenant (3.1.2).')
  reason: words.MeldingReason | null;
  @Of(() => MeldingMoment, 'moment', 'Foreseen or actual, when services stop (Jeugdwet 9a.2(4)(b)); null otherwise.')
  moment: words.MeldingMoment | null;
  @Of(
    () => IndicationCause,
    'wijst op',
    'The cause outside the books that it points at, for a person to weigh (covenant ch. 3); null when it names none.',
  )
  indicates: words.IndicationCause | null;
  @Of(() => Provider, 'aanbieder', 'The provider that it is about; null when it is about none.')
  provider: Ref<Provider> | null;
  @Text(
    'genoemd KvK-nummer',
    'What whoever had not signed in gave as the KvK number of the provider, also when no provider here has it. Only the JA sees this.',
  )
  reportedKvkNumber: string | null;
  @Of(() => Municipality, 'gemeente', 'The municipality that it is about; null when it is about none.')
  municipality: Ref<Municipality> | null;
  @Of(() => Region, 'jeugdregio', 'The region that it is about; null when it is about none.')
  region: Ref<Region> | null;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that it is about; null when it is about none.')
  careForm: Ref<CareForm> | null;
  @Day('datum van ingang', 'When the change or interruption is expected or happened; null when not known.')
  effectiveOn: string | null;
  @Text('toelichting', 'What is the matter, in the words of the reporter.') explanation: string | null;
  @Moment('ontvangen op', 'When the meldpunt received it.') receivedAt: Date | null;
  @Of(() => MeldingHandling, 'behandeling', 'What the JA does with it. Only the JA sees this.')
  handling: Ref<MeldingHandling> | null;
}

@Filter('meldingen', 'meldingen')
export class MeldingFilter {
  @Identity('aanbieder', 'Only meldingen about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only meldingen about this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only meldingen about this region, such as "JZ01".') regionCode?: string | null;
  @Some(() => MeldingReason, 'reden', 'Only meldingen for one of these reasons.') reason?: words.MeldingReason[] | null;
  @Of(() => MeldingMoment, 'moment', 'Only meldingen of this moment.') moment?: words.MeldingMoment | null;
  @Moment('ontvangen vanaf', 'Only meldingen received at or after this moment.') receivedFrom?: Date | null;
  @Moment('ontvangen tot', 'Only meldingen received before this moment.') receivedTo?: Date | null;
  @Of(
    () => MeldingStatus,
    'status van de behandeling',
    'Only meldingen that the JA has brought this far. Only for the JA.',
  )
  status?: words.MeldingStatus | null;
}

export const MeldingSort = orders('MeldingSort', 'meldingen', {
  RECEIVED_AT_DESC: 'Newest first.',
  RECEIVED_AT_ASC: 'Oldest first.',
});

export const Meldingen = listing({
  node: 'Melding',
  nl: 'meldingen',
  type: () => Melding,
  filter: () => MeldingFilter,
  orderBy: MeldingSort,
});
