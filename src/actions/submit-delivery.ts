import type { EntityManager } from 'typeorm';
import { Delivery, Receipt } from '../../entities';
import type { Context } from '../context';
import { checkDraft } from '../delivery/draft/check-draft';
import { keptOf, readCells } from '../delivery/draft/draft';
import type { Filling } from '../delivery/draft/filling';
import { obstaclesOf } from '../delivery/draft/obstacles';
import { land } from '../delivery/land';
import { linesIn, linesThere, withoutTimeLimit } from '../delivery/lines';
import { sha256 } from '../delivery/sha256';
import { burdenOf } from '../domain/intake/burden';
import { canonical, type DeliveredLines } from '../domain/intake/canonical';
import type { KeptSections } from '../domain/intake/kept';
import { labelOf } from '../domain/intake/period-label';
import { Invalid } from '../errors';
import { change, type Taking, takeStep } from './delivery-steps';
import { refreshSummaries } from './refresh-summaries';

/**
 * Submits a delivery: what was filled in is delivered, lands in the archive, and the risk figures that depend on it are made
 * again, all in one transaction. From then on it is never changed; a correction is a new version (covenant 3.1.2).
 * @returns the API id of the delivery
 * @throws Invalid with everything that stands in the way
 */
export const submitDelivery = (ctx: Context, id: string): Promise<string> =>
  takeStep(ctx, { mutation: 'submitDelivery', step: 'SUBMIT', deed: 'delivery submitted' }, id, async (taking) => {
    if ((await linesThere(taking.tx, taking)).size > 0) await withoutTimeLimit(taking.tx);
    // What is known may have changed since it was checked.
    await checkDraft(taking.tx, taking);
    const obstacles = await obstaclesOf(taking.tx, taking);
    if (obstacles.length > 0) {
      throw new Invalid(obstacles.map(({ en, nl }) => ({ field: 'delivery', en, nl })));
    }
    const cells = await readCells(taking.tx, taking.delivery.id);
    const [kept, lines] = [keptOf(taking.form, cells), await linesIn(taking.tx, taking)];
    const receipt = await receiptOf(ctx, taking, kept);
    await change(ctx, taking, {
      ...{ status: 'SUBMITTED', submittedAt: ctx.now, submittedBy: ctx.viewer.subject },
      ...burdenOf(taking.form, kept, lines, cells),
    });
    await ctx.asSystem(taking.tx, () => deliver(taking, kept, lines, receipt, ctx.now));
  });

async function deliver(
  { tx, delivery, party, form }: Taking,
  kept: KeptSections,
  lines: ReadonlyMap<string, number>,
  receipt: Receipt,
  now: Date,
): Promise<void> {
  const previousId = await versionBefore(tx, delivery);
  const changed = await land({ tx, delivery, party, form, previousId }, kept, lines);
  await tx.query(
    `insert into delivered_value (delivery_id, party_id, section, "row", field, value)
     select delivery_id, party_id, section, "row", field, value from draft_value where delivery_id = $1 and value is not null`,
    [delivery.id],
  );
  await tx.query(
    `insert into delivered_answer (delivery_id, party_id, position, rule, section, "row", about, field, value, question_nl, question_en,
       explanation, answered_at)
     select delivery_id, party_id, row_number() over (order by position, id), rule, section, "row", about, field, value, message_nl,
       message_en, explanation, answered_at
     from draft_finding where delivery_id = $1 and explanation is not null`,
    [delivery.id],
  );
  for (const table of ['draft_value', 'draft_lines', 'draft_finding']) {
    await tx.query(`delete from ${table} where delivery_id = $1`, [delivery.id]);
  }
  await tx.insert(Receipt, receipt);
  await refreshSummaries(tx, changed, now);
}

async function versionBefore(tx: EntityManager, { partyId, uitvraagKey, periodStart, periodEnd, version }: Delivery) {
  const before = { partyId, uitvraagKey, periodStart, periodEnd, version: version - 1 };
  return (await tx.findOneBy(Delivery, before))?.id ?? null;
}

/** What the party can show later: what was received of it, and when. */
async function receiptOf(ctx: Context, { tx, delivery, party, form }: Taking, kept: KeptSections): Promise<Receipt> {
  const { id, uitvraagKey: uitvraag, uitvraagVersion, periodStart, periodEnd, version } = delivery;
  const as = { party: party.key, uitvraag, uitvraagVersion, periodStart, periodEnd, version };
  const digest = sha256(canonical(as, kept, await linesOf(tx, { delivery, party, form })));
  const reference = `${labelOf(periodStart, periodEnd)}-${id.slice(0, 8)}-v${version}`;
  const statement = { reference, ...as, sha256: digest, receivedAt: ctx.now.toISOString() };
  return {
    ...{ deliveryId: id, partyId: party.id, reference, sha256: digest, receivedAt: ctx.now },
    signature: await ctx.sign(statement),
  };
}

/** The lists that came as files, also with an earlier version: the last file of each holds. */
function linesOf(tx: EntityManager, { delivery }: Filling): Promise<DeliveredLines[]> {
  const { partyId, uitvraagKey, periodStart, periodEnd } = delivery;
  return tx.query(
    `select distinct on (f.section) f.section, f.sha256, f.lines
     from delivery_file f join delivery d on d.id = f.delivery_id
     where d.party_id = $1 and d.uitvraag_key = $2 and d.period_start = $3 and d.period_end = $4 and f.lines is not null
     order by f.section, f.received_at desc, f.id`,
    [partyId, uitvraagKey, periodStart, periodEnd],
  );
}
