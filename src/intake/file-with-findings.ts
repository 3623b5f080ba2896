import { ownParty } from '../answers/own-party';
import type { Context } from '../context';
import { seeFilling } from '../delivery/draft/filling';
import { readFindings } from '../delivery/draft/findings';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { annotateInWorker } from './files/in-worker';

/**
 * The workbook that a party delivered last, with what the checks have to say of it written beside its cells.
 * @throws NotFound when no workbook was delivered
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
  return annotateInWorker(content, form, findings);
}

const NO_FILE = {
  en: 'No workbook was delivered for this. Download the template, fill it in, and deliver it.',
  nl: 'Hiervoor is geen werkboek aangeleverd. Download het sjabloon, vul het in, en lever het aan.',
};
