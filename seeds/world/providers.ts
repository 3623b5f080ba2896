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

export function concernsAndProviders(
  size: WorldSize,
  scale: Scale,
  land: Country,
): { concerns: Concern[]; providers: Provider[] } {
  const chance = new Chance(`${size}/providers`);
  const names = new Names(new Chance(`${size}/names`));
  const ids = new Chance(`${size}/provider-ids`);
  const regions = land.activeRegions;
  const total = NATIONAL_YOUTH_REVENUE * land.activeShare;
  const ranked = scale.ewsProviders - scale.designated;
  const revenues = revenuesByRank(ranked, total - scale.designated * 1.4e6);
  const ranks = ranksFor(scale, ranked, chance);
  const certifiedHomes = homesFor(scale.certifiedInstitutions, regions, chance);
  const otherHomes = homesFor(scale.ewsProviders, regions, chance);
  const free = STORIES.slice(1, scale.stories);

  const providers: Provider[] = [];
  const concerns: Concern[] = [];
  for (let index = 0; index < scale.ewsProviders; index++) {
    const isFirst = index === 0;
    const isCertified = index >= 1 && index <= scale.certifiedInstitutions;
    const isDesignated = index >= ranked;
    const youthRevenue = isDesignated ? chance.between(0.8e6, 1.9e6) : (revenues[ranks[index] as number] as number);
    const size01 = Math.min(1, Math.max(0, Math.log(youthRevenue / THRESHOLD) / Math.log(50)));
    const profile = isFirst
      ? BROAD
      : isCertified
        ? CERTIFIED
        : chance.weighted(PROFILES.map((p) => [p, p.weightSmall * (1 - size01) + p.weightLarge * size01] as const));
    const home = isFirst
      ? (regions.find((region) => region.code === 'JZ01') as Region)
      : ((isCertified ? certifiedHomes[index - 1] : otherHomes[index]) as Region);
    const name = isFirst ? 'De Wissel' : names.next(isCertified ? 'CERTIFIED_INSTITUTION' : 'YOUTH_CARE');
    if (index < scale.concerns)
      concerns.push({ id: ids.uuid(), name: isFirst ? 'De Wissel Groep' : `${name.split(' ')[0]} Groep` });
    const isSecure = profile.name === 'secure';
    providers.push({
      index,
      id: ids.uuid(),
      key: keyOf(name),
      name,
      kvkNumber: kvkOf(index),
      agbCode: kvkOf(index + 500_000),
      kind: isCertified ? 'CERTIFIED_INSTITUTION' : 'YOUTH_CARE',
      concern: concerns[index < scale.concerns ? index : chance.whole(0, Math.floor(scale.concerns / 8))] as Concern,
      seat: isFirst
        ? (home.municipalities.find((town) => town.code === 'GM0014') as Municipality)
        : seatIn(home, chance),
      home,
      profile,
      isEws: true,
      isDesignated,
      isCrucial: isFirst || isCertified || isSecure || isDesignated || (youthRevenue > 40e6 && chance.yes(0.7)),
      youthRevenue,
      youthShare: isCertified || chance.yes(0.35) ? 1 : chance.between(0.55, 0.98),
      story: isDesignated ? null : storyFor(index, youthRevenue, scale, free),
    });
  }

  const smallRevenue = (total * SMALL_PROVIDERS_SHARE) / Math.max(1, scale.otherProviders);
  const smallHomes = homesFor(scale.otherProviders, regions, chance);
  for (let at = 0; at < scale.otherProviders; at++) {
    const index = scale.ewsProviders + at;
    const name = names.next('SMALL');
    const home = smallHomes[at] as Region;
    providers.push({
      index,
      id: ids.uuid(),
      key: keyOf(name),
      name,
      kvkNumber: kvkOf(index),
      agbCode: chance.yes(0.8) ? kvkOf(index + 500_000) : null,
      kind: 'YOUTH_CARE',
      concern: null,
      seat: seatIn(home, chance),
      home,
      profile: chance.weighted(PROFILES.filter((p) => p.name !== 'broad').map((p) => [p, p.weightSmall] as const)),
      isEws: false,
      isDesignated: false,
      isCrucial: false,
      youthRevenue: Math.min(1.8e6, smallRevenue * Math.exp(chance.normal(-0.25, 0.7))),
      youthShare: 1,
      story: null,
    });
  }
  return { concerns, providers };
}
