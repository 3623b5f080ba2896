import { Disclosure } from '../../entities';
import type { Context } from '../context';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';

/**
 * Ends a disclosure at once: the next question of its recipient finds nothing of it. Ending it again changes nothing.
 * @returns the API id of the disclosure
 */
export function endDisclosure(ctx: Context, disclosureId: string): Promise<string> {
  actor(ctx, 'endDisclosure');
  const id = keyOfId('Disclosure', disclosureId, 'id');
  return ctx.transaction(async (tx) => {
    const disclosure = await tx.findOneBy(Disclosure, { id });
    if (!disclosure) throw new NotFound(NO_DISCLOSURE);
    const { validFrom, validTo, endedAt } = disclosure;
    if (endedAt === null && validTo > ctx.now) {
      // One that has not begun never runs.
      const end = new Date(Math.max(validFrom.getTime(), Math.floor(ctx.now.getTime() / 1000) * 1000));
      await ctx.asSystem(tx, () => tx.update(Disclosure, { id }, { validTo: end, endedAt: ctx.now }));
      await audit(tx, ctx, 'disclosure ended', 'disclosure', id);
    }
    return disclosureId;
  });
}

const NO_DISCLOSURE = {
  en: 'There is no such disclosure. Ask for the disclosures, and use the id as the API gives it.',
  nl: 'Deze verstrekking is er niet. Vraag de verstrekkingen op, en gebruik het id zoals de API dat geeft.',
};
