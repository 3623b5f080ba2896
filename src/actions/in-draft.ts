import type { EntityManager } from 'typeorm';
import type { Context } from '../context';
import { beginDraft } from '../delivery/draft/begin';
import { checkDraft } from '../delivery/draft/check-draft';
import type { Hand } from '../delivery/draft/draft';
import { type Filling, readFilling } from '../delivery/draft/filling';
import { TRANSITIONS } from '../domain/intake/transitions';
import type { DeliveryStatus } from '../domain/vocabulary';
import { Conflict } from '../errors';
import type { Mutation } from '../policy/acts';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

const CHANGED_FROM: readonly DeliveryStatus[] = TRANSITIONS.CHANGE.from;

/** Throws Conflict when a delivery is no draft any more. */
export function refuseUnlessDraft({ delivery }: Filling): void {
  if (!CHANGED_FROM.includes(delivery.status)) throw new Conflict(NO_DRAFT);
}

export interface Draft extends Filling {
  readonly tx: EntityManager;
  readonly hand: Hand;
  /** It begins with this change: nobody has seen a value of it yet. */
  readonly isNew: boolean;
}

/**
 * Changes a draft of the viewer's party, checks all of it again, and writes down that it was changed.
 * @param afterwards what is read of the draft once it was checked, or answered
 * @returns the API id of the delivery
 * @throws NotFound when it is not there, or not the party's
 * @throws Conflict when it is no draft any more
 */
export async function inDraft(
  ctx: Context,
  mutation: Mutation,
  id: string,
  deed: string,
  change: (draft: Draft) => Promise<void>,
  afterwards: (draft: Draft) => Promise<void> = async () => undefined,
): Promise<string> {
  const partyId = actor(ctx, mutation);
  const key = keyOfId('Delivery', id, 'deliveryId');
  await ctx.transaction(async (tx) => {
    const filling = await readFilling(tx, key, partyId);
    refuseUnlessDraft(filling);
    const hand: Hand = { subject: ctx.viewer.subject, now: ctx.now, origin: 'FORM' };
    const isNew = await beginDraft(tx, filling, hand);
    await change({ ...filling, tx, hand, isNew });
    await checkDraft(tx, filling);
    await afterwards({ ...filling, tx, hand, isNew });
    await audit(tx, ctx, deed, 'delivery', key);
  });
  return `Delivery:${key}`;
}

const NO_DRAFT = {
  en: 'This delivery is not being filled in any more. Take it back while it awaits a second person, or correct it once it is submitted.',
  nl: 'Deze aanlevering wordt niet meer ingevuld. Haal haar terug zolang zij op een tweede persoon wacht, of corrigeer haar als zij is ingediend.',
};
