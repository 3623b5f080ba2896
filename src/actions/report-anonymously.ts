import type { EntityManager } from 'typeorm';
import { type Melding, Provider } from '../../entities';
import type { AnonymousMeldingInput } from '../../schema/melding-input';
import type { Context } from '../context';
import { appendAuditEntry } from '../database/logs';
import { Forbidden } from '../errors';
import { mayAct } from '../policy/acts';
import { addMelding } from './add-melding';
import { identityOf } from './identity-of';
import { inSteps } from './in-steps';
import { contentOf } from './melding-content';
import { refuseUnknown, regionOf } from './refuse-unknown';
import { signalOf } from './signal-of-melding';

/** All that whoever reports without signing in is told. */
export interface Receipt {
  /** The API id of the melding. Only the JA finds anything by it. */
  readonly reference: string;
  readonly issuedAt: string;
}

/**
 * Registers a melding of somebody who has not signed in ("other reporter", covenant 3.1.2). The same content under the same
 * key is one melding; the same key with other content is another one, because a refusal would tell that somebody used the
 * key. The receipt is the same whether it was there or not, and whether the provider is known or not.
 *
 * The row is added in the name of nobody: the policy lets that add a melding without a name, and nothing else. What the JA
 * is to see of it, and the log, are the system's. That takes longest for a provider in the early warning system, so it is
 * answered in steps: the time would tell who is in it.
 */
export async function reportAnonymously(ctx: Context, input: AnonymousMeldingInput): Promise<Receipt> {
  if (!mayAct(ctx.viewer, 'reportAnonymously')) throw new Forbidden(SIGNED_IN);
  const { kvkNumber = null } = input;
  const content = contentOf(input);
  const register = async (tx: EntityManager) => {
    await refuseUnknown(tx, content);
    const regionCode = await regionOf(tx, content);
    const id = identityOf('melding without a name', { ...content, regionCode }, kvkNumber);
    const providerId = kvkNumber === null ? null : await ctx.asSystem(tx, () => providerWith(tx, kvkNumber));
    const melding: Melding = {
      ...{ id, reporterPartyId: null, ...content, regionCode, providerId },
      ...{ reportedKvkNumber: kvkNumber, receivedAt: ctx.now },
    };
    if (await addMelding(tx, melding)) {
      await signalOf(ctx, tx, melding);
      await ctx.asSystem(tx, () => noted(ctx, tx, id));
    }
    return { reference: `Melding:${id}`, issuedAt: ctx.now.toISOString() };
  };
  return inSteps(() => ctx.counted('melding-anonymous', () => ctx.transaction(register)));
}

const SIGNED_IN = {
  en: 'You have signed in: use registerMelding, or sign out first.',
  nl: 'U bent aangemeld: gebruik registerMelding, of meld u eerst af.',
};

/** The register is not for who has not signed in: that a number is not in it is told to nobody. */
async function providerWith(tx: EntityManager, kvkNumber: string): Promise<string | null> {
  return (await tx.findOneBy(Provider, { kvkNumber }))?.id ?? null;
}

/** Without the address: whoever reports without a name is not to be found back by the log. */
function noted({ traceId }: Context, tx: EntityManager, objectId: string): Promise<void> {
  const deed = { action: 'melding registered', objectKind: 'melding', objectId, result: 'OK' } as const;
  return appendAuditEntry(tx, deed, { subject: 'anonymous', origin: 'anonymous', traceId });
}
