import type { EntityManager } from 'typeorm';
import type { Context } from '../context';

/**
 * The same context, of which every transaction is this one: so that several deeds are done together or not at all.
 */
export function within(ctx: Context, tx: EntityManager): Context {
  const inside: Context = Object.create(ctx, {
    transaction: { value: <T>(work: (inner: EntityManager) => Promise<T>) => work(tx) },
    later: { value: () => inside },
  });
  return inside;
}
