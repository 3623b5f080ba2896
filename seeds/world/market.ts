import type { QuarterNumber } from './calendar';
import { FORM_COUNT, formAt } from './care';
import { Chance } from './chance';
import type { Country, Municipality, Region } from './country';
import { hasFailed, type Provider } from './providers';
import type { Scale, WorldSize } from './size';

/** One form of care that a provider offers in one region, and the municipalities it works for there. */
export interface Market {
  readonly provider: Provider;
  readonly region: Region;
  /** Index into CARE_FORMS. */
  readonly form: number;
  /** Share of the provider's youth revenue; of a lost market: as a share of what is left. */
  share: number;
  readonly towns: readonly { readonly town: Municipality; readonly share: number }[];
  /** Paid as a lump sum for a population: contracted, never declared. */
  readonly isTask: boolean;
  /** The first quarter in which the market is lost to others; null when it is not. */
  readonly lostFrom: QuarterNumber | null;
}

const TASK = { local: 0.1, regional: 0.01 };
/** What the provider that loses a contract had there, beside every euro that it has left. */
const LOST_SHARE = 0.45;
/** How many lines an EWS provider declares on for every line of a small one. */
const OTHER_PER_EWS = 6;
/** Municipalities that one provider works for, at most. */
const MOST_TOWNS = 40;
/** Nobody contracts care for less, in euros per year. */
const LEAST_MARKET = 20_000;

const REACH_OF_SMALL = [
  [1, 3],
  [2, 4],
  [3, 3],
] as const;

const distance = (a: Region, b: Region) => (a.longitude - b.longitude) ** 2 * 0.38 + (a.latitude - b.latitude) ** 2;

/** From near to far, the region itself first. */
function nearest(home: Region, regions: readonly Region[]): Region[] {
  return [...regions].sort((a, b) => distance(home, a) - distance(home, b));
}

/** How many regions a provider serves: one for most small ones, up to twelve for the largest. */
function reach(provider: Provider, chance: Chance): number {
  if (!provider.isEws) return chance.weighted(REACH_OF_SMALL);
  const wide = provider.profile.name === 'secure' ? 3 : 0;
  return Math.max(
    1,
    Math.min(12, Math.round(1 + 1.1 * Math.log(provider.youthRevenue / 3.5e6) + chance.normal(0, 0.7)) + wide),
  );
}

function regionsOf(provider: Provider, land: Country, certified: readonly Provider[], chance: Chance): Region[] {
  if (provider.kind === 'CERTIFIED_INSTITUTION') {
    const isNearest = (region: Region) =>
      certified.every((other) => distance(region, other.home) >= distance(region, provider.home));
    return [provider.home, ...land.activeRegions.filter((region) => region !== provider.home && isNearest(region))];
  }
  const count = reach(provider, chance);
  const [home, ...around] = nearest(provider.home, land.activeRegions) as [Region, ...Region[]];
  if (provider.index === 0) return [home, ...around.slice(0, 2)];
  return [home, ...around.filter((_, at) => at < count * 2 && chance.yes(0.62)).slice(0, count - 1)];
}

function formsOf(provider: Provider, chance: Chance): number[] {
  const [low, high] = provider.profile.count;
  const [main, ...others] = provider.profile.forms as readonly [number, ...number[]];
  const most = provider.isEws ? high : Math.min(high, 3);
  const extra = chance.whole(Math.min(low, most), most) - 1;
  // The first provider is the example of a broad one: it offers everything that its contracts show.
  return provider.index === 0 ? [main, ...others.slice(0, 5)] : [main, ...chance.shuffle(others).slice(0, extra)];
}

/** Municipalities in an order in which the large ones tend to come first. */
function townOrder(region: Region, chance: Chance): Municipality[] {
  return region.municipalities
    .map((town) => ({ town, at: chance.unit() ** (1 / Math.max(1, town.volume)) }))
    .sort((a, b) => b.at - a.at)
    .map(({ town }) => town);
}

function divide(towns: readonly Municipality[], chance: Chance): Market['towns'] {
  const weights = towns.map((town) => town.volume * chance.between(0.6, 1.4));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return towns.map((town, at) => ({ town, share: (weights[at] as number) / total }));
}

/** Adds up a number per market by the group it belongs to. */
function totals(markets: readonly Market[], groupOf: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let at = 0; at < markets.length; at++) (sums[groupOf[at] as number] as number) += (markets[at] as Market).share;
  return sums;
}

/**
 * Fits the shares so that every provider that is still there keeps its revenue and every region gets, as near as that allows, what CBS says
 * it uses per form of care (iterative proportional fitting, ending with the providers).
 */
