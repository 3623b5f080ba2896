import type { ProviderKind } from '../../src/domain/vocabulary';
import { FOR_EVER } from './calendar';
import { BROAD, CERTIFIED, PROFILES, type Profile } from './care';
import { Chance } from './chance';
import type { Country, Municipality, Region } from './country';
import { agbOf, type Draw, homesFor, profileFor, registered, seatIn, THRESHOLD } from './draw';
import { failingProviders } from './failing';
import { Names } from './names';
import type { Scale, WorldSize } from './size';
import { STORIES, type Story } from './stories';

export interface Concern {
  readonly id: string;
  readonly name: string;
}

export interface Provider {
  readonly index: number;
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kvkNumber: string;
  readonly agbCode: string | null;
  readonly kind: ProviderKind;
  readonly concern: Concern | null;
  readonly seat: Municipality;
  readonly home: Region;
  readonly profile: Profile;
  readonly isEws: boolean;
  /** Below the threshold, but designated by its region. */
  readonly isDesignated: boolean;
  readonly isCrucial: boolean;
  /** Jeugdwet revenue in euros over the last four quarters, before what its story does. */
  readonly youthRevenue: number;
  /** Jeugdwet revenue as a share of all revenue. */
  readonly youthShare: number;
  readonly story: Story | null;
}

/** EUR 6.5 billion of youth revenue, at least EUR 2 million each, the largest 25 of 270 about 30 % (domain.md 11). */
const NATIONAL_YOUTH_REVENUE = 6.5e9;
const SPREAD = 0.86;
/** What providers too small for the early warning system earn together, as a share of what the EWS providers earn. */
const SMALL_PROVIDERS_SHARE = 0.06;
/** In euros a year: between EUR 0.8 and 1.9 million. */
const MEAN_DESIGNATED = 1.35e6;
/** The provider of the personas and examples, in every world. */
const FIRST = { name: 'De Wissel', region: 'JZ01', municipality: 'GM0014' } as const;
/** Above this total revenue a provider is "large" in the trend analysis of the JA (EUR 20 million). */
const LARGE = 20e6;
export const isLarge = (provider: Provider) => provider.youthRevenue / provider.youthShare > LARGE;

/** The day on which a provider failed, from which it is no more; far away for the others. */
export const endOf = ({ story }: Pick<Provider, 'story'>) => story?.failsOn ?? FOR_EVER;
export const hasFailed = (provider: Pick<Provider, 'story'>) => endOf(provider) < FOR_EVER;

/** Tukey's approximation of the quantiles of the normal distribution. */
const normalQuantile = (p: number) => 4.91 * (p ** 0.14 - (1 - p) ** 0.14);

/** Log-normal revenues above the threshold from large to small, one per rank, so that every world has the same spread. */
export function revenuesByRank(count: number, total: number): number[] {
  const excess = Array.from({ length: count }, (_, rank) =>
    Math.exp(SPREAD * normalQuantile(1 - (rank + 0.5) / count)),
  );
  const scale = (total - count * THRESHOLD) / excess.reduce((sum, value) => sum + value, 0);
  return excess.map(
    (value) => THRESHOLD * 1.03 + value * scale * (1 - (0.03 * count * THRESHOLD) / (total - count * THRESHOLD)),
  );
}

/** The rank by revenue of every EWS provider: the first is large, certified institutions are never small. */
function ranksFor(scale: Scale, count: number, chance: Chance): number[] {
  const upper = chance.shuffle(Array.from({ length: count }, (_, rank) => rank).filter((rank) => rank < count * 0.45));
  const first = Math.round(count * 0.12);
  const certified = upper.filter((rank) => rank !== first).slice(0, scale.certifiedInstitutions);
  const taken = new Set([first, ...certified]);
  const others = chance.shuffle(Array.from({ length: count }, (_, rank) => rank).filter((rank) => !taken.has(rank)));
  return [first, ...certified, ...others];
}

/** Stories happen to middle-sized youth-care providers; the first story is that of the first provider. */
function storyFor(index: number, youthRevenue: number, scale: Scale, free: Story[]): Story | null {
  if (index === 0) return STORIES[0] as Story;
  if (index <= scale.certifiedInstitutions || youthRevenue < 4e6 || youthRevenue > 45e6) return null;
  return index % 3 === 0 ? (free.shift() ?? null) : null;
}

