import type * as words from '../src/domain/vocabulary';
import { IndicationCause, Language, MeasureUnit } from './enums';
import { Exact, InQuarter, Of, Text, Type, With } from './leaves';

@Type(
  'indicatie',
  'What a delivery points at beside the trede, for a person to weigh (covenant ch. 3). From deliveries alone: what a melding points at is Melding.indicates, for those who may see that melding.',
)
export class Indication {
  @Of(() => IndicationCause, 'oorzaak', 'The cause that it points at.') cause: words.IndicationCause | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'What is seen, in words.')
  says: string | null;
  @Text('indicator', 'Key of the indicator that points at it, as in Indicator.code; or "foreseesRisk", an answer.')
  indicator: string | null;
  @Exact('waarde', 'The value of the indicator, in the unit given.') value: number | null;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of the value; null for an answer: 1 is yes.')
  unit: words.MeasureUnit | null;
  @InQuarter('kwartaal', 'The quarter at whose end it was measured.') quarter: string | null;
}
