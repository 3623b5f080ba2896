import { randomBytes } from 'node:crypto';
import { CalendarFeed } from '../../entities';
import type { Context } from '../context';
import { sha256 } from '../delivery/sha256';
import { actor } from './actor';
import { audit } from './audit';

/** A secret address for a calendar program, which cannot sign in. It is kept by its digest alone, and shown once: of each person at most one. */
export async function openCalendarFeed(ctx: Context): Promise<{ path: string; openedAt: Date }> {
  const partyId = actor(ctx, 'openCalendarFeed');
  const token = randomBytes(24).toString('base64url');
  await ctx.transaction(async (tx) => {
    const feed = { partyId, openedBy: ctx.viewer.subject, tokenHash: sha256(token), openedAt: ctx.now };
    await tx.upsert(CalendarFeed, feed, ['partyId', 'openedBy']);
    await audit(tx, ctx, 'calendar feed opened', 'party', partyId);
  });
  return { path: `/v1/calendars/${token}.ics`, openedAt: ctx.now };
}

/** Ends that address: whoever has it finds nothing there any more. Null when there was none. */
export async function closeCalendarFeed(ctx: Context): Promise<{ path: null; openedAt: Date } | null> {
  const partyId = actor(ctx, 'closeCalendarFeed');
  return ctx.transaction(async (tx) => {
    const own = { partyId, openedBy: ctx.viewer.subject };
    const feed = await tx.findOneBy(CalendarFeed, own);
    if (!feed) return null;
    await tx.delete(CalendarFeed, own);
    await audit(tx, ctx, 'calendar feed closed', 'party', partyId);
    return { path: null, openedAt: feed.openedAt };
  });
}
