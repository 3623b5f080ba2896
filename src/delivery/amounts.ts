/** How much of several deliveries is there, by counts alone: a list may have a hundred thousand rows. */
import type { EntityManager } from 'typeorm';
import { type Amount, amountOf } from '../domain/intake/section-state';
import type { Filling } from './draft/filling';
import { linesThere } from './lines';

interface AmountFilled {
  readonly asked: number;
  readonly filled: number;
  readonly isBegun: boolean;
}

/** Of each delivery, in the same order: values that must be there, and those that are, in its draft or as delivered. */
export async function amountsIn(tx: EntityManager, fillings: readonly Filling[]): Promise<AmountFilled[]> {
  const counted: { id: string; section: string; field: string | null; rows: number }[] = await tx.query(COUNTED, [
    fillings.map(({ delivery }) => delivery.id),
  ]);
  const counts = new Map(counted.map(({ id, section, field, rows }) => [`${id} ${section} ${field ?? ''}`, rows]));
  const all: AmountFilled[] = [];
  for (const filling of fillings) {
    const { delivery, form } = filling;
    // Lines that were delivered are not in the draft any more.
    const lines = delivery.submittedAt === null ? await linesThere(tx, filling) : null;
    const amounts = form.sections.map((section) => {
      const count = (field: string) => counts.get(`${delivery.id} ${section.code} ${field}`) ?? 0;
      const amount: Amount = { rows: count(''), withField: count, lines: lines ? (lines.get(section.code) ?? 0) : 1 };
      return { ...amountOf(section, amount), isBegun: amount.rows + amount.lines > 0 };
    });
    all.push({
      asked: amounts.reduce((sum, { asked }) => sum + asked, 0),
      filled: amounts.reduce((sum, { filled }) => sum + filled, 0),
      isBegun: amounts.some(({ isBegun }) => isBegun),
    });
  }
  return all;
}

/** Rows per section, and rows that have a field. */
const COUNTED = `
  select delivery_id as id, section, field, count(distinct "row")::int as rows
  from (
    select delivery_id, section, field, "row" from draft_value where delivery_id = any ($1) and value is not null
    union all
    select delivery_id, section, field, "row" from delivered_value where delivery_id = any ($1)
  ) v
  group by grouping sets ((delivery_id, section, field), (delivery_id, section))`;
