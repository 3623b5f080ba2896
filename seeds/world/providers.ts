import type { ProviderKind } from '../../src/domain/vocabulary';
import { BROAD, CERTIFIED, PROFILES, type Profile } from './care';
import { Chance } from './chance';
import type { Country, Municipality, Region } from './country';
import { keyOf, Names } from './names';
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
const THRESHOLD = 2e6;
const SPREAD = 0.86;
/** What providers too small for the early warning system earn together, as a share of what the EWS providers earn. */
const SMALL_PROVIDERS_SHARE = 0.06;
/** In euros a year: between EUR 0.8 and 1.9 million. */
const MEAN_DESIGNATED = 1.35e6;
/** The provider of the personas and examples, in every world. */
const FIRST = { name: 'De Wissel', region: 'JZ01', municipality: 'GM0014' } as const;
/** Far from the KvK numbers. */
const AGB_OFFSET = 500_000;
/** Above this total revenue a provider is "large" in the trend analysis of the JA (EUR 20 million). */
const LARGE = 20e6;
export const isLarge = (provider: Provider) => provider.youthRevenue / provider.youthShare > LARGE;

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

/** Homes spread over the regions in proportion to the care that is used there. */
function homesFor(count: number, regions: readonly Region[], chance: Chance): Region[] {
  const total = regions.reduce((sum, region) => sum + region.volume, 0);
  const homes: Region[] = [];
  let passed = 0;
  const start = chance.unit();
  for (const region of regions) {
    passed += (region.volume / total) * count;
    while (homes.length < count && homes.length + start < passed) homes.push(region);
  }
  while (homes.length < count) homes.push(regions.at(-1) as Region);
  return chance.shuffle(homes);
}

const seatIn = (region: Region, chance: Chance) =>
  chance.weighted(region.municipalities.map((town) => [town, town.volume] as const));

/** Unique because 7919 and a million have no common divisor; no KvK number starts with two zeros. */
const kvkOf = (index: number) => `00${String((index * 7919 + 104_729) % 1_000_000).padStart(6, '0')}`;

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

/** What the providers of one world are drawn from. */
interface Draw {
  readonly chance: Chance;
  readonly names: Names;
  readonly ids: Chance;
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
  return {
    concerns,
    providers: [...providers, ...others(scale, land.activeRegions, total * SMALL_PROVIDERS_SHARE, draw)],
  };
}

/** The first provider, then the certified institutions, then everybody else; the last ones are small and designated. */
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
      agbCode: kvkOf(index + AGB_OFFSET),
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

/** Small providers offer one kind of care, large ones many. */
function profileFor(youthRevenue: number, chance: Chance): Profile {
  const size = Math.min(1, Math.max(0, Math.log(youthRevenue / THRESHOLD) / Math.log(50)));
  return chance.weighted(PROFILES.map((p) => [p, p.weightSmall * (1 - size) + p.weightLarge * size] as const));
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
      agbCode: chance.yes(0.8) ? kvkOf(index + AGB_OFFSET) : null,
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

const registered = (index: number, name: string, ids: Chance) => ({
  index,
  id: ids.uuid(),
  key: keyOf(name),
  name,
  kvkNumber: kvkOf(index),
});
const regionOf = (code: string, regions: readonly Region[]) => regions.find((region) => region.code === code) as Region;
const townOf = (code: string, region: Region) =>
  region.municipalities.find((town) => town.code === code) as Municipality;
