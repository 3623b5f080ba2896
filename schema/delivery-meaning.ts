import type * as words from '../src/domain/vocabulary';
import { IndicatorTrend, Language } from './enums';
import { Count, InQuarter, Of, type Ref, Some, Text, Type, With, withGaps } from './leaves';

const taal = ['taal', 'The language of the text. Without it: Dutch.'] as const;

@Type('eigen trend', 'One of your ratios over the four quarters before and this one.')
export class OwnTrend {
  @Text('kengetal', 'Key of the ratio, such as "solvency", as in ProviderQuarter.') ratio: string | null;
  @Some(() => Number, 'waarden', 'Five values, the oldest first; null when not known.', withGaps) values:
    | (number | null)[]
    | null;
  @Of(() => IndicatorTrend, 'richting', 'Against the quarter before; null when it cannot be told.')
  trend: words.IndicatorTrend | null;
  @With('language', () => Language, ...taal)
  @Text('luidt', 'The same in words.')
  says: string | null;
  @With('language', () => Language, ...taal)
  @Text(
    'plaats tussen anderen',
    'Where it stands among ten or more other providers, as Indicator.peers counts them, once it is submitted; else why that is not told.',
  )
  peers: string | null;
}

@Type(
  'betekenis van een aanlevering',
  'What your own figures mean for the ladder, before and after they are submitted (covenant ch. 3). A trede is decided by people.',
)
export class DeliveryMeaning {
  @InQuarter('kwartaal', 'The quarter that it is about.') quarter: string | null;
  @Count('trede', 'The computed trede with these figures, 1 to 5; null when not assessable.') trede: number | null;
  @With('language', () => Language, ...taal)
  @Some(() => String, 'van toepassing', 'The criteria that these figures meet.')
  met: string[] | null;
  @With('language', () => Language, ...taal)
  @Some(() => String, 'dichtbij', 'The criteria that they come near: the smallest change that would meet them.')
  near: string[] | null;
  @Some(() => OwnTrend, 'eigen trends', 'Your ratios over five quarters.') trends: Ref<OwnTrend>[] | null;
  @With('language', () => Language, ...taal)
  @Text('luidt', 'The conclusion in words.')
  says: string | null;
}
