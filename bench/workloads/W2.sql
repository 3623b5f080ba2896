select json_build_object('regions', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object(
    'code', r.code, 'name', r.name,
    'municipalities', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object(
        'code', m.code, 'name', m.name,
        'contracts', json_build_object('nodes', (
          select coalesce(json_agg(c), '[]')
          from (
            select 'Contract:' || c.id as id, c.reference, c.annual_value_cents as "annualValueCents",
              c.starts_on as "startsOn",
              json_build_object('id', 'Provider:' || p.id, 'name', p.name, 'latestQuarter', (
                select json_build_object(
                  'quarter', to_char(q.quarter, 'YYYY"Q"Q'),
                  'solvency',
                    case when q.balance_total_cents > 0
                      then round(q.equity_cents::numeric / q.balance_total_cents, 6) end,
                  'currentRatio',
                    case when q.current_liabilities_cents > 0
                      then round(q.current_assets_cents::numeric / q.current_liabilities_cents, 6) end)
                from provider_quarter q
                where q.provider_id = p.id
                order by q.quarter desc
                limit 1)) as provider
            from contract c
            join provider p on p.id = c.provider_id
            where c.client_municipality_code = m.code
            order by c.starts_on desc, c.id desc
            limit 20) c))
        )), '[]')
      from (select code, name from municipality where region_code = r.code order by code limit 50) m))
    )), '[]')
  from (select code, name from region order by code limit 50) r))) as data
