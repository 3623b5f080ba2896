import type { EntityManager } from 'typeorm';
import { Delivery, DeliveryFile } from '../../entities';
import type { Context } from '../context';
import { clearDraft } from '../delivery/draft/draft';
import { takeStep, versionBefore } from './delivery-steps';

/**
 * Drops a correction that was begun and not submitted, with all that was filled in: what it would have replaced stands.
 * @returns the API id of the version that stands
 */
export async function dropCorrection(ctx: Context, id: string): Promise<string> {
  let stands: string | null = null;
  await takeStep(
    ctx,
    { mutation: 'dropCorrection', step: 'DROP', deed: 'correction dropped' },
    id,
    async ({ tx, delivery, key }) => {
      stands = await versionBefore(tx, delivery);
      await clearDraft(tx, key);
      await tx.delete(DeliveryFile, { deliveryId: key });
      await forgetAnswers(tx, delivery.partyId, `Delivery:${key}`);
      await ctx.asSystem(tx, () => tx.delete(Delivery, { id: key }));
    },
  );
  return `Delivery:${stands}`;
}

/** What programs were answered about it holds no longer: who sends the same request again has it done anew (R-U4). */
const forgetAnswers = (tx: EntityManager, partyId: string, id: string): Promise<unknown> =>
  tx.query("delete from intake_request where party_id = $1 and answer ->> 'delivery' = $2", [partyId, id]);
