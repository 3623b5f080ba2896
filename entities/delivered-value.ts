import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** One value as it was submitted. Never changed: a correction is another delivery (covenant 3.1.2). */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
export class DeliveredValue {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  @PrimaryColumn('text') section: string;
  /** 0 in a section of items, 1 and up in a list. */
  @PrimaryColumn('integer') row: number;
  @PrimaryColumn('text') field: string;
  @Text() value: string;
}
