import type { Context } from '../context';
import { FIGURES } from '../domain/figures';
import { type CriterionDistance, type Distances, distanceToLimits as distancesOf } from '../domain/what-if/distance';
import { keyOfId } from '../reading/shapes/filters';
import { historyOf, quarterIn } from './history';
import { ratioText } from './told';

/**
 * How far a provider is from every limit of the ladder, figure by figure; null when nothing is known of the provider in that
 * quarter. Throws
 * Invalid for what is no id of a provider.
 * @param quarter as "2026Q3"; null for the latest of its history
 */
export async function distanceToLimits(ctx: Context, providerId: string, quarter: string | null) {
  const provider = keyOfId('Provider', providerId, 'providerId');
  const history = await historyOf(ctx, provider);
  const asked = quarterIn(history, quarter ?? null);
  if (asked === null) return null;
  return { providerId: provider, ...told(distancesOf(history, asked)) };
}

/** The criteria that hold first, and those that cannot be judged last. */
function told({ quarter, trede, holding, notHolding, notAssessable, note }: Distances) {
  return {
    ...{ quarter, trede, note },
    criteria: [
      ...[...holding, ...notHolding].map(toldCriterion),
      ...notAssessable.map(({ en, nl, ...rest }) => ({ ...rest, holds: null, says: { en, nl }, distances: [] })),
    ],
  };
}

function toldCriterion({ code, trede, holds, en, nl, distances }: CriterionDistance) {
  return { ...{ code, trede, holds, says: { en, nl }, missing: null }, distances: distances.map(toldDistance) };
}

function toldDistance(one: CriterionDistance['distances'][number]) {
  const { figure, now, en, nl } = one;
  const shared = { figure, name: FIGURES[figure], nowCents: now, explanation: { en, nl } };
  if (one.needed === null) return { ...shared, reason: one.reason };
  const { needed, change, share, isPlausible, tredeThen } = one;
  return { ...shared, neededCents: needed, changeCents: change, share: ratioText(share), isPlausible, tredeThen };
}
