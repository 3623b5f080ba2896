import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { Language, Severity } from './enums';
import { Filter, Identity, InQuarter, Of, type Ref, Some, Text, Type, With } from './leaves';
import { Node } from './node';
import { Provider } from './provider';
import { UsedFigure } from './used-figure';

@Type(
  'bevinding',
  'Figures that were delivered and cannot be right, or hardly. They are kept as they came; what cannot be right counts in no ratio, trede, score or indicator (own default: no source gives such rules).',
  Node,
)
export class Finding extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that delivered it.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter that it is about; of a half-year the last one.') quarter: string | null;
  @Text('periode', 'What the figures are about: "2026Q3" or "2026H1".') period: string | null;
  @Text('code', 'Key of the rule, such as "PART_ABOVE_WHOLE" or "FACTOR_1000_HIGH".') code: string | null;
  @Of(() => Severity, 'ernst', 'Whether the figures still count.') severity: words.Severity | null;
  @Some(() => UsedFigure, 'cijfers', 'The figures that it is about, as they were delivered.')
  figures: Ref<UsedFigure>[] | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'What is the matter, in words with the values.')
  says: string | null;
}

@Filter('bevindingen', 'findings')
export class FindingFilter {
  @Identity('aanbieder', 'Only findings about this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @InQuarter('kwartaal', 'Only findings about this quarter.') quarter?: string | null;
  @InQuarter('vanaf', 'Only findings about this quarter and later ones.') from?: string | null;
  @InQuarter('tot en met', 'Only findings about this quarter and earlier ones.') to?: string | null;
  @Of(() => Severity, 'ernst', 'Only findings of this severity.') severity?: words.Severity | null;
}

export const FindingSort = orders('FindingSort', 'bevindingen', {
  QUARTER_DESC: 'Latest quarter first.',
  QUARTER_ASC: 'Earliest quarter first.',
});

export const Findings = listing({
  node: 'Finding',
  nl: 'bevindingen',
  type: () => Finding,
  filter: () => FindingFilter,
  orderBy: FindingSort,
});
