/** Makes one market out of the sums of its providers: shares, places, capacity, waiting and dependence. */
import { allot } from '../mismatch/allot';
import { COVERAGE_MIN } from '../mismatch/compare';
import { compareRatios, divideRounded, fraction, type Ratio, ratio } from '../ratio';
import type { CareMarket, DemandSum, MarketProvider, MarketShare, Places } from './market';
import type { Contracts } from './take-over';

/** What a provider declared in a market. */
export interface Declared {
  readonly amount: bigint;
  readonly days: Ratio | null;
}

/** What is summed per provider in a market. */
export interface Sums {
  readonly careForm: string;
  readonly region: string;
  readonly declared: Map<string, Declared>;
}

interface Surroundings {
  readonly demand: DemandSum | null;
  readonly contracts: Contracts;
  readonly providers: ReadonlyMap<string, MarketProvider>;
  /** The number of days in the four quarters. */
  readonly days: number;
}

const NOT_KNOWN: Places = { count: null, basis: null, isEstimate: false };

export function marketOf(sums: Sums, around: Surroundings): CareMarket {
  const { careForm, region, declared } = sums;
  const { demand } = around;
  const weights = new Map([...declared].flatMap(([id, { amount }]) => (amount > 0n ? [[id, amount] as const] : [])));
  const total = sumOfAmounts(weights.values());
  const providers = sharesOf(sums, weights, total, around);
  const young = demand && isCovered(demand) ? demand.youngPeople : null;
  const isPartial = demand?.covered !== demand?.coverable;
  const active = providers.filter(({ amount }) => amount > 0n);
  return {
    careForm,
    region,
    amount: total,
    places: placesOf(young, young === null ? allBeds(declared, around.days) : null, isPartial),
    capacity: sumOf(active.map(({ capacity }) => capacity)),
    waitingDays: demand?.waitingDays ?? null,
    waiting: waitingOf(demand),
    providers,
    active: active.length,
    largestShare: active[0]?.share ?? null,
    hhi: ratio(sumOfAmounts([...weights.values()].map((amount) => amount * amount)), total * total),
  };
}

/** Everybody who declared or is contracted there, the largest first. */
function sharesOf(
  { careForm, region, declared }: Sums,
  weights: ReadonlyMap<string, bigint>,
  total: bigint,
  { demand, contracts, providers, days }: Surroundings,
): MarketShare[] {
  const here = contracts.inRegion(careForm, region);
  const young = demand && isCovered(demand) ? demand.youngPeople : null;
  const heads = young === null ? null : allot(BigInt(young), weights);
  const isAllotted = weights.size > 1 || demand?.covered !== demand?.coverable;
  return [...new Set([...declared.keys(), ...here.keys()])]
    .map((provider): MarketShare => {
      const { amount, days: stay } = declared.get(provider) ?? { amount: 0n, days: null };
      const beds = occupied(stay, days);
      return {
        provider,
        amount,
        share: ratio(amount > 0n ? amount : 0n, total),
        places: placesOf(heads && Number(heads.get(provider) ?? 0n), beds, isAllotted),
        capacity: capacityOf(beds, providers.get(provider)?.bedOccupancy ?? null),
        isContracted: here.has(provider),
        annualValue: here.get(provider) ?? null,
      };
    })
    .sort(bySize);
}

function bySize(a: MarketShare, b: MarketShare): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
  return a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0;
}

function sumOfAmounts(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** Where nobody tells of referrals it is not known how many wait: not zero. */
function waitingOf(demand: DemandSum | null): number | null {
  const { referrals = null, starts = null } = demand ?? {};
  return referrals === null || starts === null ? null : referrals - starts;
}

/** Fewer municipalities than 80 % are no ground to count young people on. */
function isCovered({ covered, coverable }: DemandSum): boolean {
  const coverage = ratio(BigInt(covered), BigInt(coverable));
  return coverage !== null && compareRatios(coverage, COVERAGE_MIN) >= 0;
}

function placesOf(heads: number | null, beds: Ratio | null, isEstimate: boolean): Places {
  if (heads !== null) return { count: heads, basis: 'MUNICIPAL_REPORTS', isEstimate };
  if (beds !== null) return { count: whole(beds), basis: 'DECLARED_DAYS', isEstimate: true };
  return NOT_KNOWN;
}

/** Beds that were occupied on average. */
function occupied(stay: Ratio | null, days: number): Ratio | null {
  return stay && ratio(stay.numerator, stay.denominator * BigInt(days));
}

/** Known only when all care there is declared in days. */
function allBeds(declared: Sums['declared'], days: number): Ratio | null {
  const stays = [...declared.values()].map((sum) => sum.days);
  return stays.includes(null) ? null : occupied(stays.reduce(addUpDays, null), days);
}

function capacityOf(beds: Ratio | null, occupancy: Ratio | null): number | null {
  if (beds === null || occupancy === null) return null;
  const capacity = ratio(beds.numerator * occupancy.denominator, beds.denominator * occupancy.numerator);
  return capacity && whole(capacity);
}

function whole({ numerator, denominator }: Ratio): number {
  return Number(divideRounded(numerator, denominator));
}

/** Null when one is unknown, or there is none: part of a sum is not the sum. */
function sumOf(counts: readonly (number | null)[]): number | null {
  if (counts.length === 0) return null;
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/**
 * Days of stay of several rows; those in another unit add none. Decimals have denominators that divide each other, so that
 * a sum of many does not grow into an endless fraction.
 */
export function addUpDays(a: Ratio | null, b: Ratio | null): Ratio | null {
  if (a === null || b === null) return a ?? b;
  const [fine, coarse] = a.denominator >= b.denominator ? [a, b] : [b, a];
  if (fine.denominator % coarse.denominator !== 0n) {
    const cross = a.numerator * b.denominator + b.numerator * a.denominator;
    return fraction(cross, a.denominator * b.denominator);
  }
  const times = fine.denominator / coarse.denominator;
  return fraction(fine.numerator + coarse.numerator * times, fine.denominator);
}
