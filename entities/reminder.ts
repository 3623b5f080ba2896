import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { REMINDER_KINDS, type ReminderKind } from '../src/domain/vocabulary';
import { OneOf, Uuid } from './columns';
import { Delivery } from './delivery';

/** That a party was reminded of a delivery, or that its silence was put before the JA. Once per kind and day. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@OneOf('reminder_kind_is_a_known_word', 'kind', REMINDER_KINDS)
@Index(['sentOn', 'deliveryId'])
export class Reminder {
  @PrimaryColumn('uuid') deliveryId: string;
  @Index() @Uuid() partyId: string;
  @PrimaryColumn('text') kind: ReminderKind;
  @PrimaryColumn('date') sentOn: string;
}
