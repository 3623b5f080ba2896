import type { EntityManager } from 'typeorm';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import type { KeptSections } from '../../domain/intake/kept';
import { sha256 } from '../sha256';
import type { Filling } from './filling';

/** Where values stood in a file that could not be read: "section row field". */
export async function findingsOfFile(tx: EntityManager, deliveryId: string): Promise<ReadonlySet<string>> {
  const rows: { place: string }[] = await tx.query(
    `select concat_ws(' ', section, "row", field) as place from draft_finding
     where delivery_id = $1 and is_from_file and field is not null`,
    [deliveryId],
  );
  return new Set(rows.map(({ place }) => place));
}

/**
 * Takes away what a file had to say of a whole field of a list, once every row has a value there: no cell of the file has to be filled in
 * for it.
 */
export const dropMended = (tx: EntityManager, deliveryId: string): Promise<unknown> =>
  tx.query(
    `with there as (select section, "row", field from draft_value where delivery_id = $1 and value is not null)
     delete from draft_finding f
     where f.delivery_id = $1 and f.is_from_file and f."row" is null and f.field is not null
       and (f.rule = 'form.missing-field' or f.rule like 'cell.%')
       and exists (select from there t where t.section = f.section)
       and not exists (
         select from there t where t.section = f.section and not exists (
           select from there o where o.section = t.section and o."row" = t."row" and o.field = f.field))`,
    [deliveryId],
  );

type Row = Omit<CheckFinding, 'place' | 'expected' | 'message'> &
  Record<'sheet' | 'cell' | 'expectedNl' | 'expectedEn', string | null> &
  Record<'messageNl' | 'messageEn', string> & { readonly id: string; readonly explanation: string | null };

export type StoredFinding = CheckFinding & Pick<Row, 'id' | 'explanation'>;

/** What there is to say of a draft, as it was checked last: the gravest first. */
export async function readFindings(tx: EntityManager, deliveryId: string): Promise<StoredFinding[]> {
  const rows: Row[] = await tx.query(
    `select id, severity, step, rule, section, "row", field, sheet, cell, value, expected_nl as "expectedNl",
       expected_en as "expectedEn", message_nl as "messageNl", message_en as "messageEn", explanation
     from draft_finding where delivery_id = $1
     order by array_position('{ERROR,QUESTION,INFO}', severity), is_from_file desc, position`,
    [deliveryId],
  );
  return rows.map(({ sheet, cell, expectedNl, expectedEn, messageNl, messageEn, ...finding }) => ({
    ...finding,
    place: cell === null ? null : { sheet, cell },
    expected: expectedNl === null || expectedEn === null ? null : { nl: expectedNl, en: expectedEn },
    message: { nl: messageNl, en: messageEn },
  }));
}

/** What the checks found: of the draft as a whole, or of the cells of a file. */
export interface Checked {
  readonly findings: readonly CheckFinding[];
  /** As it is kept now: by what names its row an answer stays with it. */
  readonly kept: KeptSections;
  /** The sections that the file holds, when it was a file that was checked: of others, what was found stays. */
  readonly ofFile?: readonly string[];
}

/**
 * Writes down what the checks found, in place of what they found before. An answer stays with what it answered: the same rule,
 * of the same value in the same place; a row of a list is known by what names it. The same finding has the same id every time,
 * so that several can be answered in turn.
 */
export async function writeFindings(
  tx: EntityManager,
  { delivery, party, form }: Filling,
  { findings, kept, ofFile }: Checked,
): Promise<void> {
  const aboutOf = aboutIn(form, kept);
  const rows = findings.map((finding, position) => ({ ...asRow(finding), position, about: aboutOf(finding) }));
  await tx.query(
    `with gone as (
       delete from draft_finding where delivery_id = $1 and is_from_file = $3 and (section is null or section = any ($5) or not $3)
       returning *
     )
     insert into draft_finding (id, delivery_id, party_id, is_from_file, position, severity, step, rule, section, "row", about, field,
       sheet, cell, value, expected_nl, expected_en, message_nl, message_en, explanation, answered_at)
     select md5(concat_ws(chr(10), $1, $3, n.rule, n.section, n."row", n.field, n.cell, n.value, n."messageNl", n.about))::uuid,
       $1, $2, $3, n.position, n.severity, n.step, n.rule, n.section, n."row", n.about, n.field, n.sheet, n.cell, n.value,
       n."expectedNl", n."expectedEn", n."messageNl", n."messageEn", g.explanation, g.answered_at
     from jsonb_to_recordset($4) as n (position integer, severity text, step text, rule text, section text, "row" integer,
       about text, field text, sheet text, cell text, value text, "expectedNl" text, "expectedEn" text, "messageNl" text,
       "messageEn" text)
     left join gone g on n.severity = 'QUESTION' and g.answered_at is not null
       and (g.rule, g.section, coalesce(g.about, g."row"::text), g.field, g.value)
         is not distinct from (n.rule, n.section, coalesce(n.about, n."row"::text), n.field, n.value)
     on conflict do nothing`,
    [delivery.id, party.id, ofFile !== undefined, JSON.stringify(rows), ofFile ?? []],
  );
}

const asRow = ({ place, expected, message, standsFor: _told, ...finding }: CheckFinding) => ({
  ...finding,
  sheet: place?.sheet,
  cell: place?.cell,
  expectedNl: expected?.nl,
  expectedEn: expected?.en,
  messageNl: message.nl,
  messageEn: message.en,
});

type About = (finding: CheckFinding) => string | null;

/**
 * What names the row of a list that a finding is about; null when it is about no such row, or the row has no name yet. Of one that
 * stands for others: a digest of what they are about and of their values, so that an answer covers no value but theirs.
 */
function aboutIn({ sections }: Form, kept: KeptSections): About {
  const names = new Map<string, ReadonlyMap<number, string>>();
  const namesOf = (code: string) => {
    const { key = [] } = sections.find((section) => section.code === code && section.kind === 'LIST') ?? {};
    const rows = key.length > 0 ? (kept.get(code) ?? []) : [];
    const named = rows.flatMap(({ row, values }): [number, string][] => {
      const name = key.flatMap((field) => values.get(field) ?? []);
      return name.length > 0 ? [[row, JSON.stringify(name)]] : [];
    });
    return new Map(named);
  };
  const about: About = ({ section, row, standsFor }) => {
    if (standsFor) {
      const parts = standsFor.map((one) => [one.rule, one.section, about(one) ?? one.row, one.field, one.value]);
      return sha256(JSON.stringify(parts));
    }
    if (section === null || row === null) return null;
    const known = names.get(section) ?? namesOf(section);
    names.set(section, known);
    return known.get(row) ?? null;
  };
  return about;
}
