/** A delivery that is being filled in: whose, for what, in which form. */
import type { EntityManager } from 'typeorm';
import { Delivery, Party } from '../../../entities';
import type { Form } from '../../domain/intake/form';
import { formFor } from '../../domain/intake/form-for';
import { frequencyOf } from '../../domain/intake/frequency';
import type { UitvraagDefinition } from '../../domain/uitvraag/definition';
import { NotFound, Unavailable } from '../../errors';
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

/**
 * By its number, not by its row: row-level security lets nobody but the system lock that. A file of millions of lines holds it for
 * minutes, and whoever waits holds one of few connections: then somebody else would wait for a connection.
 * @throws Unavailable when somebody else goes on changing it
 */
export async function lockDelivery(tx: EntityManager, deliveryId: string): Promise<void> {
  await tx.query(`set local lock_timeout = '${PATIENCE}'`);
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [deliveryId]).catch((error) => {
    throw error.code === NOT_IN_TIME ? new Unavailable(BUSY) : error;
  });
  await tx.query('set local lock_timeout to default');
}
const PATIENCE = '3s';
/** SQLSTATE lock_not_available. */
const NOT_IN_TIME = '55P03';

const BUSY = {
  en: 'A colleague is changing this delivery, or a long list is being read into it. Try again in a moment.',
  nl: 'Een collega wijzigt deze aanlevering, of er wordt een lange lijst in gelezen. Probeer het zo meteen opnieuw.',
};

export const NO_DELIVERY = {
  en: 'There is no such delivery for your organisation. See tasks for what is asked of you.',
  nl: 'Deze aanlevering is er niet voor uw organisatie. Zie tasks voor wat van u wordt gevraagd.',
};
