-- Who is asking, told to the database so that it can believe it. The server signs the context; the database checks the
-- signature, so that an injected set_config gains nothing. No context means no rows.

create schema ews;
create schema ews_sec;
revoke all on schema ews_sec from public;

-- The key that signs contexts. One row; the server reads it as the owner, the app role cannot.
create table ews_sec.context_key (
  only_one boolean not null default true,
  key      bytea   not null,
  constraint context_key_identity_is_used_once
    primary key (only_one),
  constraint context_key_is_alone
    check (only_one),
  constraint context_key_is_long_enough
    check (length(key) >= 32)
);
insert into ews_sec.context_key (key)
values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- column|party|provider|municipality|region|expires|signature, the signature being sha256(key || sha256(key || rest)).
-- Runs as its owner to read the key, so everything in it is named in full, types included: no search path can be slipped
-- under it. (A search path of its own would cost every statement some microseconds.)
create function ews.context() returns text[]
  language plpgsql stable parallel safe security definer as $$
declare
  given  pg_catalog.text := pg_catalog.current_setting('ews.context', true);
  said   pg_catalog.text;
  secret pg_catalog.bytea;
  parts  pg_catalog.text[];
begin
  -- After a transaction that set it, a custom setting is '' rather than null.
  if given is null or given operator(pg_catalog.=) '' then
    return null;
  end if;
  said := pg_catalog."left"(given, -65);
  select k.key into secret from ews_sec.context_key k;
  -- Without a key nothing is right.
  if coalesce('|' operator(pg_catalog.||) pg_catalog.encode(pg_catalog.sha256(secret operator(pg_catalog.||) pg_catalog.sha256(
       secret operator(pg_catalog.||) pg_catalog.convert_to(said, 'UTF8'))), 'hex')
     operator(pg_catalog.<>) pg_catalog."right"(given, 65), true) then
    raise exception using errcode = '28000', message = 'bad context';
  end if;
  parts := pg_catalog.string_to_array(said, '|');
  -- As the transaction began: a list of millions takes longer to land than a context lives, and is one transaction.
  if parts[6]::pg_catalog.int8 operator(pg_catalog.<) pg_catalog.date_part('epoch', pg_catalog.transaction_timestamp())::pg_catalog.int8 then
    raise exception using errcode = '28000', message = 'expired context';
  end if;
  return parts;
end $$;

-- Is the viewer in one of these columns of the authorization table?
create function ews.is_one_of(columns text[]) returns boolean
  language sql stable parallel safe as $$
  select coalesce((ews.context())[1] = any (columns), false)
$$;

-- The viewer's own key, when the viewer is in one of these columns; null otherwise, and null equals nothing.
create function ews.own_text(key text, columns text[]) returns text
  language plpgsql stable parallel safe as $$
declare
  c text[] := ews.context();
begin
  if c[1] = any (columns) then
    return nullif(c[case key when 'party' then 2 when 'provider' then 3 when 'municipality' then 4 when 'region' then 5 end], '');
  end if;
  return null;
end $$;

create function ews.own_uuid(key text, columns text[]) returns uuid
  language sql stable parallel safe as $$
  select ews.own_text(key, columns)::uuid
$$;

-- The moment of the question, as the server signed it: what has begun or ended is decided by one clock.
create function ews.moment() returns timestamptz
  language sql stable parallel safe as $$
  select to_timestamp((ews.context())[6]::int8 - 60)
$$;

-- The providers, municipalities or regions of which this information is disclosed to a party at a moment. Reads as the viewer, who
-- sees what is disclosed to it.
create function ews.disclosed_providers(to_party uuid, category text, at_moment timestamptz) returns uuid[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(provider_id), '{}') from public.disclosure
  where recipient_party_id = to_party and provider_id is not null and category = any (categories)
    and valid_from <= at_moment and valid_to > at_moment
$$;
create function ews.disclosed_municipalities(to_party uuid, category text, at_moment timestamptz) returns text[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(municipality_code), '{}') from public.disclosure
  where recipient_party_id = to_party and municipality_code is not null and category = any (categories)
    and valid_from <= at_moment and valid_to > at_moment
