import type { FigureName as Name } from '../src/domain/figures';
import type * as words from '../src/domain/vocabulary';
import { FigureName, Language, MeasureUnit, RiskClass } from './enums';
import { Cents, Count, Exact, Flag, InQuarter, Of, type Ref, Some, Text, Type, With } from './leaves';
import { Provider } from './provider';

const taal = ['taal', 'The language of the text. Without it: Dutch.'] as const;

@Type('verondersteld cijfer', 'A figure as it is and as it was supposed to be.')
export class SupposedFigure {
  @Of(() => FigureName, 'cijfer', 'Which figure of the quarter.') figure: Name | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What people call it.')
  name: string | null;
  @Cents('nu', 'The figure as it counts now, in euro cents; null when not known.') presentCents: number | null;
  @Cents('verondersteld', 'The figure as supposed, in euro cents; null when an unknown figure was shifted.')
  supposedCents: number | null;
}

@Type('kengetal naast elkaar', 'A ratio as it is and as it would be.')
export class SupposedRatio {
  @Text('kengetal', 'Key of the ratio, such as "solvency", as in ProviderQuarter.') ratio: string | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What people call it.')
  name: string | null;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of both values.') unit: words.MeasureUnit | null;
  @Exact('nu', 'The ratio now, with six decimals; null when not assessable.') present: number | null;
  @Exact('verondersteld', 'The ratio with the supposed figures; null when not assessable.') supposed: number | null;
}

@Type('omgeslagen criterium', 'A criterion of the ladder with another answer than before (covenant ch. 3).')
export class TurnedCriterion {
  @Text('code', 'Key of the criterion, as in AssessmentCriterion.') code: string | null;
  @Count('trede', 'The trede that it leads to when it holds, 2 to 5.') trede: number | null;
  @With('language', () => Language, ...taal)
  @Text('luidt', 'What the criterion says.')
  says: string | null;
  @Flag('geldt nu', 'Whether it holds now; null when it cannot be judged.') present: boolean | null;
  @Flag('geldt dan', 'Whether it would hold; null when it could not be judged.') supposed: boolean | null;
}

@Type(
  'wat als',
  'The trede and ratios of a provider with other figures, beside the present ones. Worked out when it is asked for; nothing of it is stored.',
)
export class WhatIf {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter of the figures.') quarter: string | null;
  @Count('trede nu', 'The computed trede now, 1 to 5; null when not assessable.') presentTrede: number | null;
  @Count('trede dan', 'The computed trede with the supposed figures, 1 to 5; null when not assessable.')
  supposedTrede: number | null;
  @Of(() => RiskClass, 'risicoklasse nu', 'The class on our own scorecard now; null when too little is known.')
  presentRiskClass: words.RiskClass | null;
  @Of(() => RiskClass, 'risicoklasse dan', 'The class with the supposed figures; null when too little is known.')
  supposedRiskClass: words.RiskClass | null;
  @Some(() => SupposedFigure, 'cijfers', 'The figures that were supposed to be others.')
  figures: Ref<SupposedFigure>[] | null;
  @Some(() => SupposedRatio, 'kengetallen', 'Every ratio, now and then.') ratios: Ref<SupposedRatio>[] | null;
  @Some(() => TurnedCriterion, 'omgeslagen criteria', 'The criteria of the ladder with another answer, gravest first.')
  criteria: Ref<TurnedCriterion>[] | null;
  @Flag(
    'geloofwaardig',
    'Whether the supposed figures would count if they were delivered like this; false when they cannot be right beside the other figures or the own past, and then the notes say why.',
  )
  isPlausible: boolean | null;
  @With('language', () => Language, ...taal)
  @Some(() => String, 'opmerkingen', 'What to know to weigh the answer, such as that all other figures stay.')
  notes: string[] | null;
  @With('language', () => Language, ...taal)
  @Text('toelichting', 'The step on the ladder in words.')
  explanation: string | null;
}
