import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { FUNDINGS, type Funding } from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Count, Day, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Region } from './region';

/** A tender to come: public by nature (Bijlage 4, municipalities 3). */
@Entity()
@OneOf('tender_calendar_entry_funding_is_a_known_word', 'funding', FUNDINGS)
@Check('tender_calendar_entry_opens_before_it_starts', 'opens_on < starts_on')
@Index(['opensOn', 'id'])
export class TenderCalendarEntry {
  @Id() id: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @Index() @ForeignKey(() => Region) @Text() regionCode: string;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  @Text() subject: string;
  /** The day on which the tender is published. */
  @Day() opensOn: string;
  /** The day on which the contracts start. */
  @Day() startsOn: string;
  @Text() funding: Funding;
  @Count() durationMonths: number;
}
