import type { Context } from '../context';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { keptTexts } from './free-text';
import { type Draft, inDraft } from './in-draft';

/**
 * Answers a question of the checks: the value is right, because. The answer lapses when the value changes.
 * @returns the API id of the delivery
 * @throws NotFound when it is no question of a draft of this party
 * @throws Invalid when the explanation says nothing, or holds what may not be kept
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
  // Between the two transactions the value may have changed, and with it the question.
  return inDraft(ctx, 'answerQuestion', `Delivery:${found.deliveryId}`, 'question answered', (draft) =>
    writeAnswers(draft, [{ key, explanation, field: 'explanation' }]),
  );
}

export interface Answer {
  /** Of the question. */
  readonly key: string;
  readonly explanation: string;
  /** As the caller calls the explanation. */
  readonly field: string;
}

/** Writes answers to questions of a draft, each to another question. Throws as answerQuestion does. */
export async function writeAnswers({ tx, delivery, hand }: Draft, answers: readonly Answer[]): Promise<void> {
  const kept = keptTexts(answers.map(({ field, explanation }) => ({ field, text: explanation })));
  const written = answers.map(({ key }, at) => ({ key, explanation: kept[at] }));
  const answered: unknown[] = await tx.query(
    `with answered as (
       update draft_finding f set explanation = n.explanation, answered_at = $3
       from jsonb_to_recordset($2) as n (key uuid, explanation text)
       where f.delivery_id = $1 and f.id = n.key and f.severity = 'QUESTION'
       returning 1
     )
     select from answered`,
    [delivery.id, JSON.stringify(written), hand.now],
  );
  if (answered.length < answers.length) throw new NotFound(NO_QUESTION);
}

const NO_QUESTION = {
  en: 'There is no such question. Ask for the findings of the draft again: a value may have changed.',
  nl: 'Deze vraag is er niet. Vraag de bevindingen van het concept opnieuw op: een waarde kan gewijzigd zijn.',
};
