/** What happens to a delivery besides filling it in: offered, submitted, given back, accepted, corrected (portal S2). */
import type { EntityManager } from 'typeorm';
import { Delivery } from '../../entities';
import type { Context } from '../context';
import { type Filling, readFilling } from '../delivery/draft/filling';
import { afterStep, type DeliveryStep, type Life, refusals, TRANSITIONS } from '../domain/intake/transitions';
import { Conflict } from '../errors';
import type { Mutation } from '../policy/acts';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';
import { keptText } from './free-text';

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
  /** What it is after the step; what it was, when it is there no longer. */
  readonly next: Life;
  /** Why; empty for a step that needs no reason. */
  readonly reason: string;
}

/**
 * Takes a step in the life of a delivery, with what belongs to it, in one transaction.
 * @returns the API id of the delivery
 * @throws NotFound when it is not there for this viewer
 * @throws Invalid when it needs a reason, and what was given says none, or holds what may not be kept
 * @throws Conflict with every reason when the step may not be taken now
 */
export async function takeStep(
  ctx: Context,
  { mutation, step, deed }: Step,
  id: string,
  work: (taking: Taking) => Promise<void>,
  why = '',
): Promise<string> {
  const viewerParty = actor(ctx, mutation);
  const key = keyOfId('Delivery', id, 'deliveryId');
  const { side, needsReason } = TRANSITIONS[step];
  const isOfParty = side === 'PARTY';
  const reason = needsReason ? keptText('reason', why) : '';
  await ctx.transaction(async (tx) => {
    const filling = await readFilling(tx, key, isOfParty ? viewerParty : null);
    const { subject: by, functions } = ctx.viewer;
    const { wantsFourEyes } = filling.party;
    const [life, doing] = [await lifeOf(tx, filling), { step, by, functions, isOfParty, wantsFourEyes }];
    const refused = refusals(life, doing);
    if (refused.length > 0) throw new Conflict(together(refused));
    const next = afterStep(life, doing) ?? life;
    await work({ ...filling, tx, key, next, reason });
    await audit(tx, ctx, deed, 'delivery', key);
  });
  return `Delivery:${key}`;
}

const together = (refused: readonly { readonly en: string; readonly nl: string }[]) => ({
  en: refused.map(({ en }) => en).join(' '),
  nl: refused.map(({ nl }) => nl).join(' '),
});

async function lifeOf(tx: EntityManager, { delivery }: Filling): Promise<Life> {
  const [{ newer }]: [Pick<Life, 'newer'>] = await tx.query(
    `select case when bool_or(submitted_at is not null) then 'SUBMITTED' when count(*) > 0 then 'BEGUN' else 'NONE' end as newer
     from delivery
     where party_id = $1 and uitvraag_key = $2 and period_start = $3 and period_end = $4 and version > $5`,
    [delivery.partyId, delivery.uitvraagKey, delivery.periodStart, delivery.periodEnd, delivery.version],
  );
  const { status, version, offeredBy, submittedBy } = delivery;
  return { status, version, offeredBy, submittedBy, newer };
}

/** Makes the delivery what it is after the step, which the system does for whoever took it. */
export function change(ctx: Context, { tx, key, next }: Taking, more: Partial<Delivery> = {}): Promise<unknown> {
  const { status, offeredBy, submittedBy } = next;
  const is = { status, offeredBy, submittedBy, ...(offeredBy === null && { offeredAt: null }) };
  return ctx.asSystem(tx, () => tx.update(Delivery, { id: key }, { ...is, ...more }));
}

/** The id of the version that this one corrects; null of a first one. */
export async function versionBefore(
  tx: EntityManager,
  { partyId, uitvraagKey, periodStart, periodEnd, version }: Delivery,
): Promise<string | null> {
  const before = { partyId, uitvraagKey, periodStart, periodEnd, version: version - 1 };
  return (await tx.findOneBy(Delivery, before))?.id ?? null;
}
