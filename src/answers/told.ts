/** How the numbers of a rule are told: a ratio with its six decimals, places with what they are counted from. */
import { type Ratio, toDecimal } from '../domain/ratio';
import type { Places } from '../domain/waterbed/market';

export const ratioText = (value: Ratio | null): string | null => value && toDecimal(value);

export const toldPlaces = ({ count, basis, isEstimate }: Places) => ({
  places: count,
  placesBasis: basis,
  isEstimate,
});
