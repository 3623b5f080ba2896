import { randomUUID } from 'node:crypto';
import { Delivery } from '../../entities';
import type { Context } from '../context';
import { checkDraft } from '../delivery/draft/check-draft';
import { readFilling } from '../delivery/draft/filling';
import { type Taking, takeStep } from './delivery-steps';

/**
 * Begins a correction: a new version, with the reason, that holds what was delivered until it is changed. Nothing is overwritten:
 * the version before stays as it was submitted.
 * @returns the API id of the new version
 */
export async function correctDelivery(ctx: Context, id: string, reason: string): Promise<string> {
  const newId = randomUUID();
  await takeStep(
    ctx,
    { mutation: 'correctDelivery', step: 'CORRECT', deed: 'correction begun' },
    id,
    async (taking) => {
      await ctx.asSystem(taking.tx, () => insertVersion(taking, newId));
      await takeOver(ctx, taking, newId);
      await checkDraft(taking.tx, await readFilling(taking.tx, newId, taking.party.id));
    },
    reason,
  );
  return `Delivery:${newId}`;
}

async function insertVersion({ tx, delivery, next, reason }: Taking, id: string): Promise<void> {
  const { partyId, providerId, uitvraagKey, uitvraagVersion, periodStart, periodEnd, dueOn } = delivery;
  const { status, version } = next;
  await tx.insert(Delivery, {
    ...{ id, partyId, providerId, uitvraagKey, uitvraagVersion, periodStart, periodEnd, dueOn },
    ...{ version, status, correctionReason: reason },
  });
}

/** The new version begins with the values of the one before, and with what was explained of them. Long lists stay as they were until a new file comes. */
async function takeOver(ctx: Context, { tx, delivery, party }: Taking, id: string): Promise<void> {
  await tx.query(
    `insert into draft_value (delivery_id, party_id, section, "row", field, value, version, origin, changed_by, changed_at)
     select $1, $2, section, "row", field, value, 1, 'PREVIOUS', $3, $4 from delivered_value where delivery_id = $5`,
    [id, party.id, ctx.viewer.subject, ctx.now, delivery.id],
  );
  await tx.query(
    `insert into draft_finding (delivery_id, party_id, is_from_file, position, severity, step, rule, section, "row", about, field, value,
       message_nl, message_en, explanation, answered_at)
     select $1, $2, false, position, 'QUESTION', 'COHERENCE', rule, section, "row", about, field, value, question_nl, question_en,
       explanation, answered_at
     from delivered_answer where delivery_id = $3`,
    [id, party.id, delivery.id],
  );
}