export function concernsAndProviders(
  size: WorldSize,
  scale: Scale,
  land: Country,
): { concerns: Concern[]; providers: Provider[] } {
  const draw: Draw = {
    chance: new Chance(`${size}/providers`),
    names: new Names(new Chance(`${size}/names`)),
    ids: new Chance(`${size}/provider-ids`),
  };
  const total = NATIONAL_YOUTH_REVENUE * land.activeShare;
  const { concerns, providers } = participants(scale, land.activeRegions, total, draw);
  const small = others(scale, land.activeRegions, total * SMALL_PROVIDERS_SHARE, draw);
  const failed = failingProviders(providers.length + small.length, scale, land.activeRegions, {
    ...draw,
    chance: new Chance(`${size}/failing`),
  });
  return {
    concerns: [...concerns, ...failed.map(({ concern }) => concern)],
    providers: [...providers, ...small, ...failed],
  };
}

/** Who takes part to the end: the first provider, then certified institutions, then the rest; the last are designated. */
function participants(scale: Scale, regions: readonly Region[], total: number, { chance, names, ids }: Draw) {
  const ranked = scale.ewsProviders - scale.designated;
  const revenues = revenuesByRank(ranked, total - scale.designated * MEAN_DESIGNATED);
  const ranks = ranksFor(scale, ranked, chance);
  const certifiedHomes = homesFor(scale.certifiedInstitutions, regions, chance);
  const otherHomes = homesFor(scale.ewsProviders, regions, chance);
  const free = STORIES.slice(1, scale.stories);
  const concerns: Concern[] = [];
  const providers = otherHomes.map((otherHome, index): Provider => {
    const isFirst = index === 0;
    const isCertified = index >= 1 && index <= scale.certifiedInstitutions;
    const isDesignated = index >= ranked;
    const youthRevenue = isDesignated ? chance.between(0.8e6, 1.9e6) : (revenues[ranks[index] as number] as number);
    const profile = isFirst ? BROAD : isCertified ? CERTIFIED : profileFor(youthRevenue, chance);
    const home = isFirst
      ? regionOf(FIRST.region, regions)
      : isCertified
        ? (certifiedHomes[index - 1] as Region)
        : otherHome;
    const name = isFirst ? FIRST.name : names.next(isCertified ? 'CERTIFIED_INSTITUTION' : 'YOUTH_CARE');
    if (index < scale.concerns) concerns.push({ id: ids.uuid(), name: `${isFirst ? name : name.split(' ')[0]} Groep` });
    const isLarge = youthRevenue > 40e6 && chance.yes(0.7);
    return {
      ...registered(index, name, ids),
      agbCode: agbOf(index),
      kind: isCertified ? 'CERTIFIED_INSTITUTION' : 'YOUTH_CARE',
      // The largest concerns have several providers.
      concern: concerns[index < scale.concerns ? index : chance.whole(0, Math.floor(scale.concerns / 8))] as Concern,
      seat: isFirst ? townOf(FIRST.municipality, home) : seatIn(home, chance),
      home,
      profile,
      isEws: true,
      isDesignated,
      isCrucial: isFirst || isCertified || isDesignated || profile.name === 'secure' || isLarge,
      youthRevenue,
      youthShare: isCertified || chance.yes(0.35) ? 1 : chance.between(0.55, 0.98),
      story: isDesignated ? null : storyFor(index, youthRevenue, scale, free),
    };
  });
  return { concerns, providers };
}

/** Providers in the register that are too small for the early warning system. */
function others(scale: Scale, regions: readonly Region[], total: number, { chance, names, ids }: Draw): Provider[] {
  const usual = total / Math.max(1, scale.otherProviders);
  const small = PROFILES.filter((profile) => profile !== BROAD).map(
    (profile) => [profile, profile.weightSmall] as const,
  );
  return homesFor(scale.otherProviders, regions, chance).map((home, at) => {
    const index = scale.ewsProviders + at;
    return {
      ...registered(index, names.next('SMALL'), ids),
      agbCode: chance.yes(0.8) ? agbOf(index) : null,
      kind: 'YOUTH_CARE',
      concern: null,
      seat: seatIn(home, chance),
      home,
      profile: chance.weighted(small),
      isEws: false,
      isDesignated: false,
      isCrucial: false,
      youthRevenue: Math.min(0.9 * THRESHOLD, usual * Math.exp(chance.normal(-0.25, 0.7))),
      youthShare: 1,
      story: null,
    };
  });
}

const regionOf = (code: string, regions: readonly Region[]) => regions.find((region) => region.code === code) as Region;
const townOf = (code: string, region: Region) =>
  region.municipalities.find((town) => town.code === code) as Municipality;
