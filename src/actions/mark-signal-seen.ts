import type { EntityManager } from 'typeorm';
import { Signal } from '../../entities';
import type { Context } from '../context';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

/**
 * Marks a signal as seen by the JA. Marking it again changes nothing; when it changes, it is to be seen again.
 * @returns the API id of the signal
 */
export async function markSignalSeen(ctx: Context, signalId: string): Promise<string> {
  actor(ctx, 'markSignalSeen');
  const id = keyOfId('Signal', signalId, 'id');
  return ctx.transaction(async (tx) => {
    const { signal, isNew } = await seen(ctx, tx, id);
    if (isNew) await auditSeen(ctx, tx, signal);
    return signalId;
  });
}

export const auditSeen = (ctx: Context, tx: EntityManager, { id }: Signal) =>
  audit(tx, ctx, 'signal seen', 'signal', id);

/**
 * The same within another deed, which has to write it in the audit log itself, at its end. Throws NotFound when the signal is
 * not there, or not any more as it was read.
 */
export async function seen(ctx: Context, tx: EntityManager, id: string): Promise<{ signal: Signal; isNew: boolean }> {
  // As the viewer: who may not see it, may not mark it.
  const signal = await tx.findOneBy(Signal, { id });
  if (!signal) throw new NotFound(NO_SIGNAL);
  if (signal.seenAt) return { signal, isNew: false };
  const { saysNl, urgency } = signal;
  const { affected } = await ctx.asSystem(tx, () => tx.update(Signal, { id, saysNl, urgency }, { seenAt: ctx.now }));
  if (affected === 0) throw new NotFound(NO_SIGNAL);
  return { signal, isNew: true };
}

const NO_SIGNAL = {
  en: 'There is no such signal any more: it has changed or gone. Ask for the signals again.',
  nl: 'Dit signaal is er niet meer: het is veranderd of verdwenen. Vraag de signalen opnieuw op.',
};
