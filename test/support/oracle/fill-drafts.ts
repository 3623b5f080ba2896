/** Something that is being filled in, and something that was delivered, of every party that delivers. */
import type { DataSource } from 'typeorm';
import type { Field } from '../../../src/domain/intake/form';
import { formFor } from '../../../src/domain/intake/form-for';
import { frequencyOf } from '../../../src/domain/intake/frequency';
import type { UitvraagDefinition } from '../../../src/domain/uitvraag/definition';
import { CONTRACT_TYPES, FUNDINGS, PROCUREMENTS, TRENDS, VOLUME_UNITS } from '../../../src/domain/vocabulary';

/** Concepts of every party: of a quarter, a half-year and a year, and by turns of either uitvraag for providers. */
const CONCEPTS = `insert into delivery
    (party_id, provider_id, uitvraag_key, uitvraag_version, period_start, period_end, version, status, due_on)
  select p.id, p.provider_id, case when p.kind = 'PROVIDER' and p.at % 2 = 1 then 'regeling-jeugdwet-8g' else 'convenant-bijlage-4' end,
    1, date '2027-01-01', ends, 1, 'CONCEPT', date '2027-04-15'
  from (select *, row_number() over (partition by kind order by key) as at from party where kind = any ($1)) p
  cross join unnest('{2027-04-01,2027-07-01,2028-01-01}'::date[]) ends
  on conflict do nothing`;

const LAST_SUBMITTED = `select distinct on (party_id) id, party_id from delivery where submitted_at is not null
  order by party_id, period_end desc, version desc, id`;

/** Of what was submitted last. */
const DELIVERED = [
  `insert into delivered_value (delivery_id, party_id, section, "row", field, value)
   select d.id, d.party_id, v.section, v."row", v.field, v.value from (${LAST_SUBMITTED}) d cross join (values
     ('finances', 0, 'A2.6', '123400'), ('finances', 0, 'A2.9', '50000000'), ('finances', 0, 'b6.1', '700000'),
     ('subcontractors', 1, 'kvkNumber', '12345678'), ('subcontractors', 1, 'name', 'Onderaannemer een'),
     ('waiting', 1, 'careForm', 'JH1221'), ('waiting', 1, 'region', 'JZ01'), ('waiting', 1, 'waitingDays', '12.5')
   ) v (section, "row", field, value)`,
  `insert into delivered_answer (delivery_id, party_id, position, rule, section, "row", field, value, question_nl, question_en, explanation, answered_at)
   select d.id, d.party_id, n, 'coherence.jump', case when n = 2 then 'finances' end, case when n = 2 then 0 end, null, n::text, 'Klopt dit?', 'Is this right?',
     'Dit klopt zo echt.', timestamptz '2026-10-01 12:00Z' from (${LAST_SUBMITTED}) d cross join generate_series(1, 2) n`,
  `update delivery set asked = 40 + extract(month from period_start)::int, prefilled = 3, reused = 2,
     minutes = (array[null, 'BELOW_1_HOUR', 'FROM_1_TO_4_HOURS', 'FROM_8_HOURS'])[1 + get_byte(decode(replace(id::text, '-', ''), 'hex'), 0) % 4]
   where id in (select id from (${LAST_SUBMITTED}) d)`,
  `insert into receipt (delivery_id, party_id, reference, sha256, received_at, signature)
   select id, party_id, 'receipt ' || id, repeat('a', 64), timestamptz '2026-10-01 12:00Z', 'signed' from (${LAST_SUBMITTED}) d`,
  `insert into reminder (delivery_id, party_id, kind, sent_on)
   select id, party_id, k.kind, k.day from (${LAST_SUBMITTED}) d
   cross join (values ('BEFORE_DUE', date '2026-09-01'), ('OVERDUE', date '2026-10-01')) k (kind, day)`,
  `insert into replaced_row (delivery_id, party_id, replaced_by_id, kind, content)
   select id, party_id, id, 'contract', '{}' from (${LAST_SUBMITTED}) d`,
  `insert into delivery_file (delivery_id, party_id, kind, bytes, sha256, content, received_by, received_at)
   select id, party_id, 'CSV', 1, repeat('b', 64), 'x', 'somebody', timestamptz '2026-10-01 12:00Z' from delivery where status = 'CONCEPT'`,
  `insert into draft_finding (delivery_id, party_id, is_from_file, position, severity, step, rule, section, "row", field, sheet, cell,
     value, expected_nl, expected_en, message_nl, message_en, explanation, answered_at)
   select d.id, d.party_id, n % 2 = 0, n, (array['QUESTION', 'ERROR', 'INFO'])[1 + n % 3], 'CELL', 'cell.rule', 'finances', 0, 'A2.6',
     case when n % 2 = 0 then 'Financiën' end, case when n % 2 = 0 then 'D7' end, n::text,
     case when n > 2 then 'verwacht' end, case when n > 2 then 'expected' end, 'melding', 'message',
     case when n = 3 then 'Dit klopt zo echt.' end, case when n = 3 then timestamptz '2026-10-01 12:00Z' end
   from delivery d cross join generate_series(0, 3) n where d.status = 'CONCEPT' and d.due_on = date '2027-04-15'`,
  `insert into draft_remark (delivery_id, party_id, remark, written_by, written_at)
   select id, party_id, 'Kijk nog eens naar ' || uitvraag_key, 'somebody', timestamptz '2026-10-01 12:00Z'
   from delivery where status = 'CONCEPT' and period_end <> date '2027-07-01'`,
  `insert into intake_request (party_id, key, payload_digest, status, answer, answered_at)
   select id, 'key', repeat('c', 64), 200, '{}', timestamptz '2026-10-01 12:00Z' from party where kind = any ($1)`,
  `insert into calendar_feed (party_id, opened_by, token_hash, opened_at)
   select id, key, md5(key), timestamptz '2026-10-01 12:00Z' from party where kind = any ($1)`,
];

