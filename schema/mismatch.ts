import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Connected, listing, type Page } from './connection';
import { orders } from './described';
import { Disagreement } from './disagreement';
import { Language, MeasureUnit, MismatchAspect, MismatchKind, MismatchSubject, Verdict, YearWay } from './enums';
import { Count, Exact, Filter, Identity, InQuarter, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';
import { type MismatchPart, MismatchParts } from './mismatch-part';
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
  @Of(() => MismatchAspect, 'aspect', 'Which comparison it is; null when there is only one of its kind.')
  aspect: words.MismatchAspect | null;
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
  @Of(() => MeasureUnit, 'eenheid', 'The unit of both sides: euro cents, a number, a fraction or days.')
  unit: words.MeasureUnit | null;
  @Exact(
    'verwacht',
    'The side that was planned, for the part of the year that has passed, in the unit given; null when not delivered.',
  )
  expected: number | null;
  @Exact(
    'werkelijk',
    'The side that was realised or forecast, or the other plan, in the unit given; null when not delivered.',
  )
  actual: number | null;
  @Exact('verschil', 'Actual minus expected, in the unit given; null when one side is missing.')
  difference: number | null;
  @Ratio(
    'verschil als aandeel',
    'Difference / expected: a fraction, 0.05 is 5 %; null when expected is not above 0 or a side is missing.',
  )
  differenceShare: number | null;
  @Ratio(
    'verwacht deel van het jaar',
    'The share of the year that is expected to have passed: a fraction, 0.75 after three quarters. Of a sum over several sources the even one, whatever the way: each part has its own.',
  )
  expectedShare: number | null;
  @Of(
    () => YearWay,
    'verloop van het jaar',
    'How that share was taken, of the same amounts last year as are realised now; null when the whole year is compared, or the year to date is not known.',
  )
  way: words.YearWay | null;
  @Count('aangeleverde bronnen', 'How many of the sources that should have delivered did.') covered: number | null;
  @Count('verwachte bronnen', 'How many sources should have delivered.') coverable: number | null;
  @Ratio('dekking', 'Delivered / expected sources: a fraction. Below 0.8 there is no verdict.') coverage: number | null;
  @Of(
    () => Verdict,
    'oordeel',
    'What the comparison comes to. The tolerance is our own: 5 % or EUR 10,000 for amounts, 5 percentage points for occupancy, 5 % for days, none for forms of care.',
  )
  verdict: words.Verdict | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'What was laid beside what, the coverage and why this is the verdict, in words for people.')
  explanation: string | null;
  @Connected(
    () => MismatchParts,
    'delen',
    'What providers add to it: a mismatch of a region, a municipality or the country over providers is the sum of these. Empty for a provider itself, for kind 3, of which the mismatches of municipalities are the parts, and for kind 4, whose two sides are the sums of municipal budgets (kind 3) and of the expected side of kind 2.',
  )
  parts: Page<MismatchPart> | null;
  @Some(
    () => Disagreement,
    'verschillen tussen de bronnen',
    "The lines on which the two sources disagree: of a provider's contracts (kind 5) and forms of care (kind 6). Empty for other kinds, and for areas: their parts lead to the mismatches of providers.",
  )
  disagreements: Ref<Disagreement>[] | null;
}

@Filter('mismatches', 'mismatches')
export class MismatchFilter {
  @Of(() => MismatchKind, 'soort', 'Only mismatches of this kind.') kind?: words.MismatchKind | null;
  @Of(() => MismatchAspect, 'aspect', 'Only this comparison, of a kind that makes more than one.')
  aspect?: words.MismatchAspect | null;
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
  DIFFERENCE_DESC:
    'Largest difference first, whichever way it goes: of amounts among amounts, so ask for one kind or for kinds of one unit.',
});

export const Mismatches = listing({
  node: 'Mismatch',
  nl: 'mismatches',
  type: () => Mismatch,
  filter: () => MismatchFilter,
  orderBy: MismatchSort,
});
