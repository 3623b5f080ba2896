import type { NotAble, Where } from '../src/domain/waterbed/take-over';
import { Language, Nearness, NotAbleReason } from './enums';
import { Cents, Count, Flag, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'mogelijke overnemer',
  'A provider that is contracted for a form of care in a region, beside it or nationally, and might take over.',
)
export class TakeOverCandidate {
  @Of(() => Provider, 'aanbieder', 'The provider.') provider: Ref<Provider> | null;
  @Of(() => Nearness, 'nabijheid', 'Where it is contracted: the nearest of the places.') where: Where | null;
  @Some(
    () => Region,
    "regio's",
    'The regions in or beside the place where it is contracted; none when only nationally.',
  )
  regions: Ref<Region>[] | null;
  @Count(
    'trede',
    'Its own trede in that quarter: as decided by people, or as computed when that is worse (covenant ch. 3). Null when not assessable, unless people decided on 4 or higher.',
  )
  trede: number | null;
  @Ratio('aandeel', 'Its own share of the euros there: a fraction. Null when nothing was declared there.')
  share: number | null;
  @Cents(
    'ruimte',
    'Yearly contract value there minus what it declared there, at least 0, in euro cents; null when not contracted there or unknown.',
  )
  roomCents: number | null;
  @Flag('kan overnemen', 'Whether it is counted on: contracted, assessable, below trede 4, and of another concern.')
  isAble: boolean | null;
  @Of(() => NotAbleReason, 'reden', 'Why it is not counted on; null when it is.') reason: NotAble | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'The reason in words; null when it is counted on.')
  says: string | null;
}
