import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { SIGNAL_KINDS, type SignalKind } from '../src/domain/vocabulary';
import { Count, Day, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Provider } from './provider';

/** A number that a signal rests on, with that of the quarter before. */
export interface StoredEvidence {
  name: string;
  value: number | null;
  previous: number | null;
}

/** What changed at a provider and deserves a look by the JA (covenant 3.1.1). A signal that changes is to be seen again. */
@Entity()
@Unique('signal_says_one_thing_once_per_quarter', ['providerId', 'quarter', 'kind', 'about'])
@OneOf('signal_kind_is_a_known_word', 'kind', SIGNAL_KINDS)
@Index(['quarter', 'urgency', 'id'])
@Index(['urgency', 'id'])
export class Signal {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  /** The first day of the quarter in which it changed. */
  @Day() quarter: string;
  @Text() kind: SignalKind;
  /** What it is about within its kind: the name of its first evidence. */
  @Text() about: string;
  /** The day that it rests on: the last of the quarter, or that on which a term passed or the last melding came in. */
  @Day() asOf: string;
  /** Higher is more urgent. */
  @Count() urgency: number;
  @Text() saysNl: string;
  @Text() saysEn: string;
  @Column('jsonb') evidence: StoredEvidence[];
  /** When the JA marked it as seen; null when it has not, or when it changed since. */
  @Moment(optional) seenAt: Date | null;
}
