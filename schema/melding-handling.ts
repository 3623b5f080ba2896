import type * as words from '../src/domain/vocabulary';
import { MeldingStatus } from './enums';
import { Moment, Of, Text, Type } from './leaves';

@Type(
  'behandeling van een melding',
  'What the JA does with a melding: no other party can read one letter of it (covenant 3.1.2).',
)
export class MeldingHandling {
  @Of(() => MeldingStatus, 'status', 'How far the JA has come.') status: words.MeldingStatus | null;
  @Text('toegewezen aan', 'Pseudonym of the person of the JA who follows up; null as long as nobody does.')
  assignedTo: string | null;
  @Text('notities', 'Notes of the JA for itself.') notes: string | null;
  @Text('reden van afsluiten', 'Why it was closed; null as long as it is open.') closedReason: string | null;
  @Moment('afgesloten op', 'When it was closed; null as long as it is open.') closedAt: Date | null;
}
