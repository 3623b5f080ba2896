import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/**
 * A row of the archive that a correction or a later list took the place of, as it was: nothing that was delivered is lost. What only
 * the register said of the forms of care that a provider offers came with no delivery, and is not kept.
 */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@Index(['deliveryId', 'id'])
export class ReplacedRow {
  @Id() id: string;
  /** The delivery that it came with. */
  @Uuid() deliveryId: string;
  @Uuid() partyId: string;
  /** The correction, or the later list. */
  @Index() @ForeignKey(() => Delivery) @Uuid() replacedById: string;
  /** The table that it stood in. */
  @Text() kind: string;
  @Column('jsonb') content: Record<string, unknown>;
}
