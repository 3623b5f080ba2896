import type { Context } from '../context';
import { appendAuditEntry } from '../database/logs';
import { EwsError } from '../errors';

/**
 * Writes down that an account tried what it may not do. Not who has not signed in: they could fill the log. What was to be
 * done is not looked at, so nothing is told by it.
 */
export async function noteRefusal(ctx: Context, mutation: string, error: unknown): Promise<void> {
  const { viewer, origin, traceId } = ctx;
  const isRefusal = error instanceof EwsError && error.code === 'FORBIDDEN' && viewer.partyId !== null;
  if (!isRefusal) return;
  const deed = { action: 'mutation refused', objectKind: 'mutation', objectId: mutation, result: 'REFUSED' } as const;
  await ctx.transaction((tx) => appendAuditEntry(tx, deed, { subject: viewer.subject, origin, traceId }));
}
