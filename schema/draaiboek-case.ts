import { Int } from 'type-graphql';
import type * as words from '../src/domain/vocabulary';
import { Connected, listing, type Page } from './connection';
import { orders } from './described';
import { CaseRole } from './enums';
import { Count, Filter, Flag, Identity, Moment, Of, type Ref, Some, Type } from './leaves';
import { Node } from './node';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

@Type('deelnemer aan een casus', 'That a party takes part in a case, as what and since when (draaiboek 2).', Node)
export class CaseParty extends Node {
  @Of(() => Party, 'organisatie', 'Who takes part.') party: Ref<Party> | null;
  @Of(() => CaseRole, 'rol', 'As what.') role: words.CaseRole | null;
  @Moment('sinds', 'Since when.') since: Date | null;
  @Moment('tot', 'When the case was closed; null as long as it is open.') until: Date | null;
}

@Filter('deelnemers', 'parties in a case')
export class CasePartyFilter {
  @Some(() => CaseRole, 'rol', 'Only those with one of these roles.') role?: words.CaseRole[] | null;
}

export const CasePartySort = orders('CasePartySort', 'deelnemers', { SINCE_ASC: 'Earliest first.' });

export const CaseParties = listing({
  node: 'CaseParty',
  nl: 'deelnemers',
  type: () => CaseParty,
  filter: () => CasePartyFilter,
  orderBy: CasePartySort,
});

@Type(
  'casus',
  'A provider for which the draaiboek is followed: trede 3 to 6 (draaiboek 2). As long as it is open, its regievoerder may read the figures and the assessment of the provider.',
  Node,
)
export class DraaiboekCase extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @Of(() => Region, 'regievoerder', 'The region that leads: the accounthoudende region unless another was assigned.')
  lead: Ref<Region> | null;
  @Count('trede', 'The trede for which the draaiboek is followed, 3 to 6.') trede: number | null;
  @Moment('geopend op', 'When it was opened.') openedAt: Date | null;
  @Moment('gesloten op', 'When it was closed; null as long as it is open.') closedAt: Date | null;
  @Connected(() => CaseParties, 'deelnemers', 'Who takes part, as far as you may know.')
  parties: Page<CaseParty> | null;
}

@Filter('casussen', 'cases')
export class DraaiboekCaseFilter {
  @Identity('aanbieder', 'Only cases of this provider: its id, such as "Provider:<uuid>".') providerId?: string | null;
  @Some(() => Int, 'trede', 'Only cases of one of these treden, 3 to 6.') trede?: number[] | null;
  @Flag('open', 'Only open cases, or only closed ones.') isOpen?: boolean | null;
}

export const DraaiboekCaseSort = orders('DraaiboekCaseSort', 'casussen', {
  OPENED_AT_DESC: 'Latest first.',
  OPENED_AT_ASC: 'Earliest first.',
});

export const DraaiboekCases = listing({
  node: 'DraaiboekCase',
  nl: 'casussen',
  type: () => DraaiboekCase,
  filter: () => DraaiboekCaseFilter,
  orderBy: DraaiboekCaseSort,
});
