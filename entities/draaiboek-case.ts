import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Count, Id, Moment, optional, Text, Uuid } from './columns';
import { Provider } from './provider';
import { Region } from './region';

/** A provider for which the draaiboek is followed: who leads, and how far it has come (draaiboek 2). */
@Entity()
@Check('draaiboek_case_is_of_trede_3_to_6', 'trede between 3 and 6')
@Check('draaiboek_case_opens_before_it_closes', 'opened_at <= closed_at')
// What its parties repeat of it, so that their rows can be judged by themselves.
@Unique('draaiboek_case_is_repeated_by_its_parties', ['id', 'providerId', 'leadRegionCode'])
@Index('draaiboek_case_is_open_once_for_a_provider', ['providerId'], { unique: true, where: 'closed_at is null' })
@Index(['openedAt', 'id'])
export class DraaiboekCase {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  /** The regievoerder. */
  @ForeignKey(() => Region) @Text() leadRegionCode: string;
  @Count() trede: number;
  @Moment() openedAt: Date;
  /** Null as long as it is open. */
  @Moment(optional) closedAt: Date | null;
}
