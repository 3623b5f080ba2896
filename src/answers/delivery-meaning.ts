import { DeliveredValue } from '../../entities';
import type { Context } from '../context';
import { keptOf, readCells } from '../delivery/draft/draft';
import { seeFilling } from '../delivery/draft/filling';
import { readKnown } from '../delivery/draft/known';
import { giveBack } from '../domain/intake/give-back';
import { keyOfId } from '../reading/shapes/filters';
import { ownParty } from './own-party';

/**
 * What the figures of a delivery of the viewer's party mean for the ladder, before or after it was submitted; null when it is
 * not of a quarter.
 * @throws Forbidden for who has no drafts at all
 * @throws NotFound when it is not there, or not the party's
 */
export async function deliveryMeaning(ctx: Context, id: string) {
  const partyId = ownParty(ctx);
  const key = keyOfId('Delivery', id, 'deliveryId');
  const meaning = await ctx.transaction(async (tx) => {
    const filling = await seeFilling(tx, key, partyId);
    const delivered = await tx.findBy(DeliveredValue, { deliveryId: key, row: 0 });
    const cells = delivered.length > 0 ? delivered.map((one) => ({ ...one, ...AS_IT_IS })) : await readCells(tx, key);
    const kept = keptOf(filling.form, cells);
    return giveBack(filling.form, kept, await readKnown(tx, filling));
  });
  if (!meaning) return null;
  const { nl, en, trends, ...rest } = meaning;
  return {
    ...rest,
    says: { nl, en },
    trends: trends.map(({ nl: dutch, en: english, ...trend }) => ({ ...trend, says: { nl: dutch, en: english } })),
  };
}

const AS_IT_IS = { version: 1, origin: 'FORM', sheet: null, cell: null } as const;
