import { Int } from 'type-graphql';
import { listing } from './connection';
import { orders } from './described';
import { Count, Day, Filter, Of, type Ref, Some, Text, Type } from './leaves';
import { Node } from './node';
import { Party } from './party';
import { Provider } from './provider';

@Type(
  'vastgestelde trede',
  'The trede that people agreed on, never overwritten by a computation (covenant 3.2.1; draaiboek 2.1).',
  Node,
)
export class TredeDecision extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @Count('trede', 'The trede that was decided, 1 to 6; 6 is the acute threat of bankruptcy.') trede: number | null;
  @Day('vastgesteld op', 'The day of the decision.') decidedOn: string | null;
  @Of(() => Party, 'voorgesteld door', 'The party that proposed it.') proposedBy: Ref<Party> | null;
  @Of(() => Party, 'bevestigd door', 'The party that agreed; null as long as none did.') agreedBy: Ref<Party> | null;
  @Text('motivering', 'Why this trede was decided.') reason: string | null;
}

@Filter('vastgestelde treden', 'trede decisions')
export class TredeDecisionFilter {
  @Some(() => Int, 'trede', 'Only decisions for one of these treden, 1 to 6.') trede?: number[] | null;
}

export const TredeDecisionSort = orders('TredeDecisionSort', 'vastgestelde treden', {
  DECIDED_ON_DESC: 'Latest decision first.',
  DECIDED_ON_ASC: 'Earliest decision first.',
});

export const TredeDecisions = listing({
  node: 'TredeDecision',
  nl: 'vastgestelde treden',
  type: () => TredeDecision,
  filter: () => TredeDecisionFilter,
  orderBy: TredeDecisionSort,
});
