-- The audit log and the reading log: added to by these functions alone. They run as the owner of the tables, so everything
-- is named in full and the search path is fixed; the role of the API may read the logs through their policies, and no more.

-- The end of the chain, and how far readings have been sealed. One row; whoever appends locks it until the end of the
-- transaction, so that the chain has no forks and no gaps.
create table ews_sec.audit_head (
  only_one      boolean not null default true,
  entry_id      bigint not null default 0,
  hash          text not null default repeat('0', 64),
  sealed_to     bigint not null default 0,
  -- Readings up to here are complete once every transaction before that one has ended.
  marked_to     bigint not null default 0,
  marked_before xid8,
  constraint audit_head_identity_is_used_once
    primary key (only_one),
  constraint audit_head_is_alone
    check (only_one)
);
insert into ews_sec.audit_head default values;

-- Values as one text that can be read in one way only: the length of each in bytes before it, a hyphen for null.
-- src/checks/audit-log/spell.ts writes the same, to check this without trusting it.
create function ews_sec.spell(variadic said text[]) returns text
  language sql immutable as $$
  select string_agg(coalesce(octet_length(value) || ':' || value, '-'), ',' order by at)
  from unnest(said) with ordinality as v (value, at)
$$;

create function ews_sec.moment(at timestamptz) returns text
  language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

create function ews_sec.append(entry public.audit_entry) returns void
  language plpgsql as $$
declare
  head ews_sec.audit_head;
begin
  select * into strict head from ews_sec.audit_head for update;
  entry.id := head.entry_id + 1;
  entry.at := clock_timestamp();
  entry.party_id := nullif((ews.context())[2], '')::uuid;
  entry.previous_hash := head.hash;
  entry.hash := encode(sha256(convert_to(ews_sec.spell(
    entry.previous_hash, entry.id::text, ews_sec.moment(entry.at), entry.action, entry.object_kind, entry.object_id,
    entry.result, entry.origin, entry.party_id::text, entry.subject, entry.trace_id, entry.readings::text, entry.digest
  ), 'UTF8')), 'hex');
  insert into public.audit_entry select entry.*;
  update ews_sec.audit_head set entry_id = entry.id, hash = entry.hash;
end $$;

-- One deed in the audit log, by whoever the signed context says. Call it last: until the end of the transaction everybody
-- else who writes waits for it.
create function ews.append_audit_entry(
  action text, object_kind text, object_id text, result text, origin text, subject text, trace_id text
) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  entry public.audit_entry;
begin
  entry.action := action;
  entry.object_kind := object_kind;
  entry.object_id := object_id;
  entry.result := result;
  entry.origin := origin;
  entry.subject := subject;
  entry.trace_id := trace_id;
  perform ews_sec.append(entry);
end $$;

-- Readings by name: of some providers, or else of one municipality or region. What a party reads about itself is none. Kinds
-- of information that the party concerned may not know somebody read are written apart. Answers true, so that a
-- statement can wait for it before it gives anything.
create function ews.note_readings(
  providers uuid[], municipality text, region text, told text[], confidential text[],
  operation text, subject text, trace_id text, disclosure uuid default null
) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  reader text[] := ews.context();
begin
  if reader is null then
    raise exception using errcode = '28000', message = 'a reading without a reader';
  end if;
  -- A reading under a disclosure is on disk before it is answered. Of other readings a crash may take the last half
  -- second, and nothing else that was written: the transaction must not have written yet (decision 0011).
  if disclosure is not null then
    perform set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off';
  elsif pg_current_xact_id_if_assigned() is null then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  -- A transaction has its number before its readings have theirs: see ews.seal_readings.
  perform pg_current_xact_id();
  insert into public.reading (
    at, reader_party_id, reader_subject, provider_id, municipality_code, region_code, information, kinds, operation,
    trace_id, disclosure_id
  )
  select clock_timestamp(), nullif(reader[2], '')::uuid, subject, a.provider, a.municipality, a.region, i.information, i.kinds,
    note_readings.operation, note_readings.trace_id, disclosure
  from (
    select p.id, null, null from unnest(providers) as p (id)
    where p.id is not null and p.id is distinct from nullif(reader[3], '')::uuid
    union all
    select null, m.code, null from (select municipality) as m (code)
    where num_nonnulls(variadic providers) = 0 and m.code is not null
      and not (reader[1] = 'MUNICIPALITY' and reader[4] = m.code)
    union all
    select null, null, r.code from (select region) as r (code)
    where num_nonnulls(variadic providers) = 0 and municipality is null and r.code is not null
      and not (reader[1] = 'REGION' and reader[5] = r.code)
  ) as a (provider, municipality, region)
  cross join (values ('TOLD', told), ('CONFIDENTIAL', confidential)) as i (information, kinds)
  where cardinality(i.kinds) > 0;
  return true;
