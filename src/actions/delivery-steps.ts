/** What happens to a delivery besides filling it in: offered, submitted, given back, accepted, corrected (portal S2). */
import type { EntityManager } from 'typeorm';
import { Delivery } from '../../entities';
import type { Context } from '../context';
import { type Filling, readFilling } from '../delivery/draft/filling';
import { type DeliveryStep, type Life, refusals, TRANSITIONS } from '../domain/intake/transitions';
import { Conflict, Invalid } from '../errors';
import type { Mutation } from '../policy/acts';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

export interface Step {
  readonly mutation: Mutation;
  readonly step: DeliveryStep;
  /** For the audit log. */
  readonly deed: string;
}

/** The delivery at the moment of a step that may be taken. */
export interface Taking extends Filling {
  readonly tx: EntityManager;
  readonly key: string;
}

/**
 * Takes a step in the life of a delivery, with what belongs to it, in one transaction.
 * @returns the API id of the delivery
 * @throws NotFound when it is not there for this viewer
 * @throws Conflict with every reason when the step may not be taken now
 */
export async function takeStep(
  ctx: Context,
  { mutation, step, deed }: Step,
  id: string,
  work: (taking: Taking) => Promise<void>,
  reason?: string,
): Promise<string> {
  const viewerParty = actor(ctx, mutation);
  const key = keyOfId('Delivery', id, 'deliveryId');
  const isOfParty = TRANSITIONS[step].side === 'PARTY';
  await ctx.transaction(async (tx) => {
    const filling = await readFilling(tx, key, isOfParty ? viewerParty : null);
    const { subject: by, functions } = ctx.viewer;
    const fourEyes = filling.party.wantsFourEyes ? 'NOT_THE_OFFERER' : 'NONE';
    const refused = refusals(await lifeOf(tx, filling), {
      ...{ step, by, functions, isOfParty, fourEyes },
      ...(reason !== undefined && { reason }),
    });
    if (refused.some(({ code }) => code === 'REASON'))
      throw new Invalid(refused.map((one) => ({ field: 'reason', ...one })));
    if (refused.length > 0) throw new Conflict(together(refused));
    await work({ ...filling, tx, key });
    await audit(tx, ctx, deed, 'delivery', key);
  });
  return `Delivery:${key}`;
}

const together = (refused: readonly { readonly en: string; readonly nl: string }[]) => ({
  en: refused.map(({ en }) => en).join(' '),
  nl: refused.map(({ nl }) => nl).join(' '),
});

async function lifeOf(tx: EntityManager, { delivery }: Filling): Promise<Life> {
  const [{ lastChangedBy, isReplaced }]: [Pick<Life, 'lastChangedBy' | 'isReplaced'>] = await tx.query(
    `select (select changed_by from draft_value where delivery_id = $1 order by changed_at desc limit 1) as "lastChangedBy",
       exists (select from delivery d where d.party_id = $2 and d.uitvraag_key = $3 and d.period_start = $4 and d.period_end = $5
         and d.version > $6) as "isReplaced"`,
    [delivery.id, delivery.partyId, delivery.uitvraagKey, delivery.periodStart, delivery.periodEnd, delivery.version],
  );
  const { status, version, offeredBy, submittedBy } = delivery;
  return { status, version, offeredBy, submittedBy, lastChangedBy, isReplaced };
}

/** Changes the delivery itself, which the system does for whoever took the step. */
export const change = (ctx: Context, { tx, key }: Taking, values: Partial<Delivery>): Promise<unknown> =>
  ctx.asSystem(tx, () => tx.update(Delivery, { id: key }, values));
