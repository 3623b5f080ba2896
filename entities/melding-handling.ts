import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MELDING_STATUSES, type MeldingStatus } from '../src/domain/vocabulary';
import { Moment, OneOf, optional, Text } from './columns';
import { Melding } from './melding';

/** What the JA does with a melding. A table of its own, so that no other party can read one letter of it. */
@Entity()
@OneOf('melding_handling_status_is_a_known_word', 'status', MELDING_STATUSES)
@Check('melding_handling_closes_with_a_reason', "(status = 'CLOSED') = (closed_reason is not null)")
export class MeldingHandling {
  @ForeignKey(() => Melding) @PrimaryColumn('uuid') meldingId: string;
  @Text() status: MeldingStatus;
  /** Pseudonymous subject of the account that follows up. */
  @Text(optional) assignedTo: string | null;
  @Text(optional) notes: string | null;
  @Text(optional) closedReason: string | null;
  @Moment(optional) closedAt: Date | null;
}
