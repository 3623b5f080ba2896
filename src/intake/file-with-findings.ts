import { ownParty } from '../answers/own-party';
import type { Context } from '../context';
import { seeFilling } from '../delivery/draft/filling';
import { readFindings } from '../delivery/draft/findings';
import { Conflict, NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { annotateInWorker } from './files/in-worker';
import { Refusal } from './files/rules';

/**
 * The workbook that a party delivered last, with what the checks have to say of it written beside its cells.
 * @throws NotFound when no workbook was delivered; Conflict when nothing can be written in it; and as FairLine does
 */
export async function fileWithFindings(ctx: Context, id: string): Promise<Buffer> {
  const { form, content, findings } = await ctx.transaction(async (tx) => {
    const filling = await seeFilling(tx, keyOfId('Delivery', id, 'deliveryId'), ownParty(ctx));
    const [file]: { content: Buffer }[] = await tx.query(
      `select content from delivery_file where delivery_id = $1 and kind = 'XLSX' and content is not null
       order by received_at desc, id limit 1`,
      [filling.delivery.id],
    );
    if (!file) throw new NotFound(NO_FILE);
    return { form: filling.form, content: file.content, findings: await readFindings(tx, filling.delivery.id) };
  });
  try {
    return await annotateInWorker(content, form, findings, { party: ctx.viewer.partyId, gone: ctx.gone });
  } catch (error) {
    if (error instanceof Refusal) throw new Conflict(NOT_WRITTEN);
    throw error;
  }
}

const NO_FILE = {
  en: 'No workbook was delivered for this. Download the template, fill it in, and deliver it.',
  nl: 'Hiervoor is geen werkboek aangeleverd. Download het sjabloon, vul het in, en lever het aan.',
};
const NOT_WRITTEN = {
  en: 'The findings cannot be written into the workbook that was delivered. They are all in the draft of this delivery; to see them in a workbook, download the template again, copy your values to it, and deliver that.',
  nl: 'De bevindingen zijn niet in de aangeleverde werkmap te schrijven. Ze staan allemaal in het concept van deze aanlevering; wilt u ze in een werkmap zien, download dan het sjabloon opnieuw, kopieer uw waarden daarheen, en lever dat aan.',
};