function fitShares(markets: readonly Market[], land: Country): void {
  const regionAt = new Map(land.activeRegions.map((region, at) => [region, at]));
  const cellOf = Int32Array.from(
    markets,
    (market) => (regionAt.get(market.region) as number) * FORM_COUNT + market.form,
  );
  const providerOf = Int32Array.from(markets, (market) => market.provider.index);
  const cells = land.activeRegions.length * FORM_COUNT;
  const providers = Math.max(...providerOf) + 1;
  const offered = totals(markets, cellOf, cells);
  const revenue = totals(markets, providerOf, providers);
  const perVolume =
    revenue.reduce((sum, amount) => sum + amount, 0) / land.activeRegions.reduce((sum, r) => sum + r.volume, 0);
  const target = new Float64Array(cells);
  for (const [at, region] of land.activeRegions.entries()) {
    const shares = land.euroShares.map((share, form) => ((offered[at * FORM_COUNT + form] as number) > 0 ? share : 0));
    const known = shares.reduce((sum, share) => sum + share, 0);
    for (const [form, share] of shares.entries())
      target[at * FORM_COUNT + form] = (region.volume * perVolume * share) / known;
  }
  const scaleTo = (wanted: Float64Array, groupOf: Int32Array) => {
    const now = totals(markets, groupOf, wanted.length);
    for (const [at, market] of markets.entries()) {
      const group = groupOf[at] as number;
      market.share *= (wanted[group] as number) / (now[group] as number);
    }
  };
  for (let round = 0; round < 12; round++) {
    scaleTo(target, cellOf);
    scaleTo(revenue, providerOf);
  }
}

/** Where every provider works, on what, and for how much of its youth revenue. */
export function marketsOf(
  size: WorldSize,
  scale: Scale,
  land: Country,
  providers: readonly Provider[],
): Map<Provider, Market[]> {
  const chance = new Chance(`${size}/markets`);
  const certified = providers.filter((provider) => provider.kind === 'CERTIFIED_INSTITUTION');
  const drafts = providers.flatMap((provider) => {
    const served = regionsOf(provider, land, certified, chance);
    const offered = formsOf(provider, chance);
    return served.flatMap((region, at) =>
      offered
        .filter((_, form) => at === 0 || form === 0 || provider.index === 0 || chance.yes(provider.isEws ? 0.7 : 0.9))
        .map((form) => ({
          provider,
          region,
          form,
          most: Math.floor(MOST_TOWNS / served.length),
          weight: (at === 0 ? 3 : 1) * chance.between(0.5, 1.5),
        })),
    );
  });
  const perGroup = (isEws: boolean) =>
    drafts
      .filter((draft) => draft.provider.isEws === isEws && !hasFailed(draft.provider))
      .reduce((sum, draft) => sum + draft.region.municipalities.length, 0);
  const othersShare = scale.otherProviders / (scale.otherProviders + scale.ewsProviders * OTHER_PER_EWS);
  const density = new Map([
    [true, (scale.declarationLines * (1 - othersShare)) / perGroup(true)],
    [false, (scale.declarationLines * othersShare) / Math.max(1, perGroup(false))],
  ]);
  const order = new Map<string, Municipality[]>();
  const markets = new Map<Provider, Market[]>();
  for (const { provider, region, form, most, weight } of drafts) {
    const near = `${provider.index}/${region.code}`;
    if (!order.has(near)) order.set(near, townOrder(region, chance));
    const few = region.municipalities.length * (density.get(provider.isEws) as number) * chance.between(0.7, 1.3);
    const count = provider.index === 0 ? region.municipalities.length : Math.max(1, Math.min(most, Math.round(few)));
    const isLocal = formAt(form).isLocal;
    const market: Market = {
      provider,
      region,
      form,
      share: provider.youthRevenue * weight,
      towns: divide((order.get(near) as Municipality[]).slice(0, count), chance),
      isTask: provider.index !== 0 && chance.yes(isLocal ? TASK.local : TASK.regional),
      lostFrom: null,
    };
    const own = markets.get(provider);
    if (own) own.push(market);
    else markets.set(provider, [market]);
  }
  for (const [provider, own] of markets) {
    const total = own.reduce((sum, market) => sum + market.share, 0);
    for (const market of own) market.share *= provider.youthRevenue / total;
  }
  fitShares(
    [...markets].filter(([provider]) => provider.isEws && !hasFailed(provider)).flatMap(([, own]) => own),
    land,
  );
  for (const [provider, fitted] of markets) {
    const own = fitted.filter((market) => !provider.isEws || market.share > LEAST_MARKET);
    markets.set(provider, own);
    const kept = own.reduce((sum, market) => sum + market.share, 0);
    for (const market of own) market.share /= kept;
    if (provider.story?.kind === 'LOST_CONTRACT') own.push(lostMarket(provider, own, land, chance));
  }
  return markets;
}

function lostMarket(provider: Provider, own: readonly Market[], land: Country, chance: Chance): Market {
  const served = new Set(own.map((market) => market.region));
  const region = nearest(provider.home, land.activeRegions).find((other) => !served.has(other)) ?? provider.home;
  return {
    provider,
    region,
    form: (own[0] as Market).form % FORM_COUNT,
    share: LOST_SHARE,
    towns: divide(region.municipalities.slice(0, 3), chance),
    isTask: false,
    lostFrom: provider.story?.from ?? null,
  };
}
