/** Landing: what was delivered becomes rows of the archive, section by section, in the transaction of the delivery. */
import type { EntityManager } from 'typeorm';
import type { Delivery, Party } from '../../../entities';
import type { Form, Section } from '../../domain/intake/form';
import type { KeptRow } from '../../domain/intake/kept';
import { Invalid } from '../../errors';
import type { Changed } from '../changed';

/** The delivery that lands. The transaction acts as the system. */
export interface Landing {
  readonly tx: EntityManager;
  readonly delivery: Delivery;
  readonly party: Party;
  readonly form: Form;
  /** The version that this one takes the place of. */
  readonly previousId: string | null;
}

/** Lands one section, and tells whom it says something of. */
export type Land = (landing: Landing, section: Section, rows: readonly KeptRow[]) => Promise<Changed>;

/** The values of a section of items, by the code of their fields. */
export const itemsOf = (rows: readonly KeptRow[]): ReadonlyMap<string, string> => rows[0]?.values ?? new Map();

/** The rows of a list as JSON, for jsonb_to_recordset: every value is text, as it is kept. */
export const asRecords = (rows: readonly KeptRow[]): string =>
  JSON.stringify(rows.map(({ values }) => Object.fromEntries(values)));

/**
 * Inserts what was delivered, all of it: a row that finds no provider or municipality would be gone without a word.
 * @param count of the rows that were delivered
 * @throws Invalid when another number of rows landed
 */
export async function insertEach(
  tx: EntityManager,
  count: number,
  insert: string,
  parameters: readonly unknown[],
): Promise<void> {
  const [{ landed }]: [{ landed: number }] = await tx.query(
    `with landed as (${insert} returning 1) select count(*)::int as landed from landed`,
    [...parameters],
  );
  if (landed !== count) throw new Invalid([NOT_IN_THE_REGISTER]);
}

const NOT_IN_THE_REGISTER = {
  field: 'delivery',
  en: 'A list names a provider or a municipality that is not in the register any more. Deliver that list again: each line it is about is named then.',
  nl: 'Een lijst noemt een aanbieder of gemeente die niet meer in het register staat. Lever die lijst opnieuw aan: dan wordt elke regel genoemd waar het om gaat.',
};
