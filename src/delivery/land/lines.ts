/** Lists that are too long for a form: from the draft into the archive in one statement each. */
import type { Changed } from '../changed';
import { LINES_AS_CELLS } from '../lines';
import { insertEach, type Landing } from './landing';
import { keepLines, type LinesTable, replace } from './replace';

interface Lines {
  readonly table: LinesTable;
  /** From the lines as "l"; parameters: $1 the delivery, $2 the section, $3 and $4 its period, $5 its provider. */
  readonly insert: string;
}

const DECLARED = `insert into declaration
  (delivery_id, period_start, period_end, provider_id, municipality_code, region_code, care_form_code, amount_cents, volume, unit)`;
const FROM_LINES = `from (${LINES_AS_CELLS}) l`;

/** By the code of the list; its lines hold the fields in the order of the form. */
const LINES: Readonly<Record<string, Lines>> = {
  declarations: {
    table: 'declaration',
    insert: `${DECLARED}
      select $1, $3, $4, $5::uuid, m.code, m.region_code, l.cells[3], l.cells[4]::bigint, l.cells[5]::numeric, l.cells[6]
      ${FROM_LINES} join municipality m on m.code = l.cells[2]`,
  },
  nationalDeclarations: {
    table: 'declaration',
    insert: `${DECLARED}
      select $1, $3, $4, coalesce($5::uuid, p.id), m.code, m.region_code, l.cells[4], l.cells[5]::bigint, l.cells[6]::numeric, l.cells[7]
      ${FROM_LINES} join provider p on p.kvk_number = l.cells[2] join municipality m on m.code = l.cells[3]`,
  },
  referrals: {
    table: 'referral',
    insert: `insert into referral (delivery_id, period_start, period_end, municipality_code, region_code, care_form_code, referrer_code,
        referrals, starts, waiting_days)
      select $1, $3, $4, m.code, m.region_code, l.cells[3], l.cells[4], l.cells[5]::integer, l.cells[6]::integer,
        nullif(l.cells[7], '')::numeric
      ${FROM_LINES} join municipality m on m.code = l.cells[2]
      where $5::uuid is null`,
  },
};

/** Lands the lines of a section. Those of the version before go on holding when no new file came. */
export async function landLines(landing: Landing, section: string, count: number): Promise<Changed> {
  const { tx, delivery, previousId } = landing;
  const { table, insert } = LINES[section] as Lines;
  if (count === 0) {
    if (previousId !== null) await keepLines(landing, table);
    return {};
  }
  const before = previousId === null ? [] : await replace(landing, table, 'delivery_id = $2', [previousId]);
  await insertEach(tx, count, insert, [
    delivery.id,
    section,
    delivery.periodStart,
    delivery.periodEnd,
    delivery.providerId,
  ]);
  // What is in no summary needs no refresh.
  if (table === 'referral') return {};
  const about: { id: string }[] = delivery.providerId
    ? [{ id: delivery.providerId }]
    : await tx.query('select distinct provider_id as id from declaration where delivery_id = $1', [delivery.id]);
  return { providerIds: [...before, ...about.map(({ id }) => id)] };
}
