/** Lists that are too long for a form, as they stand in a draft: thousands of lines to a row. */
import type { EntityManager } from 'typeorm';
import type { Filling } from './draft/filling';

/** As arrays of text, the number of the line first; parameters: $1 the delivery, $2 the section. */
export const LINES_AS_CELLS = `select string_to_array(line, e'\\t') as cells
  from draft_lines b, unnest(b.lines) as line where b.delivery_id = $1 and b.section = $2`;

/** A list of millions takes longer than a question may: from here to the end of the transaction. */
export const withoutTimeLimit = (tx: EntityManager): Promise<unknown> => tx.query('set local statement_timeout = 0');

/** How many lines each section of a draft has; a section without lines is not there. */
export async function linesIn(tx: EntityManager, { delivery, form }: Filling): Promise<ReadonlyMap<string, number>> {
  if (!form.sections.some(({ isBulk }) => isBulk)) return new Map();
  const rows: { section: string; lines: number }[] = await tx.query(
    'select section, sum(count)::int as lines from draft_lines where delivery_id = $1 group by section',
    [delivery.id],
  );
  return new Map(rows.map(({ section, lines }) => [section, lines]));
}

/** The same, and of a correction the lists of the version before: they go on holding until a new file comes. */
export async function linesThere(tx: EntityManager, filling: Filling): Promise<ReadonlyMap<string, number>> {
  const { delivery, form } = filling;
  const own = await linesIn(tx, filling);
  if (delivery.version === 1 || !form.sections.some(({ code, isBulk }) => isBulk && !own.has(code))) return own;
  const before: { section: string; lines: number }[] = await tx.query(
    `select distinct on (f.section) f.section, f.lines
     from delivery_file f join delivery d on d.id = f.delivery_id
     where d.party_id = $1 and d.uitvraag_key = $2 and d.period_start = $3 and d.period_end = $4 and d.version < $5
       and d.submitted_at is not null and f.lines is not null
     order by f.section, d.version desc, f.received_at desc, f.id`,
    [delivery.partyId, delivery.uitvraagKey, delivery.periodStart, delivery.periodEnd, delivery.version],
  );
  return new Map([...before.map(({ section, lines }) => [section, lines] as const), ...own]);
}
