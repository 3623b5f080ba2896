import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Count, Moment, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** What the checks asked of a delivery, and why its party says that the value is right. Never changed, like the values. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
export class DeliveredAnswer {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  /** The order in which it was asked. */
  @PrimaryColumn('integer') position: number;
  @Text() rule: string;
  @Text(optional) section: string | null;
  @Count(optional) row: number | null;
  /** What names the row in its list; null outside lists. */
  @Text(optional) about: string | null;
  @Text(optional) field: string | null;
  @Text(optional) value: string | null;
  @Text() questionNl: string;
  @Text() questionEn: string;
  @Text() explanation: string;
  @Moment() answeredAt: Date;
}
