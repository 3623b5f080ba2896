import type { Places } from '../src/domain/waterbed/market';
import { CareForm } from './care-form';
import { Language, PlacesBasis } from './enums';
import { Cents, Count, Flag, InQuarter, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';
import { MarketShare } from './market-share';
import { Region } from './region';

@Type(
  'zorgvorm in een regio',
  'Who gives a form of care, with all the forms beneath it, in a region: providers, capacity, waiting and dependence over four quarters. Worked out when it is asked for, from declarations, contracts, municipal reports and referrals (Bijlage 4).',
)
export class CareFormInRegion {
  @Of(() => CareForm, 'zorgvorm', 'The form of care.') careForm: Ref<CareForm> | null;
  @Of(() => Region, 'jeugdregio', 'The region.') region: Ref<Region> | null;
  @InQuarter(
    'kwartaal',
    'The last of the four quarters; contracts are those that run at its end. Treden are those of that quarter, with what people had decided at its end; of the latest quarter, with all that they decided.',
  )
  quarter: string | null;
  @Cents(
    'gedeclareerd',
    'What was declared there over the four quarters, in euro cents; corrections that leave a provider below 0 count as 0.',
  )
  amountCents: number | null;
  @Count(
    'plaatsen',
    'Young people in care in the last quarter, when at least 80 % reported of the municipalities that do on this form in those quarters, or on no form at all; else occupied beds, declared days / days in the four quarters, when everybody declared days. Null when neither is known, as for a form of which municipalities report only the forms beneath it.',
  )
  places: number | null;
  @Of(() => PlacesBasis, 'telling', 'What the places are counted from; null without places.')
  placesBasis: Places['basis'];
  @Flag(
    'raming',
    'Whether the places are an estimate: not all municipalities reported, or beds were counted from days.',
  )
  isEstimate: boolean | null;
  @Count('capaciteit', 'Beds: those occupied / bed occupancy. Null unless it is known of every provider.')
  capacity: number | null;
  @Ratio(
    'wachttijd',
    'Mean days from referral to the start of care, by starts, over the four quarters; null when unknown.',
  )
  waitingDays: number | null;
  @Count('wachtenden', 'Referred minus started over the four quarters; below 0 when a backlog was worked away.')
  waiting: number | null;
  @Count('actieve aanbieders', 'How many providers declared there.') active: number | null;
  @Ratio('afhankelijkheid', 'The share of the largest provider: a fraction. Null when nothing was declared.')
  largestShare: number | null;
  @Ratio('HHI', 'Herfindahl-Hirschman index, the sum of the squared shares: from 0 to 1, and 1 is one provider.')
  hhi: number | null;
  @Some(() => MarketShare, 'aanbieders', 'Everybody who declared or is contracted there, the largest first.')
  providers: Ref<MarketShare>[] | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'The same in words, with what is not known.')
  explanation: string | null;
}
