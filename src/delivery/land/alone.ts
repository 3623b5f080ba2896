import type { EntityManager } from 'typeorm';

/**
 * Waits until nobody else submits for this party, and lets others wait until the end of the transaction: two deliveries that land
 * at once would each not see what the other lands, and both would hold. Take it after the lock of the delivery, never before.
 */
export const submitAlone = (tx: EntityManager, partyId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [partyId]);
