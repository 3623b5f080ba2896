-- How much has been asked by whom in the present window of time, for all processes together. Whom is a digest: no account, party
-- or address can be read from it. Not written to the log of the database: after a crash everybody begins anew.

create unlogged table ews.rate_limit (
  key    text    not null,
  points integer not null default 0,
  -- Milliseconds since 1970, by the clock of the server that began the window.
  expire bigint,
  constraint rate_limit_identity_is_used_once
    primary key (key),
  constraint rate_limit_key_is_a_digest
    check (key ~ '^[a-z-]+:[A-Za-z0-9_-]{22}$'),
  constraint rate_limit_points_are_counted_upwards
    check (points >= 0)
);

-- The API counts before it knows who is asking, so these policies ask for no context. It may count, and clear away what is over;
-- it may not give anybody a window that is not over a new start by removing it.
alter table ews.rate_limit enable row level security;
alter table ews.rate_limit force row level security;
create policy rate_limit_is_read_to_count on ews.rate_limit for select using (true);
create policy rate_limit_begins_with_a_point on ews.rate_limit for insert with check (points > 0 and expire is not null);
create policy rate_limit_is_counted on ews.rate_limit for update using (true) with check (expire is not null);
create policy rate_limit_is_cleared_when_it_is_over on ews.rate_limit for delete
  using (expire < date_part('epoch', clock_timestamp()) * 1000);
grant select, insert, update, delete on ews.rate_limit to :app_role;
