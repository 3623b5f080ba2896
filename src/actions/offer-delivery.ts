import { DraftRemark } from '../../entities';
import type { Context } from '../context';
import { checkDraft } from '../delivery/draft/check-draft';
import { obstaclesOf } from '../delivery/draft/obstacles';
import { Invalid } from '../errors';
import { change, takeStep } from './delivery-steps';

/** Puts a draft before a second person, when nothing stands in the way of submitting it. */
export const offerDelivery = (ctx: Context, id: string): Promise<string> =>
  takeStep(ctx, { mutation: 'offerDelivery', step: 'OFFER', deed: 'delivery offered' }, id, async (taking) => {
    await checkDraft(taking.tx, taking);
    const obstacles = await obstaclesOf(taking.tx, taking);
    if (obstacles.length > 0)
      throw new Invalid(obstacles.map((one) => ({ field: 'delivery', en: one.en, nl: one.nl })));
    await change(ctx, taking, { offeredAt: ctx.now });
  });

/** Takes an offer back, to go on filling in. */
export const withdrawDelivery = (ctx: Context, id: string): Promise<string> =>
  takeStep(ctx, { mutation: 'withdrawDelivery', step: 'WITHDRAW', deed: 'offer withdrawn' }, id, async (taking) => {
    await change(ctx, taking);
  });

/** The second person sends it back to the colleague who offered it, and says why: between the two of them, so in the draft. */
export const sendBackDelivery = (ctx: Context, id: string, reason: string): Promise<string> =>
  takeStep(
    ctx,
    { mutation: 'sendBackDelivery', step: 'SEND_BACK', deed: 'offer sent back' },
    id,
    async (taking) => {
      await change(ctx, taking);
      const { tx, delivery, party, reason: remark } = taking;
      const written = { remark, writtenBy: ctx.viewer.subject, writtenAt: ctx.now };
      await tx.upsert(DraftRemark, { deliveryId: delivery.id, partyId: party.id, ...written }, ['deliveryId']);
    },
    reason,
  );
