import type { EntityManager } from 'typeorm';
import { Melding, Signaal, type Signal } from '../../entities';
import type { SignaalInput } from '../../schema/signaal-input';
import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { signalen } from '../domain/signals';
import { Invalid } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';
import { identityOf } from './identity-of';
import { auditSeen, seen } from './mark-signal-seen';
import { refuseUnknown, regionOf } from './refuse-unknown';

/**
 * Tells a municipality or region of a risk in its own area: the five items of Regeling Jeugdwet art. 8h. The same signaal
 * on the same day is sent once.
 * @returns the API id of the signaal
 */
export async function sendSignaal(ctx: Context, input: SignaalInput): Promise<string> {
  const sender = actor(ctx, 'sendSignaal');
  const { municipalityCode = null, regionCode = null, careFormCodes } = input;
  if ((municipalityCode === null) === (regionCode === null)) throw new Invalid([ONE_AREA]);
  const providerId = input.providerId ? keyOfId('Provider', input.providerId, 'providerId') : null;
  return ctx.transaction(async (tx) => {
    await refuseUnknown(tx, { providerId, municipalityCode, regionCode, careFormCodes });
    const marked = input.signalId ? await followsFrom(ctx, tx, input.signalId, providerId) : null;
    const region = (await regionOf(tx, { municipalityCode, regionCode })) as string;
    const signaal: Signaal = {
      ...(await fiveItems(tx, input, { provider: providerId, municipality: municipalityCode, region })),
      ...{ senderPartyId: sender, municipalityCode, regionCode: region, providerId, sentAt: ctx.now },
      id: '',
    };
    signaal.id = identityOfSignaal(signaal);
    const isSent = await isNew(tx, signaal);
    if (marked) await auditSeen(ctx, tx, marked);
    if (isSent) await audit(tx, ctx, 'signaal sent', 'signaal', signaal.id);
    return `Signaal:${signaal.id}`;
  });
}

/** The signal that it follows from has been seen by it, and is about no other provider. Gives the signal if it was not seen before. */
async function followsFrom(
  ctx: Context,
  tx: EntityManager,
  signalId: string,
  provider: string | null,
): Promise<Signal | null> {
  const { signal, isNew: isNewlySeen } = await seen(ctx, tx, keyOfId('Signal', signalId, 'signalId'));
  if (provider !== null && signal.providerId !== provider) throw new Invalid([OTHER_PROVIDER]);
  return isNewlySeen ? signal : null;
}

/** Only the rules of 8h make a signaal: what else is known of the provider cannot come along. */
async function fiveItems(
  tx: EntityManager,
  { meldingId, careFormCodes, supply, developments }: SignaalInput,
  { provider, municipality, region }: { provider: string | null; municipality: string | null; region: string },
): Promise<Pick<Signaal, 'dated' | 'careFormCodes' | 'supply' | 'developments'>> {
  const dated = meldingId ? await dayOf(tx, keyOfId('Melding', meldingId, 'meldingId'), provider) : null;
  const area = municipality
    ? { kind: 'MUNICIPALITY' as const, code: municipality, region }
    : { kind: 'REGION' as const, code: region };
  const [told] = signalen(null, area, {
    basis: dated === null ? { kind: 'ANALYSIS' } : { kind: 'MELDING', dated },
    concerns: careFormCodes.map((careForm) => ({ careForm, region, municipality, supply, developments })),
  });
  if (!told) throw new Invalid([ONE_AREA]);
  return { ...told, careFormCodes: [...told.careForms], developments: [...told.developments] };
}

async function dayOf(tx: EntityManager, id: string, provider: string | null): Promise<string> {
  const melding = await tx.findOneBy(Melding, { id });
  if (!melding) throw new Invalid([NO_MELDING]);
  if (melding.providerId !== null && provider !== melding.providerId) throw new Invalid([OTHER_MELDING]);
  return dutchDay(melding.receivedAt);
}

/** Of what it says and the day it is sent, so that a request that is sent twice tells it once. */
function identityOfSignaal({ id: _, sentAt, ...said }: Signaal): string {
  return identityOf(said, dutchDay(sentAt));
}

async function isNew(tx: EntityManager, signaal: Signaal): Promise<boolean> {
  const query = tx.createQueryBuilder().insert().into(Signaal).values(signaal);
  const { raw } = await query.orIgnore().returning('id').execute();
  return raw.length > 0;
}

const ONE_AREA = {
  field: 'municipalityCode',
  en: 'Give one area that it is for: a municipality, or a region.',
  nl: 'Geef één gebied waarvoor het bedoeld is: een gemeente, of een jeugdregio.',
};
const OTHER_PROVIDER = {
  field: 'signalId',
  en: 'This signal is about another provider. Name that provider, or leave the signal out.',
  nl: 'Dit signaal gaat over een andere aanbieder. Noem die aanbieder, of laat het signaal weg.',
};
const OTHER_MELDING = {
  field: 'meldingId',
  en: 'This melding is about another provider than the signaal. Name that provider, or leave the melding out.',
  nl: 'Deze melding gaat over een andere aanbieder dan het signaal. Noem die aanbieder, of laat de melding weg.',
};
const NO_MELDING = {
  field: 'meldingId',
  en: 'There is no such melding. Leave it out when the signaal follows from analysis.',
  nl: 'Deze melding is er niet. Laat dit leeg als het signaal uit analyse volgt.',
};
