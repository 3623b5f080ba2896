import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { TIME_CLASSES, type TimeClass } from '../src/domain/intake/burden';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../src/domain/vocabulary';
import { Count, Day, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Party } from './party';
import { Provider } from './provider';
import { Uitvraag } from './uitvraag';

/** One party's answer to one uitvraag for one period. Corrections are new versions; nothing is overwritten. */
@Entity()
@Unique('delivery_version_of_a_party_is_used_once', ['partyId', 'uitvraagKey', 'periodStart', 'periodEnd', 'version'])
@Unique('delivery_stands_for_its_party', ['id', 'partyId'])
@ForeignKey(() => Uitvraag, ['uitvraagKey', 'uitvraagVersion'], ['key', 'version'])
@OneOf('delivery_status_is_a_known_word', 'status', DELIVERY_STATUSES)
@Check('delivery_period_is_half_open', 'period_start < period_end')
@Check(
  'delivery_is_submitted_at_a_moment',
  "(status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')) = (submitted_at is not null)",
)
@Check('delivery_is_offered_by_somebody_at_a_moment', '(offered_at is null) = (offered_by is null)')
@OneOf('delivery_minutes_is_a_known_word', 'minutes', TIME_CLASSES)
@Index('delivery_not_yet_submitted_by_due_date', ['dueOn', 'id'], { where: 'submitted_at is null' })
// A quarter has 90 to 92 days.
@Index('delivery_of_a_provider_by_quarter', ['periodStart'], {
  where: 'provider_id is not null and period_end - period_start between 90 and 92',
})
// Who answered, of those who were asked about a year.
@Index('delivery_of_a_whole_year_by_party', ['partyId', 'periodStart'], {
  where: 'submitted_at is not null and period_end - period_start > 364',
})
@Index(['partyId', 'periodStart'])
export class Delivery {
  @Id() id: string;
  @ForeignKey(() => Party) @Uuid() partyId: string;
  /** The provider it is about, when a provider delivers. */
  @Index() @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @Text() uitvraagKey: string;
  @Count() uitvraagVersion: number;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  @Count() version: number;
  @Text() status: DeliveryStatus;
  @Day() dueOn: string;
  /** On which the party was asked for it, or asked again with a question: of what was before, it is not reminded. Null where the archive does not say. */
  @Day(optional) openedOn: string | null;
  @Moment(optional) submittedAt: Date | null;
  /** Why an earlier version was corrected. */
  @Text(optional) correctionReason: string | null;
  /** Who put it before a second person; a subject. */
  @Text(optional) offeredBy: string | null;
  @Moment(optional) offeredAt: Date | null;
  @Text(optional) submittedBy: string | null;
  /** What the JA asked when it gave the delivery back. */
  @Text(optional) question: string | null;
  /** How long it took, in the words of the party. */
  @Text(optional) minutes: TimeClass | null;
  /** Values that had to be there when it was submitted; null as long as it was not submitted here. */
  @Count(optional) asked: number | null;
  /** Of those: values that were taken over from a delivery before. */
  @Count(optional) prefilled: number | null;
  /** Of those: values that were taken over from another uitvraag. */
  @Count(optional) reused: number | null;
}
