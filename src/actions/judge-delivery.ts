import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { change, takeStep } from './delivery-steps';

/** The JA gives a delivery back with a question: the party answers with a correction. */
export const returnDelivery = (ctx: Context, id: string, question: string): Promise<string> =>
  takeStep(
    ctx,
    { mutation: 'returnDelivery', step: 'RETURN', deed: 'delivery returned' },
    id,
    async (taking) => {
      await change(ctx, taking, { status: 'RETURNED', question: question.trim(), openedOn: dutchDay(ctx.now) });
    },
    question,
  );

/** The JA accepts a delivery. */
export const acceptDelivery = (ctx: Context, id: string): Promise<string> =>
  takeStep(ctx, { mutation: 'acceptDelivery', step: 'ACCEPT', deed: 'delivery accepted' }, id, async (taking) => {
    await change(ctx, taking, { status: 'ACCEPTED' });
  });
