import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Moment, Text, Uuid } from './columns';
import { Party } from './party';

/**
 * What a party is told of the sharing of its information by name, before or at the same time (Bijlage 3). Kept as it was
 * told.
 */
@Entity()
// A disclosure repeats to whom and when, so that the database itself refuses one without its notice.
@Unique('notice_is_repeated_by_its_disclosure', ['id', 'concernedPartyId', 'availableAt'])
@Index(['concernedPartyId', 'availableAt', 'id'])
@Index(['availableAt', 'id'])
export class Notice {
  @Id() id: string;
  @ForeignKey(() => Party) @Uuid() senderPartyId: string;
  @ForeignKey(() => Party) @Uuid() concernedPartyId: string;
  /** From this moment the party can read it. */
  @Moment() availableAt: Date;
  @Text() saysNl: string;
  @Text() saysEn: string;
}
