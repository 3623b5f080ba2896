import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Count, Day, Id, optional, Text, Uuid } from './columns';
import { Party } from './party';
import { Provider } from './provider';

/** The trede that people agreed on. Never overwritten by a computation (covenant 3.2.1; draaiboek 2.1). */
@Entity()
@Check('trede_decision_is_on_the_ladder', 'trede between 1 and 6')
@Index(['providerId', 'decidedOn', 'id'])
export class TredeDecision {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @Count() trede: number;
  @Day() decidedOn: string;
  @ForeignKey(() => Party) @Uuid() proposedByPartyId: string;
  @ForeignKey(() => Party) @Uuid(optional) agreedByPartyId: string | null;
  @Text() reason: string;
}
