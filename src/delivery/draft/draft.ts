/** The values of a delivery that is being filled in, as they stand in the database. */
import type { EntityManager } from 'typeorm';
import type { Place } from '../../domain/intake/filled';
import type { Form } from '../../domain/intake/form';
import type { KeptRow, KeptSections } from '../../domain/intake/kept';
import type { ValueOrigin } from '../../domain/vocabulary';
import type { Filling } from './filling';

/** One value as it stands. An emptied one has its version still: a colleague may be about to change it. */
export interface DraftCell {
  readonly section: string;
  readonly row: number;
  readonly field: string;
  readonly value: string | null;
  readonly version: number;
  readonly origin: ValueOrigin;
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** Every value of a draft, in the order of rows. */
export const readCells = (tx: EntityManager, deliveryId: string): Promise<DraftCell[]> =>
  tx.query(
    `select section, "row", field, value, version, origin, sheet, cell
     from draft_value where delivery_id = $1 order by section, "row", field`,
    [deliveryId],
  );

/** What is filled in, as the rules read it: without what was emptied, in the order of rows. */
export function keptOf(form: Form, cells: readonly DraftCell[]): KeptSections {
  return new Map(
    form.sections.map(({ code }): [string, KeptRow[]] => [
      code,
      rowsOf(cells.filter(({ section, value }) => section === code && value !== null)),
    ]),
  );
}

/** @param cells of one section, in the order of rows */
function rowsOf(cells: readonly DraftCell[]): KeptRow[] {
  const rows = new Map<number, { row: number; values: Map<string, string>; places: Map<string, Place> }>();
  for (const { row, field, value, sheet, cell } of cells) {
    const found = rows.get(row) ?? { row, values: new Map(), places: new Map() };
    found.values.set(field, value as string);
    if (cell !== null) found.places.set(field, { sheet, cell });
    rows.set(row, found);
  }
  return [...rows.values()];
}

/** Who fills in, when, and how the values came. */
export interface Hand {
  readonly subject: string;
  readonly now: Date;
  readonly origin: ValueOrigin;
}

/** A value to write; null empties it. */
export interface Written {
  readonly section: string;
  readonly row: number;
  readonly field: string;
  readonly value: string | null;
  readonly place?: Place | null;
}

/**
 * Writes values. Each that changes gets the next version; what stays the same keeps it, and is told where it stands now when it comes
 * in a file.
 */
export async function writeCells(
  tx: EntityManager,
  { delivery, party }: Pick<Filling, 'delivery' | 'party'>,
  cells: readonly Written[],
  { subject, now, origin }: Hand,
): Promise<void> {
  if (cells.length === 0) return;
  await tx.query(
    `insert into draft_value as d
       (delivery_id, party_id, section, "row", field, value, version, origin, sheet, cell, changed_by, changed_at)
     select $1, $2, n.section, n."row", n.field, n.value, 1, $4, n.place ->> 'sheet', n.place ->> 'cell', $5, $6
     from jsonb_to_recordset($3) as n (section text, "row" integer, field text, value text, place jsonb)
     on conflict (delivery_id, section, "row", field) do update
       set value = excluded.value, sheet = excluded.sheet, cell = excluded.cell,
         version = d.version + (d.value is distinct from excluded.value)::int,
         origin = case when d.value is distinct from excluded.value then excluded.origin else d.origin end,
         changed_by = case when d.value is distinct from excluded.value then excluded.changed_by else d.changed_by end,
         changed_at = case when d.value is distinct from excluded.value then excluded.changed_at else d.changed_at end
       where d.value is distinct from excluded.value
         or (excluded.cell is not null and (d.sheet, d.cell) is distinct from (excluded.sheet, excluded.cell))`,
    [delivery.id, party.id, JSON.stringify(cells), origin, subject, now],
  );
}

/** Empties what stands in sections and is not written anew: a file holds all of a section, or nothing of it. */
export async function emptyOthers(
  tx: EntityManager,
  { delivery }: Pick<Filling, 'delivery'>,
  sections: readonly string[],
  written: readonly Written[],
  { subject, now, origin }: Hand,
): Promise<void> {
  await tx.query(
    `update draft_value d
     set value = null, version = d.version + 1, origin = $4, sheet = null, cell = null, changed_by = $5, changed_at = $6
     where d.delivery_id = $1 and d.section = any ($2) and d.value is not null and not exists (
       select from jsonb_to_recordset($3) as n (section text, "row" integer, field text)
       where n.section = d.section and n."row" = d."row" and n.field = d.field
     )`,
    [delivery.id, sections, JSON.stringify(written), origin, subject, now],
  );
}
