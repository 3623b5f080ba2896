import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Moment, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** Why the second person sent a draft back to a colleague: between the two of them, and gone when it is submitted. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
export class DraftRemark {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  @Text() remark: string;
  /** A subject. */
  @Text() writtenBy: string;
  @Moment() writtenAt: Date;
}
