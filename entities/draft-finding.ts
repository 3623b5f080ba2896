import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { CHECK_SEVERITIES, CHECK_STEPS, type CheckSeverity, type CheckStep } from '../src/domain/intake/finding';
import { Count, Flag, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** What a check had to say of a draft. An answer stays as long as what was answered does. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@OneOf('draft_finding_severity_is_a_known_word', 'severity', CHECK_SEVERITIES)
@OneOf('draft_finding_step_is_a_known_word', 'step', CHECK_STEPS)
@Check('draft_finding_is_answered_with_an_explanation', '(answered_at is null) = (explanation is null)')
@Index(['deliveryId', 'id'])
export class DraftFinding {
  @Id() id: string;
  @Uuid() deliveryId: string;
  @Uuid() partyId: string;
  /** Of a cell as it stood in a file: it stays until that cell is filled in anew. Others are made again by every check. */
  @Flag() isFromFile: boolean;
  /** The order in which the checks gave them. */
  @Count() position: number;
  @Text() severity: CheckSeverity;
  @Text() step: CheckStep;
  @Text() rule: string;
  @Text(optional) section: string | null;
  @Count(optional) row: number | null;
  /** What names the row in its list: an answer stays with it wherever the row goes. Null outside lists. */
  @Text(optional) about: string | null;
  @Text(optional) field: string | null;
  @Text(optional) sheet: string | null;
  @Text(optional) cell: string | null;
  /** As it was written; never there when it may be personal data. */
  @Text(optional) value: string | null;
  @Text(optional) expectedNl: string | null;
  @Text(optional) expectedEn: string | null;
  @Text() messageNl: string;
  @Text() messageEn: string;
  /** Why the value is right, of a question that was answered. */
  @Text(optional) explanation: string | null;
  @Moment(optional) answeredAt: Date | null;
}
