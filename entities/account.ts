import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { PARTY_FUNCTIONS, type PartyFunction, valuesOf } from '../src/domain/vocabulary';
import { Flag, Id, Moment, optional, Text, Uuid } from './columns';
import { Party } from './party';

/** A person or service that acts for a party. Holds the least: a pseudonymous subject and functions, no name, no e-mail. */
@Entity()
@Check(
  'account_functions_are_known_words',
  `functions <@ array[${valuesOf(PARTY_FUNCTIONS)
    .map((word) => `'${word}'`)
    .join(', ')}]`,
)
export class Account {
  @Id() id: string;
  /** The subject of the identity provider. */
  @Index({ unique: true }) @Text() subject: string;
  @Index() @ForeignKey(() => Party) @Uuid() partyId: string;
  @Column('text', { array: true }) functions: PartyFunction[];
  @Flag({ default: true }) isActive: boolean;
  /** When it was last closed, as the database notes by itself: what began before is over, also when it is opened again. */
  @Moment(optional) closedAt: Date | null;
}
