import type { FigureName as Name } from '../src/domain/figures';
import type { NoChange } from '../src/domain/what-if/distance';
import { CriterionState, FigureName, Language, NoChangeReason } from './enums';
import { Cents, Count, Flag, InQuarter, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';
import { Provider } from './provider';

const taal = ['taal', 'The language of the text. Without it: Dutch.'] as const;

@Type(
  'afstand van een cijfer',
  'The smallest change of one figure, to the cent, that turns a criterion round while all others stay; or why there is none.',
)
export class FigureDistance {
  @Of(() => FigureName, 'cijfer', 'Which figure of the quarter.') figure: Name | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What people call it.')
  name: string | null;
  @Cents('nu', 'The figure as it counts now, in euro cents; null when not known.') nowCents: number | null;
  @Cents('nodig', 'The amount at which the criterion turns round, in euro cents; null when there is none.')
  neededCents: number | null;
  @Cents('wijziging', 'Needed minus now, in euro cents: below 0 is a decrease. Null when there is none.')
  changeCents: number | null;
  @Ratio(
    'wijziging als aandeel',
    'Change / size of the figure: a fraction. Null when there is none or the figure is 0.',
  )
  share: number | null;
  @Flag(
    'geloofwaardig',
    'Whether that amount would count if it were delivered, as in WhatIf; false when it cannot be right beside the other figures or the own past, and then the explanation says why. Null when there is none.',
  )
  isPlausible: boolean | null;
  @Count('trede dan', 'The computed trede with that amount; null when not assessable or when there is none.')
  tredeThen: number | null;
  @Of(() => NoChangeReason, 'reden', 'Why no change of this figure will do; null when one will.')
  reason: NoChange['reason'] | null;
  @With('language', () => Language, ...taal)
  @Text('toelichting', 'The same in words.')
  explanation: string | null;
}

@Type(
  'afstand tot een criterium',
  'How far a provider is from the turning of one criterion of the ladder (covenant ch. 3).',
)
export class CriterionDistance {
  @Text('code', 'Key of the criterion, as in AssessmentCriterion.') code: string | null;
  @Count('trede', 'The trede that it leads to when it holds, 2 to 5.') trede: number | null;
  @With('language', () => Language, ...taal)
  @Text('luidt', 'What the criterion says.')
  says: string | null;
  @Flag('geldt', 'Whether it holds now; null when it cannot be judged, and then no distance can be told.')
  holds: boolean | null;
  @Text('ontbreekt', 'What keeps it from being judged, such as "equity 2026Q3"; null when nothing is missing.')
  missing: string | null;
  @Some(
    () => FigureDistance,
    'afstanden',
    'One per figure that it is judged on: those that would count, the smallest change first; then those that would not; then those without one.',
  )
  distances: Ref<FigureDistance>[] | null;
}

@Type(
  'afstand tot de grenzen',
  'Which figure would bring a provider above or below which limit of the ladder. Worked out when it is asked for; nothing of it is stored.',
)
export class DistanceToLimits {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter of the figures.') quarter: string | null;
  @Count('trede', 'The computed trede now, 1 to 5; null when not assessable.') trede: number | null;
  @With('only', () => CriterionState, 'alleen', 'Only criteria that hold, do not hold, or cannot be judged.')
  @Some(() => CriterionDistance, 'criteria', 'Every criterion of the ladder: those that hold first.')
  criteria: Ref<CriterionDistance>[] | null;
  @With('language', () => Language, ...taal)
  @Text('opmerking', 'How the other figures are treated.')
  note: string | null;
}
