import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Disclosure, Party } from '../../entities';
import type { Context } from '../context';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

/**
 * Ends a disclosure at once: the next question of its recipient finds nothing of it. Of the same act of disclosing it takes along
 * what the rest would otherwise tell of it (decision 0013). What another act shares goes on. Ending it again changes nothing.
 * @returns the API id of the disclosure
 */
export function endDisclosure(ctx: Context, disclosureId: string): Promise<string> {
  actor(ctx, 'endDisclosure');
  const id = keyOfId('Disclosure', disclosureId, 'id');
  return ctx.transaction(async (tx) => {
    const disclosure = await tx.findOneBy(Disclosure, { id });
    if (!disclosure) throw new NotFound(NO_DISCLOSURE);
    const ended: string[] = [];
    for (const one of [disclosure, ...(await endingWith(tx, disclosure))]) {
      if (await end(ctx, tx, one)) ended.push(one.id);
    }
    // At the end: whoever writes in the log makes others wait for the end.
    for (const one of ended) await audit(tx, ctx, 'disclosure ended', 'disclosure', one);
    return disclosureId;
  });
}

/**
 * With a region its municipalities. With a municipality the region itself, when its mismatches are shared: less those of
 * the other municipalities they would give the figures of this one.
 */
async function endingWith(tx: EntityManager, { actId, ...ended }: Disclosure): Promise<Disclosure[]> {
  if (ended.providerId !== null) return [];
  const { regionCode } = await tx.findOneByOrFail(Party, { id: ended.concernedPartyId });
  const inRegion = new Set((await tx.findBy(Party, { regionCode: regionCode as string })).map(({ id }) => id));
  const act = await tx.find(Disclosure, { where: { actId }, order: { id: 'ASC' } });
  return act
    .filter(({ id, concernedPartyId }) => id !== ended.id && inRegion.has(concernedPartyId))
    .filter(({ concernedKind, categories }) =>
      ended.concernedKind === 'REGION'
        ? concernedKind === 'MUNICIPALITY'
        : concernedKind === 'REGION' && categories.includes('MISMATCH_OF_MUNICIPALITIES'),
    );
}

/** Answers whether this ended it: of two at once, one does. */
async function end(ctx: Context, tx: EntityManager, { id, validFrom }: Disclosure): Promise<boolean> {
  // One that has not begun never runs.
  const validTo = new Date(Math.max(validFrom.getTime(), Math.floor(ctx.now.getTime() / 1000) * 1000));
  const running = { id, endedAt: IsNull(), validTo: MoreThan(ctx.now) };
  const { affected } = await ctx.asSystem(tx, () => tx.update(Disclosure, running, { validTo, endedAt: ctx.now }));
  return affected === 1;
}

const NO_DISCLOSURE = {
  en: 'There is no such disclosure. Ask for the disclosures, and use the id as the API gives it.',
  nl: 'Deze verstrekking is er niet. Vraag de verstrekkingen op, en gebruik het id zoals de API dat geeft.',
};
