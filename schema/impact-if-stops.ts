import type { Level as LevelWord } from '../src/domain/waterbed/two-part-test';
import { Language, Level } from './enums';
import { Cents, Count, Flag, InQuarter, Of, type Ref, Some, Text, Type, With } from './leaves';
import { MarketImpact } from './market-impact';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'gevolgen als een aanbieder stopt',
  'The waterbed: what moves, and whereto, when a provider stops. Worked out when it is asked for, from declarations, contracts, municipal reports and treden; the two-part test is that of the English CQC, with cuts of our own.',
)
export class ImpactIfStops {
  @Of(() => Provider, 'aanbieder', 'The provider that stops.') provider: Ref<Provider> | null;
  @InQuarter(
    'kwartaal',
    'The last of the four quarters; contracts are those that run at its end. Treden and classes are those of that quarter, with what people had decided at its end; of the latest quarter, with all that they decided.',
  )
  quarter: string | null;
  @Cents('bedrag per jaar', 'What it declared in all over four quarters, in euro cents.') amountCents: number | null;
  @Count(
    'plaatsen, ten minste',
    'Young people or beds that move at the least: of one form of care, over its regions, and of all forms the most. Null when none is known.',
  )
  placesAtLeast: number | null;
  @Count(
    'plaatsen, ten hoogste',
    'Young people or beds that move at the most: all of them added up, so that who uses several forms of care counts in each. Null when one of them is not known.',
  )
  placesAtMost: number | null;
  @Flag('raming', 'Whether one of the places is an estimate.') isEstimate: boolean | null;
  @Count(
    'plaatsen onbekend',
    'In how many forms and regions the places are not known: the least leaves them out, and there is no most.',
  )
  placesUnknown: number | null;
  @Some(() => Region, "regio's", 'Every region that it serves, by code.') regions: Ref<Region>[] | null;
  @Of(
    () => Level,
    'kans op uitval',
    'Likelihood of failure, the graver of two: trede 1 or 2 is low, 3 or not assessable medium, 4 or higher high, the trede as decided by people, or as computed when that is worse; class HIGH of the scorecard is medium. Own default.',
  )
  likelihood: LevelWord | null;
  @Of(() => Level, 'vervangbaarheid', 'Difficulty to replace: the gravest of the places; null when it serves none.')
  difficulty: LevelWord | null;
  @Of(
    () => Level,
    'samen',
    'Likelihood and difficulty together: of equal levels that one; medium with low is low and with high is high; low with high is medium. Null when there is nothing to replace.',
  )
  level: LevelWord | null;
  @Some(() => MarketImpact, 'per zorgvorm en regio', 'What moves per form and region, the largest amount first.')
  markets: Ref<MarketImpact>[] | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text(
    'toelichting',
    'The two-part test in words: what each lens says with its figures, where it is hardest to replace and why, and the two together.',
  )
  explanation: string | null;
}
