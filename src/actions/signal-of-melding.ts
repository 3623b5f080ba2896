import type { EntityManager } from 'typeorm';
import { type Melding, ProviderRisk } from '../../entities';
import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { refreshSignals } from './refresh/signals';
import { windowOf } from './refresh/window';

/**
 * The JA is to see at once that a melding came in: in the same transaction, and as the system, for the reporter sees no
 * signals. Of a provider outside the early warning system nothing else is known, and the melding itself is what there is.
 */
export async function signalOf(
  ctx: Context,
  tx: EntityManager,
  { providerId }: Pick<Melding, 'providerId'>,
): Promise<void> {
  if (providerId === null) return;
  await ctx.asSystem(tx, async () => {
    const today = dutchDay(ctx.now);
    const [window, takesPart] = [await windowOf(tx, today), await tx.existsBy(ProviderRisk, { providerId })];
    if (window && takesPart) await refreshSignals(tx, [providerId], window, today);
  });
}
