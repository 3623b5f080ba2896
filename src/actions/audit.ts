import type { EntityManager } from 'typeorm';
import { AuditEntry } from '../../entities';
import type { Context } from '../context';

/**
 * Writes down who did what to which object, in the transaction that did it: no entry, no deed (BIO 8.15). The viewer must
 * act for a party.
 */
export async function audit(
  tx: EntityManager,
  { viewer, now, traceId }: Context,
  action: string,
  objectKind: string,
  objectId: string,
): Promise<void> {
  const { partyId, subject } = viewer;
  const entry = { at: now, partyId: partyId as string, subject, action, objectKind, objectId, traceId };
  // Asking nothing back: whoever adds an entry may not read the log.
  await tx.createQueryBuilder().insert().into(AuditEntry).values(entry).updateEntity(false).execute();
}
