/** Lists that are too long for a form are checked as a whole, inside the database: their lines were checked as they came. */
import type { EntityManager } from 'typeorm';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Section } from '../../domain/intake/form';
import { LINES_AS_CELLS } from '../lines';
import type { Filling } from './filling';

const SHOWN = 20;

/**
 * Lines that name the same as an earlier one, which is looked at once for each file. Where all of a line is its name, as with
 * invoices, that is striking and may be right; elsewhere it is wrong.
 */
export async function repeatedLines(
  tx: EntityManager,
  { delivery }: Filling,
  section: Section,
): Promise<CheckFinding[]> {
  const isWholeLine = section.key.length === section.fields.length;
  const rows: Repeated[] = await tx.query(isWholeLine ? SAME_LINES : sameKey(section), [delivery.id, section.code]);
  return isWholeLine ? rows.slice(0, 1).map((row) => same(section, row)) : rows.map((row) => duplicate(section, row));
}

interface Repeated {
  readonly line: number;
  readonly first: number;
  readonly count: number;
}

/** A line is a number, a tab and what it says: what is said twice is found by its text, in one pass. */
const SAME_LINES = `
  select min(number) as first, max(number) as line, (sum(count(*) - 1) over ())::int as count
  from (
    select split_part(line, e'\\t', 1)::int as number, substr(line, strpos(line, e'\\t')) as said
    from draft_lines b, unnest(b.lines) as line where b.delivery_id = $1 and b.section = $2
  ) l
  group by said having count(*) > 1 limit 1`;

function sameKey({ key, fields }: Section): string {
  const cells = key.map((code) => `cells[${fields.findIndex((field) => field.code === code) + 2}]`);
  return `
    select line, first, count(*) over ()::int as count from (
      select cells[1]::int as line, min(cells[1]::int) over (partition by ${cells.join(', ')}) as first
      from (${LINES_AS_CELLS}) c
    ) l where line <> first order by line limit ${SHOWN}`;
}

const duplicate = ({ code }: Section, { line, first }: Repeated): CheckFinding => ({
  ...{ severity: 'ERROR', step: 'CELL', rule: 'cell.duplicate-row', section: code, row: line, field: null },
  ...{ place: { sheet: null, cell: String(line) }, value: null, expected: null },
  message: {
    en: `This line names the same as line ${first}. Add the two up, or take one away.`,
    nl: `Deze regel noemt hetzelfde als regel ${first}. Tel de twee op, of haal er een weg.`,
  },
});

const same = ({ code }: Section, { line, first, count }: Repeated): CheckFinding => ({
  ...{ severity: 'QUESTION', step: 'COHERENCE', rule: 'coherence.same-lines', section: code, row: null, field: null },
  ...{ place: { sheet: null, cell: String(line) }, value: String(count), expected: null },
  message: {
    en: `Lines that are the same in everything as an earlier one: ${count}, such as line ${line} and line ${first}. Take out what is there twice, or explain that it is right.`,
    nl: `Regels die in alles gelijk zijn aan een eerdere: ${count}, zoals regel ${line} en regel ${first}. Haal weg wat er dubbel in staat, of leg uit dat het klopt.`,
  },
});

/** What a list of declarations declares per municipality, in cents: added up once for each file. */
export async function declaredIn(tx: EntityManager, { delivery }: Filling): Promise<Record<string, string>> {
  const rows: { municipality: string; amount: string }[] = await tx.query(
    `select cells[2] as municipality, sum(cells[4]::bigint)::text as amount from (${LINES_AS_CELLS}) c group by 1`,
    [delivery.id, 'declarations'],
  );
  return Object.fromEntries(rows.map(({ municipality, amount }) => [municipality, amount]));
}