end $$;

-- Seals readings into the chain, and returns how many; for the system alone, in a transaction of its own. A reading has its
-- number before it is committed, so a lower number may come later. Therefore in three steps: a call marks the last number
-- that was given out; the next one takes its own transaction number, which is above those of all who had a number by
-- then; and once every transaction below it has ended, nothing can come under the mark any more. With nobody writing, every
-- call seals what the one before it marked.
create function ews.seal_readings() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head  ews_sec.audit_head;
  entry public.audit_entry;
begin
  if (ews.context())[1] is distinct from 'SYSTEM' or pg_current_xact_id_if_assigned() is not null then
    raise exception using errcode = '42501', message = 'readings are sealed by the system, in a transaction of its own';
  end if;
  -- Before this transaction has a number: whoever marked has ended. Another process that is at it will do.
  if not pg_try_advisory_xact_lock(20261122) then
    return 0;
  end if;
  select * into strict head from ews_sec.audit_head for update;
  -- In a database that was restored elsewhere, numbers of transactions begin anew.
  if head.marked_before is null or head.marked_before > pg_current_xact_id() then
    head.marked_before := pg_current_xact_id();
  end if;
  if head.marked_to > head.sealed_to and pg_snapshot_xmin(pg_current_snapshot()) < head.marked_before then
    update ews_sec.audit_head set marked_before = head.marked_before;
    return 0;
  end if;
  select 'readings sealed', 'reading', (head.sealed_to + 1) || '-' || head.marked_to, 'OK', 'system', 'system', count(*),
    encode(sha256(convert_to(coalesce(string_agg(ews_sec.spell(
      r.number::text, r.id::text, ews_sec.moment(r.at), r.reader_party_id::text, r.reader_subject, r.provider_id::text,
      r.municipality_code, r.region_code, r.information, array_to_string(r.kinds, ' '), r.operation, r.trace_id,
      r.disclosure_id::text
    ) || E'\n', '' order by r.number), ''), 'UTF8')), 'hex')
  into entry.action, entry.object_kind, entry.object_id, entry.result, entry.origin, entry.subject, entry.readings, entry.digest
  from public.reading r
  where r.number > head.sealed_to and r.number <= head.marked_to;
  if head.marked_to > head.sealed_to then
    perform ews_sec.append(entry);
  end if;
  update ews_sec.audit_head set sealed_to = head.marked_to, marked_before = null,
    marked_to = (select coalesce(max(s.last_value), 0) from pg_sequences s
      where s.schemaname = 'public' and s.sequencename = 'reading_number_seq');
  return entry.readings;
end $$;

-- The end of the chain, for the system alone: it is told to the outside world.
create function ews.audit_head(out entry_id bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (ews.context())[1] is distinct from 'SYSTEM' then
    raise exception using errcode = '42501', message = 'the head of the audit log is for the system';
  end if;
  select h.entry_id, h.hash into entry_id, hash from ews_sec.audit_head h;
end $$;

revoke all on all functions in schema ews_sec from public;
revoke all on function
  ews.append_audit_entry(text, text, text, text, text, text, text),
  ews.note_readings(uuid[], text, text, text[], text[], text, text, text, uuid),
  ews.seal_readings(), ews.audit_head()
from public;
grant execute on function
  ews.append_audit_entry(text, text, text, text, text, text, text),
  ews.note_readings(uuid[], text, text, text[], text[], text, text, text, uuid),
  ews.seal_readings(), ews.audit_head()
to :app_role;
