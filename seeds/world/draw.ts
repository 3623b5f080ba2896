import { PROFILES, type Profile } from './care';
import type { Chance } from './chance';
import type { Region } from './country';
import { keyOf, type Names } from './names';

/** What the providers of one world are drawn from. */
export interface Draw {
  readonly chance: Chance;
  readonly names: Names;
  readonly ids: Chance;
}

/** Jeugdwet revenue in euros a year from which a provider takes part (covenant 3.1.2). */
export const THRESHOLD = 2e6;
/** Far from the KvK numbers. */
const AGB_OFFSET = 500_000;

/** Homes spread over the regions in proportion to the care that is used there. */
export function homesFor(count: number, regions: readonly Region[], chance: Chance): Region[] {
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

export const seatIn = (region: Region, chance: Chance) =>
  chance.weighted(region.municipalities.map((town) => [town, town.volume] as const));

/** Unique because 7919 and a million have no common divisor; no KvK number starts with two zeros. */
const kvkOf = (index: number) => `00${String((index * 7919 + 104_729) % 1_000_000).padStart(6, '0')}`;

/** Small providers offer one kind of care, large ones many. */
export function profileFor(youthRevenue: number, chance: Chance): Profile {
  const size = Math.min(1, Math.max(0, Math.log(youthRevenue / THRESHOLD) / Math.log(50)));
  return chance.weighted(PROFILES.map((p) => [p, p.weightSmall * (1 - size) + p.weightLarge * size] as const));
}

/** How a provider stands in the register. */
export const registered = (index: number, name: string, ids: Chance) => ({
  index,
  id: ids.uuid(),
  key: keyOf(name),
  name,
  kvkNumber: kvkOf(index),
});

export const agbOf = (index: number) => kvkOf(index + AGB_OFFSET);
