import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Count, Moment, Text } from './columns';
import { Party } from './party';

/** A delivery by a program that was answered, so that the same request is answered the same and lands once. */
@Entity()
@Check('intake_request_key_is_of_a_size_that_can_be', 'length(key) between 1 and 100')
export class IntakeRequest {
  @ForeignKey(() => Party) @PrimaryColumn('uuid') partyId: string;
  /** The Idempotency-Key of the program. */
  @PrimaryColumn('text') key: string;
  /** SHA-256 of what was sent. */
  @Text() payloadDigest: string;
  @Count() status: number;
  @Column('jsonb') answer: Record<string, unknown>;
  @Moment() answeredAt: Date;
}
