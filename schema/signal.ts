import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { Language, SignalKind } from './enums';
import {
  Count,
  Day,
  Exact,
  Filter,
  Flag,
  Identity,
  InQuarter,
  Moment,
  Of,
  type Ref,
  Some,
  Text,
  Type,
  With,
} from './leaves';
import { Node } from './node';
import { Provider } from './provider';

@Type('onderbouwing van een signaal', 'A number that a signal rests on, beside that of the quarter before.')
export class SignalEvidence {
  @Text(
    'naam',
    'The code of a criterion, indicator, mismatch or figure; the id of a contract; or what was counted: days of silence by uitvraag and period, meldingen since the quarter by moment.',
  )
  name: string | null;
  @Exact(
    'waarde',
    'In the unit of what is named, with at most six decimals: cents, days, a count, a fraction, a trede; null when unknown.',
  )
  value: number | null;
  @Exact('vorige waarde', 'The same of the quarter before; null when there was none.') previous: number | null;
}

@Type(
  'signaal voor de JA',
  'What changed at a provider since the quarter before, or came in since, and deserves a look: one line. Only for the JA; what a municipality or region is told is a Signaal (covenant 3.1.1).',
  Node,
)
export class Signal extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter in which it changed.') quarter: string | null;
  @Of(() => SignalKind, 'soort', 'What kind of change.') kind: words.SignalKind | null;
  @Count(
    'urgentie',
    'Place in the order of attention, 200 to 900, as SignalKind says: higher is more urgent (own default).',
  )
  urgency: number | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('regel', 'What changed, in one line with the values.')
  says: string | null;
  @Day(
    'peildatum',
    'The day that it rests on: the last of the quarter; of silence that on which a term passed; of meldingen that on which the last came in.',
  )
  asOf: string | null;
  @Some(
    () => SignalEvidence,
    'onderbouwing',
    'Every number that it rests on: of a limit of the ladder what was judged, and then the figures behind it.',
  )
  evidence: Ref<SignalEvidence>[] | null;
  @Moment('gezien op', 'When the JA marked it as seen; null when it has not, or when it changed since.')
  seenAt: Date | null;
}

@Filter('signalen voor de JA', 'signals')
export class SignalFilter {
  @Identity('aanbieder', 'Only signals about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Some(() => SignalKind, 'soorten', 'Only signals of one of these kinds.') kind?: words.SignalKind[] | null;
  @InQuarter('kwartaal', 'Only signals of this quarter.') quarter?: string | null;
  @Flag('gezien', 'Only signals that were, or were not, marked as seen.') isSeen?: boolean | null;
}

export const SignalSort = orders('SignalSort', 'signalen voor de JA', {
  URGENCY_DESC: 'Most urgent first.',
  QUARTER_DESC: 'Latest quarter first.',
});

export const Signals = listing({
  node: 'Signal',
  nl: 'signalen voor de JA',
  type: () => Signal,
  filter: () => SignalFilter,
  orderBy: SignalSort,
});