$$;
create function ews.disclosed_regions(to_party uuid, category text, at_moment timestamptz) returns text[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(region_code), '{}') from public.disclosure
  where recipient_party_id = to_party and region_code is not null and category = any (categories)
    and valid_from <= at_moment and valid_to > at_moment
$$;

-- What was told stays as it was told: a disclosure may be ended before its time, once, at the moment at which that is said, and
-- nothing else of it may change; none is ended when it is made. Holds for whoever writes, the system and the owner as well.
create function ews_sec.refuse_other_disclosure() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  ended  public.disclosure := old;
  -- Whole seconds, as in a signed context.
  moment timestamptz := coalesce(ews.moment(), date_trunc('second', clock_timestamp()));
begin
  if tg_op = 'INSERT' then
    raise exception using errcode = '23514', constraint = 'disclosure_is_not_ended_when_it_is_made',
      message = 'disclosure_is_not_ended_when_it_is_made: what is ended was shared first';
  end if;
  ended.valid_to := new.valid_to;
  ended.ended_at := new.ended_at;
  if new is distinct from ended or old.ended_at is not null or new.ended_at is null or new.valid_to >= old.valid_to then
    raise exception using errcode = '23514', constraint = 'disclosure_is_only_ended_early',
      message = 'disclosure_is_only_ended_early: nothing else of a disclosure may change after its notice';
  end if;
  if new.ended_at < moment or new.valid_to < moment then
    raise exception using errcode = '23514', constraint = 'disclosure_is_not_ended_in_the_past',
      message = 'disclosure_is_not_ended_in_the_past: until now it could be read';
  end if;
  return new;
end $$;
create trigger disclosure_is_only_ended_early before update on public.disclosure
  for each row execute function ews_sec.refuse_other_disclosure();
create trigger disclosure_is_not_ended_when_it_is_made before insert on public.disclosure
  for each row when (new.ended_at is not null) execute function ews_sec.refuse_other_disclosure();
revoke execute on function ews_sec.refuse_other_disclosure() from public;

-- Sessions of before the end of an account are over, also when it is opened again. Whoever closes it need not know of them.
create function ews_sec.note_closing() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.closed_at := clock_timestamp();
  return new;
end $$;
create trigger account_closing_is_noted before update on public.account
  for each row when (old.is_active and not new.is_active) execute function ews_sec.note_closing();
revoke execute on function ews_sec.note_closing() from public;

-- The providers in whose open case a party has one of these roles, and those cases themselves.
create function ews.providers_in_case(party uuid, roles text[]) returns uuid[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(provider_id), '{}') from public.case_party
  where party_id = party and role = any (roles) and until is null
$$;
create function ews.open_cases(party uuid, roles text[]) returns uuid[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(case_id), '{}') from public.case_party
  where party_id = party and role = any (roles) and until is null
$$;

-- One row that only SYSTEM sees, in every database, so that the server can prove at start-up that policies hold here.
create table ews.proof (
  only_one boolean not null default true,
  constraint proof_identity_is_used_once
    primary key (only_one),
  constraint proof_is_alone
    check (only_one)
);
insert into ews.proof default values;
alter table ews.proof enable row level security;
alter table ews.proof force row level security;
create policy proof_is_seen_by_the_system on ews.proof for select using ((select ews.is_one_of('{SYSTEM}')));
grant select on ews.proof to :app_role;

-- Nobody but the owner makes anything here, not even a temporary table.
revoke create on schema public from public;
do $$ begin
  execute pg_catalog.format('revoke temporary on database %I from public', pg_catalog.current_database());
end $$;
-- Postgres lets everybody call a new function, unless it is told not to.
revoke execute on all functions in schema ews from public;
grant execute on all functions in schema ews to :app_role;
grant usage on schema ews to :app_role;
grant usage on schema public to :app_role;
grant select on migrations to :app_role;
