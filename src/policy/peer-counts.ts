/**
 * Where one stands among others cannot be told from one's own rows. This function counts the rows of others, and gives
 * nothing but counts, of at least ten: never whose, and never a value. It answers only about an indicator that the one who
 * asks may read, by the conditions of the authorization table itself.
 */
import { PEERS_AT_LEAST, SIZES } from '../domain/indicators/peer';

/** The size of a row of provider_risk, in SQL. */
const size = (row: string) => {
  const cases = SIZES.map(([word, from]) =>
    from === null
      ? `when ${row}.revenue_youth_cents is not null then '${word}'`
      : `when ${row}.revenue_youth_cents >= ${from} then '${word}'`,
  );
  return `case ${cases.join(' ')} end`;
};

/** @param readable who may read a row of the indicators, as a policy says it */
export const peerCounts = (
  readable: string,
) => `-- The place of an indicator among those of others: counts alone, of ten or more.
create function ews.peer_counts(about uuid, lower_is_better boolean)
  returns table (peer_group text, peers integer, worse integer, equal integer)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  given text := current_setting('ews.context', true);
  said  text := 'SYSTEM|||||' || (date_part('epoch', clock_timestamp())::int8 + 60);
  own   record;
begin
  select i.*, ${size('r')} as size into own
  from indicator i left join provider_risk r using (provider_id)
  where i.id = about and i.value is not null and (
    ${readable.replaceAll(/\bprovider_id\b/g, 'i.provider_id')}
  );
  if not found then
    return;
  end if;
  -- As the system for one statement: it sees the others. The caller gets counts, and its own context back.
  perform set_config('ews.context', said || '|' || encode(sha256(k.key || sha256(k.key || convert_to(said, 'UTF8'))), 'hex'), true)
  from ews_sec.context_key k;
  return query
    with counted as (
      select g.name, count(*)::int as others,
        (count(*) filter (where case when lower_is_better then o.value > own.value else o.value < own.value end))::int as worse,
        (count(*) filter (where o.value = own.value))::int as equal
      from indicator o left join provider_risk r using (provider_id)
      join (values ('ALL'), (own.size)) g (name) on g.name in ('ALL', ${size('r')})
      where o.quarter = own.quarter and o.code = own.code and o.provider_id <> own.provider_id and o.value is not null
      group by g.name
    ), complete as (
      select others from counted where name = 'ALL'
    )
    select c.name, c.others, c.worse, c.equal from counted c, complete a
    -- When all are equal, their values would be told. Nor may the two groups together tell of fewer than that: those who are not of this size.
    where c.others >= ${PEERS_AT_LEAST} and a.others - c.others not between 1 and ${PEERS_AT_LEAST - 1}
      and c.equal < c.others order by c.name;
  perform set_config('ews.context', coalesce(given, ''), true);
end $$;
revoke execute on function ews.peer_counts(uuid, boolean) from public;
grant execute on function ews.peer_counts(uuid, boolean) to :app_role;
`;
