import type { Region } from './country';
import { agbOf, type Draw, homesFor, profileFor, registered, seatIn, THRESHOLD } from './draw';
import type { Concern, Provider } from './providers';
import type { Scale } from './size';
import { FAILURES } from './stories';

/** Between EUR 2.2 and 36 million a year: the largest do not fail within a few years, and the smallest do not take part. */
const SIZES = { low: 0.1, high: 2.9 } as const;

/**
 * Providers that took part and failed, beside those that take part to the end. Who fails, how and when is a story of the
 * table, and everything else about them is drawn like anybody's. Neither our ladder nor our scorecard has a say in it:
 * rules that pick the failures would be proven right by them (docs/risk-model.md).
 * @param from the first free place in the register
 */
export function failingProviders(
  from: number,
  { failures }: Scale,
  regions: readonly Region[],
  { chance, names, ids }: Draw,
): (Provider & { concern: Concern })[] {
  const homes = homesFor(failures, regions, chance);
  return FAILURES.slice(0, failures).map((story, at) => {
    const youthRevenue = THRESHOLD * Math.exp(chance.between(SIZES.low, SIZES.high));
    const profile = profileFor(youthRevenue, chance);
    const home = homes[at] as Region;
    const name = names.next('YOUTH_CARE');
    return {
      ...registered(from + at, name, ids),
      agbCode: agbOf(from + at),
      kind: 'YOUTH_CARE',
      concern: { id: ids.uuid(), name: `${name.split(' ')[0]} Groep` },
      seat: seatIn(home, chance),
      home,
      profile,
      isEws: true,
      isDesignated: false,
      isCrucial: profile.name === 'secure',
      youthRevenue,
      youthShare: chance.yes(0.35) ? 1 : chance.between(0.55, 0.98),
      story,
    };
  });
}
