import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Melding } from '../../entities';
import type { MeldingInput } from '../../schema/melding-input';
import type { Context } from '../context';
import { Conflict } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { addMelding } from './add-melding';
import { audit } from './audit';
import { contentOf } from './melding-content';
import { refuseUnknown, regionOf } from './refuse-unknown';
import { signalOf } from './signal-of-melding';

/**
 * Registers a melding in the name of the viewer's party (covenant 3.1.2). Sending the same client key again registers
 * nothing and gives the melding that is there; with other content it is a Conflict.
 * @returns the API id of the melding
 */
export async function registerMelding(ctx: Context, input: MeldingInput): Promise<string> {
  const reporter = actor(ctx, 'registerMelding');
  const melding = meldingOf(input, reporter, ctx.now);
  const register = async (tx: EntityManager) => {
    // A melding about a municipality is one about its region, so that it is found there.
    await refuseUnknown(tx, melding);
    melding.regionCode = await regionOf(tx, melding);
    if (!(await addMelding(tx, melding))) return `Melding:${await theSameAsBefore(tx, melding)}`;
    await signalOf(ctx, tx, melding);
    await audit(tx, ctx, 'melding registered', 'melding', melding.id);
    return `Melding:${melding.id}`;
  };
  return ctx.counted('melding', () => ctx.transaction(register));
}

function meldingOf(input: MeldingInput, reporterPartyId: string, receivedAt: Date) {
  const content = contentOf(input);
  const providerId = input.providerId ? keyOfId('Provider', input.providerId, 'providerId') : null;
  return { id: randomUUID(), reporterPartyId, ...content, providerId, reportedKvkNumber: null, receivedAt };
}

/** The id of the melding with the same key, when it says the same. */
async function theSameAsBefore(tx: EntityManager, melding: ReturnType<typeof meldingOf>): Promise<string> {
  const { reporterPartyId, clientKey } = melding;
  const before = await tx.findOneByOrFail(Melding, { reporterPartyId, clientKey });
  const saysTheSame = CONTENT.every((field) => before[field] === melding[field]);
  if (!saysTheSame) throw new Conflict(KEY_USED);
  return before.id;
}

const CONTENT = [
  'reason',
  'moment',
  'providerId',
  'municipalityCode',
  'regionCode',
  'careFormCode',
  'effectiveOn',
  'explanation',
] as const;

const KEY_USED = {
  en: 'This key was used before for a melding with other content. Use a new key for a new melding.',
  nl: 'Deze sleutel is eerder gebruikt voor een melding met andere inhoud. Gebruik een nieuwe sleutel voor een nieuwe melding.',
};
