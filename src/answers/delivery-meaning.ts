import type { EntityManager } from 'typeorm';
import { DeliveredValue, type Delivery } from '../../entities';
import type { Context } from '../context';
import { keptOf, readCells } from '../delivery/draft/draft';
import { seeFilling } from '../delivery/draft/filling';
import { readKnown } from '../delivery/draft/known';
import { giveBack } from '../domain/intake/give-back';
import { type PeerCounts, placeAmongPeers } from '../domain/intake/place-among-peers';
import { RATIO_CODES, RATIOS } from '../domain/ratios';
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
    const told = giveBack(filling.form, kept, await readKnown(tx, filling));
    return told && { ...told, places: await placesOf(tx, filling.delivery, told.quarter) };
  });
  if (!meaning) return null;
  const { nl, en, trends, places, ...rest } = meaning;
  return {
    ...rest,
    says: { nl, en },
    trends: trends.map(({ nl: dutch, en: english, ...trend }) => ({
      ...trend,
      says: { nl: dutch, en: english },
      peers: placeAmongPeers(
        trend.ratio,
        typeof places === 'string' ? places : places.filter(({ code }) => code === trend.ratio),
      ),
    })),
  };
}

type Places = readonly (PeerCounts & { readonly code: string })[] | 'NOT_SUBMITTED' | 'CORRECTED';

/** Counts of others beside what was delivered and landed: never beside what may still be changed at will. */
async function placesOf(tx: EntityManager, delivery: Delivery, quarter: string): Promise<Places> {
  if (delivery.submittedAt === null) return 'NOT_SUBMITTED';
  const { partyId, uitvraagKey, periodStart, periodEnd, version, providerId } = delivery;
  const [{ isCorrected }]: [{ isCorrected: boolean }] = await tx.query(
    `select exists (
       select from delivery where party_id = $1 and uitvraag_key = $2 and period_start = $3 and period_end = $4 and version > $5
         and submitted_at is not null
     ) as "isCorrected"`,
    [partyId, uitvraagKey, periodStart, periodEnd, version],
  );
  if (isCorrected) return 'CORRECTED';
  return tx.query(
    `select i.code, p.peer_group as "group", p.peers, p.worse, p.equal
     from indicator i cross join lateral ews.peer_counts(i.id, i.code = any ($3)) p
     where i.provider_id = $1 and i.quarter = $2 and i.code = any ($4)
     order by i.code, p.peer_group <> 'ALL'`,
    [providerId, quarter, RATIO_CODES.filter((code) => RATIOS[code].better === 'LOWER'), RATIO_CODES],
  );
}

const AS_IT_IS = { version: 1, origin: 'FORM', sheet: null, cell: null } as const;
