import type * as words from '../src/domain/vocabulary';
import { Language, MeasureUnit } from './enums';
import { Count, Exact, Of, Text, Type, With } from './leaves';

@Type(
  'gescoorde indicator',
  'One indicator of our own scorecard ("eigen model") as it was scored, stored with the assessment. With RiskModel.cuts it gives the points and the class by hand.',
)
export class ScoredIndicator {
  @Text('code', 'Key of the indicator, such as "solvency"; RiskModel.scorecard has its bands.') code: string | null;
  @With('language', () => Language, 'taal', 'The language of the name. Without it: Dutch.')
  @Text('naam', 'What people call it.')
  name: string | null;
  @Exact('waarde', 'The value that was scored, in the unit given; null when unknown.') value: number | null;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of the value; null for an answer: 1 is yes and 0 is no.')
  unit: words.MeasureUnit | null;
  @Count('punten', 'The points that it gave; null when unknown, which counts neither as safe nor as risky.')
  points: number | null;
  @Count('meeste punten', 'The most points that it can give.') pointsMax: number | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('band', 'The band that gave the points, in words: "below 20%"; null when unknown.')
  band: string | null;
}
