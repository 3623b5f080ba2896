import type { Places } from '../src/domain/waterbed/market';
import type { Level as LevelWord } from '../src/domain/waterbed/two-part-test';
import { CareForm } from './care-form';
import { Language, Level, PlacesBasis } from './enums';
import { Cents, Count, Flag, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';
import { Region } from './region';
import { TakeOverCandidate } from './take-over-candidate';

@Type('gevolg in een zorgvorm en regio', 'What has to move of one form of care in one region when a provider stops.')
export class MarketImpact {
  @Of(() => CareForm, 'zorgvorm', 'The form of care.') careForm: Ref<CareForm> | null;
  @Of(() => Region, 'jeugdregio', 'The region.') region: Ref<Region> | null;
  @Cents('bedrag per jaar', 'What the provider declared there over four quarters, in euro cents.')
  amountCents: number | null;
  @Ratio('aandeel', 'Its amount / all amounts there: a fraction.') share: number | null;
  @Count('plaatsen', 'Young people or beds that move; null when not known.') places: number | null;
  @Of(() => PlacesBasis, 'telling', 'What the places are counted from; null without places.')
  placesBasis: Places['basis'];
  @Flag('raming', 'Whether the places are an estimate: reports do not count young people per provider.')
  isEstimate: boolean | null;
  @Count('andere aanbieders', 'How many others declared there.') otherProviders: number | null;
  @Count('kunnen overnemen', 'How many others are counted on to take over.') able: number | null;
  @Of(() => Level, 'vervangbaarheid', 'How difficult it is to replace there.') difficulty: LevelWord | null;
  @Text(
    'regel',
    'Key of the rule that decided the difficulty, the first that holds. High: CRUCIAL, NO_ALTERNATIVE (nobody is able), HALF (a share of 0.5 or more). Medium: FEW (one or two are able), QUARTER (0.25 or more), CONCENTRATED (an HHI of 0.25 or more). Null when none holds: low. Own default.',
  )
  difficultyCode: string | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'Why it is that difficult, in words.')
  says: string | null;
  @Of(() => Level, 'samen', 'Likelihood of failure and difficulty to replace together, as in ImpactIfStops.level.')
  level: LevelWord | null;
  @With('isAble', () => Boolean, 'kan overnemen', 'Only those who are, or are not, counted on. Without it: all.')
  @Some(() => TakeOverCandidate, 'mogelijke overnemers', 'Who might take over: the able first, then the nearest.')
  takeOver: Ref<TakeOverCandidate>[] | null;
}