const DELIVERERS = ['PROVIDER', 'MUNICIPALITY', 'REGION', 'VNG', 'DATA_SUPPLIER'];

const WORDS: Readonly<Record<string, object>> = {
  ...{ contractTypes: CONTRACT_TYPES, fundings: FUNDINGS, procurements: PROCUREMENTS },
  ...{ trends: TRENDS, volumeUnits: VOLUME_UNITS },
};
const CODES: Readonly<Record<string, string>> = {
  careForms: 'JH1221',
  regions: 'JZ01',
  clients: 'JZ01',
  municipalities: 'GM0014',
};
const VALUES: Readonly<Record<Field['type'], (field: Field, at: number) => string>> = {
  AMOUNT: (_, at) => String(1_234_567_00 + at * 1_000_00),
  NUMBER: (_, at) => String(1_000 + at),
  DECIMAL: (_, at) => `${12 + at}.25`,
  PERCENTAGE: () => '0.185',
  YES_NO: (_, at) => String(at % 2),
  CHOICE: ({ list = 'careForms' }) => CODES[list] ?? (Object.keys(WORDS[list] ?? {})[0] as string),
  DAY: () => '2027-02-03',
  KVK: () => '12345678',
  TEXT: () => 'Zoals bekend',
};

export async function fillDrafts(owner: DataSource): Promise<void> {
  await owner.query(CONCEPTS, [DELIVERERS]);
  for (const statement of DELIVERED) await owner.query(statement, statement.includes('$1') ? [DELIVERERS] : []);
  const items = await owner.getRepository('UitvraagItem').find({ order: { code: 'ASC' } });
  const definitions = (await owner.getRepository('Uitvraag').find()).map((one) => ({
    ...one,
    items: items.filter(({ uitvraagKey }) => uitvraagKey === one.key),
  })) as unknown as UitvraagDefinition[];
  const drafts = await owner.query(
    `select d.id, d.party_id as "partyId", p.kind, d.uitvraag_key as key, d.period_start::text as "periodStart", d.period_end::text as "periodEnd"
     from delivery d join party p on p.id = d.party_id where d.due_on = date '2027-04-15' and d.status = 'CONCEPT'`,
  );
  // Also of a section that nobody asks for any more.
  const lines: object[] = drafts.map(({ id, partyId }: { id: string; partyId: string }) => ({
    id,
    partyId,
    section: 'gone',
  }));
  const values: object[] = lines.map((one) => ({ ...one, row: 0, field: 'x', value: '1', at: 1 }));
  for (const { id, partyId, kind, key, periodStart, periodEnd } of drafts) {
    const definition = definitions.find((one) => one.key === key) as UitvraagDefinition;
    const form = formFor(definition, { kind, frequency: frequencyOf(periodStart, periodEnd), periodStart, periodEnd });
    for (const { code: section, kind: of, fields, isBulk } of form.sections) {
      if (isBulk) lines.push({ id, partyId, section });
      for (const row of isBulk ? [] : of === 'ITEMS' ? [0] : [1, 2]) {
        // Every fifth was emptied again.
        const cells = fields.map((field, at) => ({
          field: field.code,
          value: at % 5 === 4 ? null : VALUES[field.type](field, at),
          at,
        }));
        values.push(...cells.map((cell) => ({ id, partyId, section, row, ...cell })));
      }
    }
  }
  await owner.query(
    `insert into draft_value (delivery_id, party_id, section, "row", field, value, version, origin, changed_by, changed_at)
     select n.id, n."partyId", n.section, n."row", n.field, n.value, 1 + n.at % 3, (array['FORM', 'PREVIOUS', 'OTHER_UITVRAAG'])[1 + n.at % 3],
       'somebody', timestamptz '2026-10-01 12:00Z'
     from jsonb_to_recordset($1) n (id uuid, "partyId" uuid, section text, "row" int, field text, value text, at int)`,
    [JSON.stringify(values)],
  );
  await owner.query(
    `insert into draft_lines (delivery_id, party_id, section, block, count, lines)
     select n.id, n."partyId", n.section, 1, 2, array['2' || chr(9) || 'GM0014', '3' || chr(9) || 'GM0014']
     from jsonb_to_recordset($1) n (id uuid, "partyId" uuid, section text)`,
    [JSON.stringify(lines)],
  );
}
