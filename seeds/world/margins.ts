import { SIMULATED, YEARS, yearOf } from './calendar';
import type { Chance } from './chance';
import { isLarge, type Provider } from './providers';

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
/** The draws that make a provider different, for good and for one year: a narrow middle, and sometimes a long tail. */
const LASTING = { middle: 0.01, tail: 0.038, sometimes: 0.13 } as const;
const YEARLY = { middle: 0.01, tail: 0.094, sometimes: 0.26 } as const;
const MOST = 0.2;
/** Result per quarter of the year beside the mean of the year: holidays in the third quarter, settlements in the last. */
const SEASON = [0.001, 0.002, -0.007, 0.004];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * Who got into trouble had an unremarkable business; who failed had any, and no good year once it slid. What strikes suddenly
 * was in nobody's books.
 */
function rangeOf({ story }: Provider, year: number): readonly [low: number, high: number] {
  if (story === null) return [-MOST, MOST];
  if (story.kind === 'SUDDEN') return [0.005, 0.03];
  if (story.failsOn === null) return [0.004, 0.02];
  return [-0.03, year < yearOf(story.from) ? 0.06 : 0.01];
}

/** The ordinary margin of EWS providers in every simulated quarter, before what their stories do. */
export function marginsOf(providers: readonly Provider[], chance: Chance): Map<Provider, number[]> {
  const groups = [providers.filter(isLarge), providers.filter((provider) => !isLarge(provider))] as const;
  const largeShare = groups[0].length / providers.length;
  const lasting = providers.map(() => chance.normal(0, chance.yes(LASTING.sometimes) ? LASTING.tail : LASTING.middle));
  const hadTail = new Set<Provider>();
  const ofYear = new Map<string, number>();
  for (const year of YEARS) {
    const drawn = new Map(
      providers.map((provider, at) => {
        // After an exceptional year things return to normal: few providers keep losing year after year.
        const isTail = !hadTail.delete(provider) && chance.yes(YEARLY.sometimes);
        if (isTail) hadTail.add(provider);
        return [provider, (lasting[at] as number) + chance.normal(0, isTail ? YEARLY.tail : YEARLY.middle)];
      }),
    );
    const [all, large] = MEANS[year] as readonly [number, number];
    const targets = [large, (all - largeShare * large) / (1 - largeShare)];
    for (const [at, group] of groups.entries()) {
      // Small worlds would stray from the published means by chance alone.
      const ordinary = group.filter((provider) => provider.story === null);
      const shift = (targets[at] as number) - mean(ordinary.map((provider) => drawn.get(provider) as number));
      for (const provider of group) {
        const margin = (drawn.get(provider) as number) + shift;
        ofYear.set(`${provider.index}/${year}`, within(margin, ...rangeOf(provider, year)));
      }
    }
  }
  const quarterly = (provider: Provider) =>
    SIMULATED.map((quarter) => {
      const yearly = ofYear.get(`${provider.index}/${yearOf(quarter)}`) as number;
      return yearly + (SEASON[quarter % 4] as number) + chance.normal(0, 0.006);
    });
  return new Map(providers.map((provider) => [provider, quarterly(provider)]));
}
