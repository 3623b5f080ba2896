import { SIMULATED, YEARS, yearOf } from './calendar';
import { Chance } from './chance';
import { isLarge, type Provider } from './providers';
import type { WorldSize } from './size';

/**
 * Net result as a fraction of revenue. Means as the JA published them: 1.1 % to 1.6 % for all, lower for large providers
 * (0.9 % above EUR 20 million in 2023); a deviation of 4 points with 20-30 % loss-making takes a narrow middle and
 * long tails, so the draws are a mixture of two normal distributions.
 */
const MEANS: Readonly<Record<number, readonly [all: number, large: number]>> = {
  2022: [0.012, 0.006],
  2023: [0.015, 0.009],
  2024: [0.014, 0.008],
  2025: [0.015, 0.009],
  2026: [0.015, 0.009],
};
const LASTING = { middle: [0, 0.01], tails: [-0.004, 0.042], share: 0.14 } as const;
const YEARLY = { middle: [0, 0.01], tails: [-0.008, 0.078], share: 0.24 } as const;
const MOST = 0.2;
/** Result per quarter of the year beside the mean of the year: holidays in the third quarter, settlements in the last. */
const SEASON = [0.001, 0.002, -0.007, 0.004];

function draw(chance: Chance, { middle, tails, share }: typeof LASTING | typeof YEARLY): number {
  return chance.yes(share) ? chance.normal(tails[0], tails[1]) : chance.normal(middle[0], middle[1]);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The ordinary margin of every EWS provider in every simulated quarter, before what its story does. */
export function marginsOf(size: WorldSize, providers: readonly Provider[]): Map<Provider, number[]> {
  const chance = new Chance(`${size}/margins`);
  const groups = [providers.filter(isLarge), providers.filter((provider) => !isLarge(provider))] as const;
  const largeShare = groups[0].length / providers.length;
  const ofYear = new Map(providers.map((provider) => [provider, new Map<number, number>()]));
  const lasting = new Map(providers.map((provider) => [provider, draw(chance, LASTING)]));
  for (const year of YEARS) {
    const drawn = new Map(providers.map((p) => [p, (lasting.get(p) as number) + draw(chance, YEARLY)]));
    const [all, large] = MEANS[year] as readonly [number, number];
    const targets = [large, (all - largeShare * large) / (1 - largeShare)];
    for (const [at, group] of groups.entries()) {
      // Small worlds would stray from the published means by chance alone.
      const ordinary = group.filter((provider) => provider.story === null);
      const shift = (targets[at] as number) - mean(ordinary.map((provider) => drawn.get(provider) as number));
      for (const provider of group) {
        const margin = (drawn.get(provider) as number) + shift;
        ofYear
          .get(provider)
          ?.set(
            year,
            Math.max(-MOST, Math.min(MOST, provider.story ? Math.max(0.004, Math.min(margin, 0.02)) : margin)),
          );
      }
    }
  }
  return new Map(
    providers.map((provider) => [
      provider,
      SIMULATED.map(
        (q) => (ofYear.get(provider)?.get(yearOf(q)) as number) + (SEASON[q % 4] as number) + chance.normal(0, 0.006),
      ),
    ]),
  );
}
