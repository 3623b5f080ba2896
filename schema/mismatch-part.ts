import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { YearWay } from './enums';
import { Count, Exact, Filter, Identity, Of, Ratio, type Ref, Type } from './leaves';
import { Mismatch } from './mismatch';
import { Provider } from './provider';

@Type(
  'deel van een mismatch',
  'What one provider adds to a mismatch of a region, a municipality or the country: that is the sum of its parts, in its unit. Budgets, production and results are allotted to regions by the value of the contracts that run on the last day of the quarter, national ones beside the regions, as the provider reported them or else its clients, in whole cents: what is left over goes to the largest remainders. A part of which one side is unknown is in neither sum.',
)
export class MismatchPart {
  @Of(() => Provider, 'aanbieder', 'The provider.') provider: Ref<Provider> | null;
  @Of(
    () => Mismatch,
    'mismatch van de aanbieder',
    'The same mismatch of the provider alone, with what its sources disagree about.',
  )
  mismatch: Ref<Mismatch> | null;
  @Exact('verwacht', 'What it adds to the planned side, in the unit of the mismatch; null when unknown.')
  expected: number | null;
  @Exact('werkelijk', 'What it adds to the realised side, in the unit of the mismatch; null when unknown.')
  actual: number | null;
  @Exact('verschil', 'Actual minus expected, in the unit of the mismatch; null when one side is missing.')
  difference: number | null;
  @Ratio(
    'verschil als aandeel',
    'Difference / expected: a fraction, 0.05 is 5 %; null when expected is not above 0 or a side is missing.',
  )
  differenceShare: number | null;
  @Exact(
    'gewicht',
    'How much it counts: 1 where amounts or numbers are added up. Occupancy and duration are a mean, weighted by the budgeted revenue in euro cents; null when that is unknown.',
  )
  weight: number | null;
  @Of(
    () => YearWay,
    'verloop van het jaar',
    'How its share of the year was taken; null when the whole year is compared.',
  )
  way: words.YearWay | null;
  @Count('aangeleverde bronnen', 'How many of its sources that should have delivered did.') covered: number | null;
  @Count('verwachte bronnen', 'How many of its sources should have delivered.') coverable: number | null;
  @Ratio('dekking', 'Delivered / expected sources: a fraction; null when nothing had to be delivered.')
  coverage: number | null;
}

@Filter('delen van een mismatch', 'parts of a mismatch')
export class MismatchPartFilter {
  @Identity('aanbieder', 'Only the part of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
}

export const MismatchPartSort = orders('MismatchPartSort', 'delen van een mismatch', {
  DIFFERENCE_DESC: 'Largest difference first, whichever way it goes.',
});

export const MismatchParts = listing({
  node: 'MismatchPart',
  nl: 'delen van een mismatch',
  type: () => MismatchPart,
  filter: () => MismatchPartFilter,
  orderBy: MismatchPartSort,
});
