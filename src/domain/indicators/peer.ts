/** Where a provider stands among its peers: a lens of its own, beside the ladder and the scorecard. */
import type { Ratio } from '../ratio';
import type { PeerGroup } from '../vocabulary';
import type { IndicatorDefinition } from './indicator';

/** From how many euro cents of revenue under the Jeugdwet a year a provider is of this size, the largest first: own default. */
export const SIZES = [
  ['LARGE', 2_500_000_000n],
  ['MIDDLE', 500_000_000n],
  ['SMALL', null],
] as const satisfies readonly (readonly [PeerGroup, bigint | null])[];

/** The group that is as large as a provider; null when its revenue is unknown. */
export function sizeOf(yearlyRevenue: bigint | null): PeerGroup | null {
  if (yearlyRevenue === null) return null;
  return SIZES.find(([, from]) => from === null || yearlyRevenue >= from)?.[0] ?? null;
}

/** Among fewer there is no position: it would say more about the few than about the one. */
export const PEERS_AT_LEAST = 10;

/**
 * The share of the peers that are strictly worse, and half of those that are equal: 0 is the worst, 1 the best, 1/2 the
 * middle. When neither direction is better, 0 is the lowest and 1 the highest. Exact: a whole number of half peers over
 * their number. Null among fewer than ten peers.
 * @param peers the known values of the other providers, from low to high; its own is not among them
 */
export function peerPosition(
  peers: readonly number[],
  value: number,
  better: IndicatorDefinition['better'],
): Ratio | null {
  if (peers.length < PEERS_AT_LEAST) return null;
  const lower = countBelow(peers, value);
  const upTo = countUpTo(peers, value);
  const worse = better === 'LOWER' ? peers.length - upTo : lower;
  return { numerator: BigInt(worse * 2 + upTo - lower), denominator: BigInt(peers.length * 2) };
}

/** How many are below the value, by halving. */
function countBelow(sorted: readonly number[], value: number): number {
  return countWhile(sorted, (other) => other < value);
}

function countUpTo(sorted: readonly number[], value: number): number {
  return countWhile(sorted, (other) => other <= value);
}

/** How many of the first hold, when all that hold come first. */
function countWhile(sorted: readonly number[], holds: (other: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle] as number)) from = middle + 1;
    else to = middle;
  }
  return from;
}
