import { Delivery } from '../../entities';
import type { Context } from '../context';
import { readFilling } from '../delivery/draft/filling';
import type { TimeClass } from '../domain/intake/burden';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

/** Says how long a delivery took. @returns the API id of the delivery */
export async function tellTimeTaken(ctx: Context, id: string, minutes: TimeClass): Promise<string> {
  const partyId = actor(ctx, 'tellTimeTaken');
  const key = keyOfId('Delivery', id, 'deliveryId');
  await ctx.transaction(async (tx) => {
    await readFilling(tx, key, partyId);
    await ctx.asSystem(tx, () => tx.update(Delivery, { id: key }, { minutes }));
    await audit(tx, ctx, 'time taken told', 'delivery', key);
  });
  return `Delivery:${key}`;
}
