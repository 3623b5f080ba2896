/**
 * The waterbed: press in one place, and it rises in another. What there is of a form of care in a region, and what has to
 * move, and whereto, when one provider stops.
 */
import type { Said } from '../language';
import type { Ratio } from '../ratio';
import { explainImpact } from './explain-impact';
import { type Market, marketKey } from './lay-out';
import type { CareMarket, Places } from './market';
import { type Candidate, withoutProvider } from './take-over';
import { type Difficulty, difficultyOf, gravest, type Level, likelihoodOf, MATRIX } from './two-part-test';

/** Providers, capacity, waiting and dependence of one form of care in one region; null when nothing is known there. */
export function careFormInRegion(careForm: string, region: string, { markets }: Market): CareMarket | null {
  return markets.get(marketKey(careForm, region))?.market ?? null;
}

/** What moves in one market. */
export interface MarketImpact {
  readonly careForm: string;
  readonly region: string;
  /** Cents a year. */
  readonly amount: bigint;
  readonly share: Ratio | null;
  readonly hhi: Ratio | null;
  readonly places: Places;
  /** Others that declared there. */
  readonly otherProviders: number;
  /** The able first; those who are not, with the reason. */
  readonly takeOver: readonly Candidate[];
  readonly able: number;
  readonly difficulty: Difficulty;
  /** Likelihood x difficulty. */
  readonly level: Level;
}

export interface Impact extends Said {
  readonly provider: string;
  /** By form and region, the largest amount first. */
  readonly markets: readonly MarketImpact[];
  /** Cents a year that move in all. */
  readonly amount: bigint;
  /** Young people or beds that move at the least: those of one form of care, the most of all forms. Null when none is known. */
  readonly placesAtLeast: number | null;
  /** All of them added up: who uses several forms counts in each. Null when one of them is not known. */
  readonly placesAtMost: number | null;
  readonly isEstimate: boolean;
  /** Markets of which the places are not known: the least leaves them out, and there is no most. */
  readonly placesUnknown: number;
  /** Every region it serves: for each of them, the others are where it will be felt as well. */
  readonly regions: readonly string[];
  readonly likelihood: Level;
  /** The gravest of its markets; null when it serves none. */
  readonly difficulty: Level | null;
  /** Null when there is nothing to replace. */
  readonly level: Level | null;
}

/** What happens when a provider stops. Null for a provider that is not known. */
export function impactIfStops(id: string, market: Market): Impact | null {
  const provider = market.providers.get(id);
  if (!provider) return null;
  const likelihood = likelihoodOf(provider.trede, provider.riskClass);
  const kin = kinOf(provider.id, provider.concern, market);
  const markets = (market.served.get(id) ?? [])
    .map(({ market: at, candidates }): MarketImpact => {
      const own = at.providers.find((share) => share.provider === id);
      const takeOver = withoutProvider(candidates(), provider, kin);
      const able = takeOver.reduce((count, { isAble }) => count + Number(isAble), 0);
      const share = own?.share ?? null;
      const difficulty = difficultyOf({ isCrucial: provider.isCrucial, share, hhi: at.hhi, able });
      return {
        careForm: at.careForm,
        region: at.region,
        amount: own?.amount ?? 0n,
        share,
        hhi: at.hhi,
        places: own?.places ?? { count: null, basis: null, isEstimate: false },
        otherProviders: at.active - 1,
        takeOver,
        able,
        difficulty,
        level: MATRIX[likelihood][difficulty.level],
      };
    })
    .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
  const difficulty = gravest(markets.map((one) => one.difficulty.level));
  return {
    provider: id,
    markets,
    amount: markets.reduce((sum, { amount }) => sum + amount, 0n),
    ...placesThatMove(markets),
    isEstimate: markets.some(({ places }) => places.isEstimate),
    regions: [...new Set(markets.map(({ region }) => region))].sort(),
    likelihood,
    difficulty,
    level: difficulty && MATRIX[likelihood][difficulty],
    ...explainImpact({ ...provider, markets }),
  };
}

/** A person may use several forms of care, but each of them in one region: so only the regions of one form add up. */
function placesThatMove(markets: readonly MarketImpact[]) {
  const byForm = new Map<string, number>();
  let placesUnknown = 0;
  for (const { careForm, places } of markets) {
    if (places.count === null) placesUnknown += 1;
    else byForm.set(careForm, (byForm.get(careForm) ?? 0) + places.count);
  }
  const counts = [...byForm.values()];
  const isWhole = counts.length > 0 && placesUnknown === 0;
  return {
    placesAtLeast: counts.length > 0 ? Math.max(...counts) : null,
    placesAtMost: isWhole ? counts.reduce((sum, count) => sum + count, 0) : null,
    placesUnknown,
  };
}

/** The others of its concern: when one stops, they may stop with it. */
function kinOf(id: string, concern: string | null, { providers }: Market): ReadonlySet<string> {
  if (concern === null) return new Set();
  return new Set(
    [...providers.values()].filter((one) => one.concern === concern && one.id !== id).map((one) => one.id),
  );
}
