import { randomBytes } from 'node:crypto';
import { CalendarFeed } from '../../entities';
import type { Context } from '../context';
import { sha256 } from '../delivery/sha256';
import { actor } from './actor';
import { audit } from './audit';

/** A secret address for a calendar program, which cannot sign in. It is kept by its digest alone, and shown once. */
export async function openCalendarFeed(ctx: Context): Promise<{ path: string; openedAt: Date }> {
  const partyId = actor(ctx, 'openCalendarFeed');
  const token = randomBytes(24).toString('base64url');
  await ctx.transaction(async (tx) => {
    await tx.upsert(CalendarFeed, { partyId, tokenHash: sha256(token), openedAt: ctx.now }, ['partyId']);
    await audit(tx, ctx, 'calendar feed opened', 'party', partyId);
  });
  return { path: `/v1/calendars/${token}.ics`, openedAt: ctx.now };
}
