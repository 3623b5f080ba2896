/** Lists that are too long for a form, as they stand in a draft: thousands of lines to a row. */
import type { EntityManager } from 'typeorm';
import type { Filling } from './draft/filling';

/** As arrays of text, the number of the line first; parameters: $1 the delivery, $2 the section. */
export const LINES_AS_CELLS = `select string_to_array(line, e'\\t') as cells
  from draft_lines b, unnest(b.lines) as line where b.delivery_id = $1 and b.section = $2`;

/** A list of millions takes longer than a question may: from here to the end of the transaction. */
export const withoutTimeLimit = (tx: EntityManager): Promise<unknown> => tx.query('set local statement_timeout = 0');

/** How many lines each section has; a section without lines is not there. */
export async function linesIn(tx: EntityManager, { delivery, form }: Filling): Promise<ReadonlyMap<string, number>> {
  if (!form.sections.some(({ isBulk }) => isBulk)) return new Map();
  const rows: { section: string; lines: number }[] = await tx.query(
    'select section, sum(count)::int as lines from draft_lines where delivery_id = $1 group by section',
    [delivery.id],
  );
  return new Map(rows.map(({ section, lines }) => [section, lines]));
}
