import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Moment, Text } from './columns';
import { Party } from './party';

/** The address under which somebody of a party can read its calendar: at most one, and a new one ends the one before. */
@Entity()
export class CalendarFeed {
  @ForeignKey(() => Party) @PrimaryColumn('uuid') partyId: string;
  /** The subject; when that account ends, so does the address. */
  @PrimaryColumn('text') openedBy: string;
  /** SHA-256 of the secret in the address. */
  @Index({ unique: true }) @Text() tokenHash: string;
  @Moment() openedAt: Date;
}
