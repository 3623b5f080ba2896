/** Lays the sums out as markets, once, so that asking what happens when a provider stops costs next to nothing. */
import type { CareMarket, DeclaredSum, MarketFacts, MarketProvider } from './market';
import { addUpDays, marketOf, type Sums } from './market-of';
import { type Candidate, candidatesOf, contractsOf } from './take-over';

/** A market and who is contracted in or near it. */
export interface LaidOut {
  readonly market: CareMarket;
  /** Looked for when first asked, and kept: beside the markets of a question lie many of which nobody asks. */
  readonly candidates: () => readonly Candidate[];
}

export interface Market {
  readonly providers: ReadonlyMap<string, MarketProvider>;
  readonly markets: ReadonlyMap<string, LaidOut>;
  /** The markets in which a provider declared, by provider. */
  readonly served: ReadonlyMap<string, readonly LaidOut[]>;
}

export function marketKey(careForm: string, region: string): string {
  return `${careForm} ${region}`;
}

export function prepareMarket(facts: MarketFacts): Market {
  const providers = new Map(facts.providers.map((provider) => [provider.id, provider]));
  const contracts = contractsOf(facts.contracted);
  const demand = new Map(facts.demand.map((sum) => [marketKey(sum.careForm, sum.region), sum]));
  const markets = new Map<string, LaidOut>();
  const served = new Map<string, LaidOut[]>();
  for (const [key, sums] of sumsOf(facts)) {
    const market = marketOf(sums, { demand: demand.get(key) ?? null, contracts, providers, days: facts.days });
    const laidOut = { market, candidates: once(() => candidatesOf(market, contracts, providers, facts.neighbours)) };
    markets.set(key, laidOut);
    for (const { provider, amount } of market.providers) {
      if (amount <= 0n) continue;
      const own = served.get(provider);
      if (own) own.push(laidOut);
      else served.set(provider, [laidOut]);
    }
  }
  return { providers, markets, served };
}

function once<T>(work: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

/** In order of form and region, whatever the order of the rows. */
function sumsOf({ declared, contracted, demand }: MarketFacts): [string, Sums][] {
  const all = new Map<string, Sums>();
  const sumsAt = (careForm: string, region: string): Sums => {
    const key = marketKey(careForm, region);
    const sums = all.get(key) ?? { careForm, region, declared: new Map() };
    all.set(key, sums);
    return sums;
  };
  for (const row of declared) add(sumsAt(row.careForm, row.region), row);
  for (const { careForm, region } of contracted) if (region !== null) sumsAt(careForm, region);
  for (const { careForm, region } of demand) sumsAt(careForm, region);
  return [...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function add({ declared }: Sums, { provider, amount, days }: DeclaredSum): void {
  const sum = declared.get(provider);
  declared.set(provider, { amount: (sum?.amount ?? 0n) + amount, days: addUpDays(sum?.days ?? null, days) });
}
