with shown as (select max(quarter) as quarter from area_risk)
select json_build_object('riskDashboard', json_build_object(
  'quarter', (select to_char(quarter, 'YYYY"Q"Q') from shown),
  'national', (
    select json_build_object(
      'areaCode', a.area_code, 'providers', a.providers, 'trede1', a.trede_1, 'trede2', a.trede_2, 'trede3', a.trede_3,
      'trede4', a.trede_4, 'trede5', a.trede_5, 'notAssessable', a.not_assessable, 'high', a.high,
      'middle', a.middle, 'low', a.low)
    from area_risk a
    where a.area_code = 'NL' and a.quarter = (select quarter from shown)),
  'regions', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select a.area_code as "areaCode", a.providers, a.trede_1 as "trede1", a.trede_2 as "trede2",
        a.trede_3 as "trede3", a.trede_4 as "trede4", a.trede_5 as "trede5", a.not_assessable as "notAssessable",
        a.high, a.middle, a.low, json_build_object('code', r.code, 'name', r.name) as region
      from area_risk a
      join region r on r.code = a.area_code
      where a.quarter = (select quarter from shown)
      order by a.area_code
      limit 50) x)),
  'top', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select pr.urgency, pr.revenue_youth_cents as "revenueYouthCents",
        json_build_object('id', 'Provider:' || p.id, 'name', p.name) as provider,
        json_build_object('code', r.code, 'name', r.name) as region,
        json_build_object(
          'id', 'Assessment:' || a.id, 'quarter', to_char(a.quarter, 'YYYY"Q"Q'), 'trede', a.trede,
          'previousTrede', a.previous_trede, 'riskClass', a.risk_class, 'points', a.points) as assessment
      from provider_risk pr
      join provider p on p.id = pr.provider_id
      join region r on r.code = pr.seat_region_code
      join assessment a on a.id = pr.assessment_id
      order by pr.urgency desc, pr.provider_id desc
      limit 20) x)),
  'changes', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select pr.trede, pr.previous_trede as "previousTrede", pr.risk_class as "riskClass",
        json_build_object('id', 'Provider:' || p.id, 'name', p.name) as provider
      from provider_risk pr
      join provider p on p.id = pr.provider_id
      where pr.trede is distinct from pr.previous_trede
      order by pr.urgency desc, pr.provider_id desc
      limit 20) x)),
  'signals', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select 'Signal:' || s.id as id, s.kind, s.urgency, s.says_nl as says,
        json_build_object('id', 'Provider:' || p.id, 'name', p.name) as provider
      from signal s
      join provider p on p.id = s.provider_id
      where s.seen_at is null and (s.quarter = (select quarter from shown)
        or s.quarter < (select quarter from shown) and s.kind in ('CARE_STOPPED', 'NEW_MELDING'))
      order by s.urgency desc, s.id desc
      limit 20) x)),
  'mismatches', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select m.kind, m.unit, m.expected, m.actual, m.actual - m.expected as difference,
        case when m.expected > 0 then round((m.actual - m.expected) / m.expected, 6) end as "differenceShare",
        case when m.coverable > 0 then round(m.covered::numeric / m.coverable, 6) end as coverage,
        m.verdict
      from mismatch m
      where m.subject = 'COUNTRY' and m.care_form_code is null and m.quarter = (select quarter from shown)
      order by m.quarter desc, m.id desc
      limit 10) x)),
  'missingDeliveries', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select 'Delivery:' || d.id as id, d.uitvraag_key as "uitvraagKey", d.period_start as "periodStart",
        d.period_end as "periodEnd", d.due_on as "dueOn", d.status,
        json_build_object('id', 'Party:' || p.id, 'name', p.name) as party
      from delivery d
      join party p on p.id = d.party_id
      where d.submitted_at is null and d.due_on < (now() at time zone 'Europe/Amsterdam')::date
        and not exists (
          select from ews_designation l
          where l.provider_id = d.provider_id and l.valid_to <= (now() at time zone 'Europe/Amsterdam')::date
        )
      order by d.due_on desc, d.id desc
      limit 20) x)),
  'meldingen', json_build_object('nodes', (
    select coalesce(json_agg(x), '[]')
    from (
      select 'Melding:' || m.id as id, m.reason, m.moment,
        to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
        json_build_object('id', 'Party:' || p.id, 'name', p.name) as reporter,
        case when a.id is not null then json_build_object('id', 'Provider:' || a.id, 'name', a.name) end as provider,
        case when h.melding_id is not null then json_build_object('status', h.status) end as handling
      from melding m
      join party p on p.id = m.reporter_party_id
      left join provider a on a.id = m.provider_id
      left join melding_handling h on h.melding_id = m.id
      order by m.received_at desc, m.id desc
      limit 10) x))
)) as data
