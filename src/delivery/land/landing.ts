/** Landing: what was delivered becomes rows of the archive, section by section, in the transaction of the delivery. */
import type { EntityManager } from 'typeorm';
import type { Delivery, Party } from '../../../entities';
import type { Form, Section } from '../../domain/intake/form';
import type { KeptRow } from '../../domain/intake/kept';
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
