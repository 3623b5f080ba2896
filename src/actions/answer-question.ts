import type { Context } from '../context';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { inDraft } from './in-draft';

/**
 * Answers a question of the checks: the value is right, because. The answer lapses when the value changes.
 * @returns the API id of the delivery
 * @throws NotFound when it is no question of a draft of this party
 */
export async function answerQuestion(ctx: Context, id: string, explanation: string): Promise<string> {
  actor(ctx, 'answerQuestion');
  const key = keyOfId('DraftFinding', id, 'findingId');
  const [found]: { deliveryId: string }[] = await ctx.transaction((tx) =>
    tx.query(
      `select delivery_id as "deliveryId" from draft_finding
       where id = $1 and severity = 'QUESTION' and party_id = $2`,
      [key, ctx.viewer.partyId],
    ),
  );
  if (!found) throw new NotFound(NO_QUESTION);
  return inDraft(ctx, 'answerQuestion', `Delivery:${found.deliveryId}`, 'question answered', async ({ tx }) => {
    // Between the two transactions the value may have changed, and with it the question.
    const answered: unknown[] = await tx.query(
      `with answered as (update draft_finding set explanation = $2, answered_at = $3 where id = $1 returning id)
       select id from answered`,
      [key, explanation.trim(), ctx.now],
    );
    if (answered.length === 0) throw new NotFound(NO_QUESTION);
  });
}

const NO_QUESTION = {
  en: 'There is no such question. Ask for the findings of the draft again: a value may have changed.',
  nl: 'Deze vraag is er niet. Vraag de bevindingen van het concept opnieuw op: een waarde kan gewijzigd zijn.',
};
