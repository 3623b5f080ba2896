import type { EntityManager } from 'typeorm';
import type { Context } from '../context';
import { appendAuditEntry } from '../database/logs';

/**
 * Writes down who did what to which object, in the transaction that did it: no entry, no deed (BIO 8.15). The last thing
 * that a transaction does, because everybody else who writes waits for its end from then on.
 */
export function audit(
  tx: EntityManager,
  { viewer: { subject }, origin, traceId }: Context,
  action: string,
  objectKind: string,
  objectId: string,
): Promise<void> {
  return appendAuditEntry(tx, { action, objectKind, objectId, result: 'OK' }, { subject, origin, traceId });
}
