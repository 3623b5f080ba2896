/** A delivery that is being filled in: whose, for what, in which form. */
import type { EntityManager } from 'typeorm';
import { Delivery, Party } from '../../../entities';
import type { Form } from '../../domain/intake/form';
import { formFor } from '../../domain/intake/form-for';
import { frequencyOf } from '../../domain/intake/frequency';
import type { UitvraagDefinition } from '../../domain/uitvraag/definition';
import { NotFound } from '../../errors';
import { definitionsIn } from '../definitions';

export interface Filling {
  readonly delivery: Delivery;
  readonly party: Party;
  readonly form: Form;
}

/**
 * The delivery of a party, which nobody else changes until the end of the transaction: two colleagues who check one draft at
 * once would each check half of it. Whoever only looks takes seeFilling, and waits for nobody.
 * @param partyId whose it must be; null for the JA, which judges those of others
 * @throws NotFound when it is not there, or not this party's: the two cannot be told apart
 */
export async function readFilling(tx: EntityManager, deliveryId: string, partyId: string | null): Promise<Filling> {
  const isThere = await tx.existsBy(Delivery, { id: deliveryId, ...(partyId !== null && { partyId }) });
  if (!isThere) throw new NotFound(NO_DELIVERY);
  await lockDelivery(tx, deliveryId);
  return seeFilling(tx, deliveryId, partyId);
}

/** The same as it stands, to look at: somebody else may be changing it. */
export async function seeFilling(tx: EntityManager, deliveryId: string, partyId: string | null): Promise<Filling> {
  const delivery = await tx.findOneBy(Delivery, { id: deliveryId, ...(partyId !== null && { partyId }) });
  const party = delivery && (await tx.findOneBy(Party, { id: delivery.partyId }));
  if (!party) throw new NotFound(NO_DELIVERY);
  const { uitvraagKey: key, uitvraagVersion: version, periodStart, periodEnd } = delivery;
  const definition = (await definitionsIn(tx)).find((one) => one.key === key && one.version === version);
  const frequency = frequencyOf(periodStart, periodEnd);
  const form = formFor(definition as UitvraagDefinition, { kind: party.kind, frequency, periodStart, periodEnd });
  return { delivery, party, form };
}

/** By its number, not by its row: row-level security lets nobody but the system lock that. */
export const lockDelivery = (tx: EntityManager, deliveryId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [deliveryId]);

export const NO_DELIVERY = {
  en: 'There is no such delivery for your organisation. See tasks for what is asked of you.',
  nl: 'Deze aanlevering is er niet voor uw organisatie. Zie tasks voor wat van u wordt gevraagd.',
};
