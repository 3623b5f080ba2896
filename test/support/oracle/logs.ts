import type { DataSource } from 'typeorm';

/** Readings about some of everybody, and some entries. Whole milliseconds: the oracle has its moments in JavaScript. */
const FILL = [
  `insert into reading (at, reader_party_id, reader_subject, provider_id, municipality_code, region_code, information, kinds, operation, trace_id)
   select timestamptz '2026-10-01 12:00Z' + number * interval '1 hour 1 millisecond', reader.id, 'somebody',
     p.provider_id, case when p.kind = 'MUNICIPALITY' then p.municipality_code end, case when p.kind = 'REGION' then p.region_code end,
     (array['TOLD', 'CONFIDENTIAL'])[1 + number % 2], (array['{figures,contracts}', '{melding}'])[1 + number % 2]::text[], 'Page', 'trace'
   from (select *, row_number() over (order by key) as at from party where kind in ('PROVIDER', 'MUNICIPALITY', 'REGION')) p
   join party reader on reader.kind = (array['JA', 'MUNICIPALITY'])[1 + p.at % 2] and reader.key in ('ja', 'municipality:GM0014')
   cross join generate_series(1, 2) number`,
  `insert into audit_entry (id, at, action, object_kind, object_id, result, origin, party_id, subject, trace_id, previous_hash, hash)
   select number, timestamptz '2026-10-01 12:00Z' + number * interval '1 hour 1 millisecond', (array['melding registered', 'signal seen'])[1 + number % 2],
     'melding', gen_random_uuid(), (array['OK', 'REFUSED'])[1 + number % 2], '192.0.2.1', (select id from party where key = 'ja'), 'ja', 'trace', 'x', 'y'
   from generate_series(1, 8) number`,
];

const STILL = [
  `create or replace function ews.append_audit_entry(action text, object_kind text, object_id text, result text, origin text, subject text, trace_id text)
   returns void language plpgsql as $$ begin end $$`,
  `create or replace function ews.note_readings(
     providers uuid[], municipality text, region text, told text[], confidential text[], operation text, subject text, trace_id text, disclosure uuid default null)
   returns boolean language plpgsql as $$ begin return true; end $$`,
];

export async function fillLogs(owner: DataSource): Promise<void> {
  for (const statement of FILL) await owner.query(statement);
}

/** Lets nothing be added to the logs: asking must not change the world that answers are compared with. */
export async function stillLogs(owner: DataSource): Promise<void> {
  for (const statement of STILL) await owner.query(statement);
}
