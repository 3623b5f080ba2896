import type { EntityManager } from 'typeorm';
import { readSuggestions } from '../prefill/suggestions';
import { type Hand, writeCells } from './draft';
import type { Filling } from './filling';

/** What may be taken over without asking: who the party is, and what it delivered for another uitvraag. */
const TAKEN_OVER = new Set(['identity', 'OTHER_UITVRAAG']);

/**
 * Begins a draft with what the party does not have to say twice. A draft that was begun is left as it is.
 * @returns whether it begins here: nobody has seen a value of it yet
 */
export async function beginDraft(tx: EntityManager, filling: Filling, { subject, now }: Hand): Promise<boolean> {
  const [{ isBegun }]: [{ isBegun: boolean }] = await tx.query(
    'select exists (select from draft_value where delivery_id = $1) as "isBegun"',
    [filling.delivery.id],
  );
  if (isBegun) return false;
  const taken = (await readSuggestions(tx, filling)).filter(
    ({ section, origin }) => TAKEN_OVER.has(section) || TAKEN_OVER.has(origin),
  );
  for (const origin of new Set(taken.map((one) => one.origin))) {
    const cells = taken.filter((one) => one.origin === origin);
    await writeCells(tx, filling, cells, { subject, now, origin });
  }
  return true;
}
