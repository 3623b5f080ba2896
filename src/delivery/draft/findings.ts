import type { EntityManager } from 'typeorm';
import type { CheckFinding } from '../../domain/intake/finding';
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

/**
 * Writes down what the checks found, in place of what they found before. An answer stays with what it answered: the same rule,
 * of the same value in the same place. The same finding has the same id every time, so that several can be answered in turn.
 * @param ofFile of cells as they stood in a file, rather than of the draft
 */
export async function writeFindings(
  tx: EntityManager,
  { delivery, party }: Pick<Filling, 'delivery' | 'party'>,
  findings: readonly CheckFinding[],
  ofFile = false,
): Promise<void> {
  await tx.query(
    `with gone as (
       delete from draft_finding where delivery_id = $1 and is_from_file = $3 returning *
     )
     insert into draft_finding (id, delivery_id, party_id, is_from_file, position, severity, step, rule, section, "row", field,
       sheet, cell, value, expected_nl, expected_en, message_nl, message_en, explanation, answered_at)
     select md5(concat_ws(chr(10), $1, $3, n.rule, n.section, n."row", n.field, n.cell, n.value, n."messageNl"))::uuid,
       $1, $2, $3, n.position, n.severity, n.step, n.rule, n.section, n."row", n.field, n.sheet, n.cell, n.value,
       n."expectedNl", n."expectedEn", n."messageNl", n."messageEn", g.explanation, g.answered_at
     from jsonb_to_recordset($4) as n (position integer, severity text, step text, rule text, section text, "row" integer,
       field text, sheet text, cell text, value text, "expectedNl" text, "expectedEn" text, "messageNl" text, "messageEn" text)
     left join gone g on n.severity = 'QUESTION' and g.answered_at is not null
       and (g.rule, g.section, g."row", g.field, g.value) is not distinct from (n.rule, n.section, n."row", n.field, n.value)
     on conflict do nothing`,
    [delivery.id, party.id, ofFile, JSON.stringify(findings.map(asRow))],
  );
}

const asRow = ({ place, expected, message, ...finding }: CheckFinding, position: number) => ({
  ...finding,
  position,
  sheet: place?.sheet,
  cell: place?.cell,
  expectedNl: expected?.nl,
  expectedEn: expected?.en,
  messageNl: message.nl,
  messageEn: message.en,
});
