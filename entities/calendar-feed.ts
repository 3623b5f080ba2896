import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Moment, Text } from './columns';
import { Party } from './party';

/** The address under which the calendar of a party can be read: at most one, and a new one ends the one before. */
@Entity()
export class CalendarFeed {
  @ForeignKey(() => Party) @PrimaryColumn('uuid') partyId: string;
  /** SHA-256 of the secret in the address. */
  @Index({ unique: true }) @Text() tokenHash: string;
  @Moment() openedAt: Date;
}
