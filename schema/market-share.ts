import type { Places } from '../src/domain/waterbed/market';
import { PlacesBasis } from './enums';
import { Cents, Count, Flag, Of, Ratio, type Ref, Type } from './leaves';
import { Provider } from './provider';

@Type(
  'aandeel in een zorgvorm',
  'One provider of a form of care in a region over four quarters: its part of the care, and where it stands itself.',
)
export class MarketShare {
  @Of(() => Provider, 'aanbieder', 'The provider.') provider: Ref<Provider> | null;
  @Cents(
    'gedeclareerd',
    'What it declared there over the four quarters, in euro cents; 0 when it is contracted and declared nothing.',
  )
  amountCents: number | null;
  @Ratio('aandeel', 'Its amount / all amounts there: a fraction. Null when nothing was declared there.')
  share: number | null;
  @Count(
    'plaatsen',
    'Its young people, those of the place divided by share of the euros in whole numbers (what is left over goes to the largest remainders), or its occupied beds: declared days / days in the four quarters. Null when neither is known.',
  )
  places: number | null;
  @Of(() => PlacesBasis, 'telling', 'What the places are counted from; null without places.')
  placesBasis: Places['basis'];
  @Flag('raming', 'Whether the places are an estimate and not a count.') isEstimate: boolean | null;
  @Count(
    'capaciteit',
    'Its beds: those occupied / the mean of its bed occupancy as last told, an estimate. Null unless both are known.',
  )
  capacity: number | null;
  @Flag('gecontracteerd', 'Whether a contract for the form in the region runs at the end of the four quarters.')
  isContracted: boolean | null;
  @Cents(
    'contractwaarde',
    'Yearly value of those contracts, in euro cents: of each form and client as the provider reported it, else as the client did. Null without one, when it is not known, or when a contract is for a wider form of care.',
  )
  annualValueCents: number | null;
  @Count(
    'trede',
    'Its own trede in that quarter: as decided by people, or as computed when that is worse (covenant ch. 3). Null when not assessable, unless people decided on 4 or higher.',
  )
  trede: number | null;
}
