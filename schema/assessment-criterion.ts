import type * as words from '../src/domain/vocabulary';
import { Basis, Language, MeasureUnit } from './enums';
import { Count, Day, Exact, Flag, Of, Text, Type, With } from './leaves';

@Type(
  'criterium',
  'One criterion of the ladder as it was judged, stored with the assessment so that it can always be explained (covenant ch. 3).',
)
export class AssessmentCriterion {
  @Text('code', 'Key of the criterion, the same in every assessment of a model version.') code: string | null;
  @Count('trede', 'The trede that it leads to when it holds, 2 to 5.') trede: number | null;
  @Text('cijfer', 'The figure or ratio that is judged, such as "solvency".') figure: string | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'What the criterion says, with the limit of the model that it was judged by.')
  says: string | null;
  @Of(() => Basis, 'herkomst van de grens', 'Whether the limit is published or our own default.')
  basis: words.Basis | null;
  @Flag('van toepassing', 'Whether it holds; null, unknown, when a figure that it needs is missing.')
  holds: boolean | null;
  @Exact('waarde', 'The value that was judged, in the unit given; null when unknown.') value: number | null;
  @Exact('grenswaarde', 'The limit that it was held against, in the unit given.') limit: number | null;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of the value and the limit.') unit: words.MeasureUnit | null;
  @Day('peildatum', 'The day on which the value held; null when unknown.') asOf: string | null;
  @Text('bron', 'Where the value comes from: delivered, public accounts or an estimate; null when unknown.')
  source: string | null;
  @Text('ontbreekt', 'Which figure was missing; null when none was.') missing: string | null;
}
