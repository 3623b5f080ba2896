import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { always, Count, Day, Exact, Filter, Of, type Ref, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Region } from './region';

@Type(
  'verwijzing',
  'Referrals in a municipality per form of care and kind of referrer, as numbers per quarter (Bijlage 4, municipalities 4).',
  Node,
)
export class Referral extends Node {
  @Of(() => Municipality, 'gemeente', 'The municipality of the young people who were referred.', always)
  municipality: Ref<Municipality>;
  @Of(() => Region, 'jeugdregio', 'The region of the municipality in that period.', always) region: Ref<Region>;
  @Of(() => CareForm, 'zorgvorm', 'The form of care to which was referred.', always) careForm: Ref<CareForm>;
  @Text('soort verwijzer', 'Code of the kind of referrer (iJw code list COD327).') referrerCode: string | null;
  @Day('begin van de periode', 'First day of the quarter.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the quarter.') periodEnd: string | null;
  @Count('verwijzingen', 'Number of referrals in the quarter.') referrals: number | null;
  @Count('gestarte trajecten', 'Number of referrals whose care started in the quarter.') starts: number | null;
  @Exact('wachttijd', 'Mean number of days from referral to the start of care; null when nothing started.')
  waitingDays: number | null;
}

@Filter('verwijzingen', 'referrals')
export class ReferralFilter {
  @Text('zorgvorm', 'Only referrals to this form of care, such as "JH1221".') careFormCode?: string | null;
  @Text('soort verwijzer', 'Only referrals by this kind of referrer (iJw COD327).') referrerCode?: string | null;
  @Day('vanaf', 'Only periods that start on or after this day.') from?: string | null;
  @Day('tot', 'Only periods that start before this day.') to?: string | null;
}

export const ReferralSort = orders('ReferralSort', 'verwijzingen', {
  PERIOD_START_DESC: 'Latest period first.',
  PERIOD_START_ASC: 'Earliest period first.',
});

export const Referrals = listing({
  node: 'Referral',
  nl: 'verwijzingen',
  type: () => Referral,
  filter: () => ReferralFilter,
  orderBy: ReferralSort,
});
