import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { MismatchKind, MismatchSubject, Verdict } from './enums';
import { Cents, Count, Filter, Identity, InQuarter, Of, Ratio, type Ref, Some, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'mismatch',
  'Two sources that should agree, side by side for one subject and quarter, such as budget and realisation (covenant 3.1.2, Bijlage 4). Whose figures it shows decides who may read it.',
  Node,
)
export class Mismatch extends Node {
  @Of(() => MismatchKind, 'soort', 'Which two sources are compared.') kind: words.MismatchKind | null;
  @Of(() => MismatchSubject, 'onderwerp', 'About a provider, a municipality, a region or the country.')
  subject: words.MismatchSubject | null;
  @Of(() => Provider, 'aanbieder', 'The provider that it is about; null when it is about an area.')
  provider: Ref<Provider> | null;
  @Of(() => Municipality, 'gemeente', 'The municipality that it is about; null otherwise.')
  municipality: Ref<Municipality> | null;
  @Of(() => Region, 'jeugdregio', 'The region that it is about or that the municipality lies in; null otherwise.')
  region: Ref<Region> | null;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that it is about; null when it is about all together.')
  careForm: Ref<CareForm> | null;
  @InQuarter('kwartaal', 'The quarter up to and including which the year is compared.') quarter: string | null;
  @Cents(
    'verwacht bedrag',
    'The side that was planned, for the part of the year that has passed, in euro cents; null when not delivered.',
  )
  expectedCents: number | null;
  @Cents('werkelijk bedrag', 'The side that was realised, or the other plan, in euro cents; null when not delivered.')
  actualCents: number | null;
  @Cents('verschil', 'Actual minus expected, in euro cents; null when one side is missing.')
  differenceCents: number | null;
  @Ratio(
    'verschil als aandeel',
    'Difference / expected: a fraction, 0.05 is 5 %; null when expected is 0 or a side is missing.',
  )
  differenceShare: number | null;
  @Ratio(
    'verwacht deel van het jaar',
    'The share of the year that is expected to have passed: a fraction, 0.75 after three quarters.',
  )
  expectedShare: number | null;
  @Count('aangeleverde bronnen', 'How many of the sources that should have delivered did.') covered: number | null;
  @Count('verwachte bronnen', 'How many sources should have delivered.') coverable: number | null;
  @Ratio('dekking', 'Delivered / expected sources: a fraction. Below 0.8 there is no verdict.') coverage: number | null;
  @Of(() => Verdict, 'oordeel', 'What the comparison comes to; the tolerance is 5 % or EUR 10,000.')
  verdict: words.Verdict | null;
}

@Filter('mismatches', 'mismatches')
export class MismatchFilter {
  @Of(() => MismatchKind, 'soort', 'Only mismatches of this kind.') kind?: words.MismatchKind | null;
  @Of(() => MismatchSubject, 'onderwerp', 'Only mismatches about this kind of subject.')
  subject?: words.MismatchSubject | null;
  @Identity('aanbieder', 'Only mismatches of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only mismatches of this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only mismatches of this region or of its municipalities, such as "JZ01".')
  regionCode?: string | null;
  @InQuarter('kwartaal', 'Only mismatches of this quarter.') quarter?: string | null;
  @Some(() => Verdict, 'oordeel', 'Only mismatches with one of these verdicts.') verdict?: words.Verdict[] | null;
}

export const MismatchSort = orders('MismatchSort', 'mismatches', {
  QUARTER_DESC: 'Latest quarter first.',
  QUARTER_ASC: 'Earliest quarter first.',
  DIFFERENCE_DESC: 'Largest difference first, whichever way it goes.',
});

export const Mismatches = listing({
  node: 'Mismatch',
  nl: 'mismatches',
  type: () => Mismatch,
  filter: () => MismatchFilter,
  orderBy: MismatchSort,
});
