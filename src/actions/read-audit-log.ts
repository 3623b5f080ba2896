import type { Context } from '../context';
import { mayAsk } from '../policy/grant';
import { audit } from './audit';

/** Who watches others is watched as well: that the audit log is going to be read is written in it first. */
export async function readAuditLog(ctx: Context): Promise<void> {
  // Whoever may not read it is refused by the planner.
  if (!mayAsk(ctx.viewer, 'auditLog')) return;
  await ctx.transaction((tx) => audit(tx, ctx, 'audit log read', 'audit log', 'auditLog'));
}
