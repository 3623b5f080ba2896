-- What criteria say is not stored: it follows from the model.
with words(says) as (
  values (jsonb '{
    "EQUITY_NEGATIVE": "het eigen vermogen is negatief",
    "LOSS_LONGER_THAN_A_YEAR": "meer dan 4 kwartalen op rij verlieslatend",
    "LOSS_YEARS": "2 jaar verlies op rij, en nog steeds verlieslatend",
    "ARREARS_STRUCTURAL": "minstens 3 kwartalen op rij een achterstand op de liquiditeit",
    "SOLVENCY_PROBLEMATIC": "de solvabiliteit ligt onder 10%",
    "LOSS": "het jaar is tot nu toe verlieslatend",
    "CREDITORS_OVERDUE": "betalingen aan crediteuren zijn achterstallig",
    "CURRENT_RATIO_ARREARS": "de current ratio ligt onder 0,7",
    "SOLVENCY_WORRYING": "de solvabiliteit ligt onder 20%",
    "BREAK_EVEN": "het resultaat is ongeveer break-even: een marge van 0 tot 0,5%",
    "CURRENT_RATIO_PRESSURE": "de current ratio ligt onder 1,0",
    "DAYS_CASH_PRESSURE": "de liquide middelen dekken minder dan 30 dagen kosten",
    "SOLVENCY_DECREASING": "de solvabiliteit is minstens 2 kwartalen op rij lager dan een jaar eerder",
    "PROFITABILITY_DECREASING": "de rentabiliteit is minstens 2 kwartalen op rij lager dan een jaar eerder",
    "LIQUIDITY_DECREASING": "de current ratio is minstens 2 kwartalen op rij lager dan een jaar eerder"
  }')
)
select json_build_object('provider', (
  select json_build_object(
    'id', 'Provider:' || p.id,
    'name', p.name,
    'quarters', json_build_object('nodes', (
      select coalesce(json_agg(q), '[]')
      from (
        select to_char(quarter, 'YYYY"Q"Q') as quarter, quarter_end as "quarterEnd", revenue_cents as "revenueCents",
          revenue_youth_cents as "revenueYouthCents", employed_staff_costs_cents as "employedStaffCostsCents",
          hired_staff_costs_cents as "hiredStaffCostsCents", other_costs_cents as "otherCostsCents",
          net_result_cents as "netResultCents", year_to_date_result_cents as "yearToDateResultCents",
          equity_cents as "equityCents", balance_total_cents as "balanceTotalCents",
          current_assets_cents as "currentAssetsCents", current_liabilities_cents as "currentLiabilitiesCents",
          cash_cents as "cashCents", overdue_creditors_cents as "overdueCreditorsCents",
          open_invoices_cents as "openInvoicesCents", non_billable_production_cents as "nonBillableProductionCents",
          declared_production_cents as "declaredProductionCents",
          budget_revenue_youth_cents as "budgetRevenueYouthCents", foresees_risk as "foreseesRisk",
          case when balance_total_cents > 0
            then round(equity_cents::numeric / balance_total_cents, 6) end as solvency,
          case when revenue_cents > 0
            then round(equity_cents::numeric / (4 * revenue_cents), 6) end as "equityToRevenue",
          case when revenue_cents > 0 then round(net_result_cents::numeric / revenue_cents, 6) end as profitability,
          case when current_liabilities_cents > 0
            then round(current_assets_cents::numeric / current_liabilities_cents, 6) end as "currentRatio",
          case when employed_staff_costs_cents + hired_staff_costs_cents + other_costs_cents > 0
            then round((cash_cents * (quarter_end - quarter))::numeric
              / (employed_staff_costs_cents + hired_staff_costs_cents + other_costs_cents), 6) end as "daysCash",
          case when employed_staff_costs_cents + hired_staff_costs_cents > 0
            then round(hired_staff_costs_cents::numeric
              / (employed_staff_costs_cents + hired_staff_costs_cents), 6) end as "pnilRatio",
          case when revenue_youth_cents + non_billable_production_cents > 0
            then round(non_billable_production_cents::numeric
              / (revenue_youth_cents + non_billable_production_cents), 6) end as "nonBillableShare",
          case when revenue_cents > 0
            then round(revenue_youth_cents::numeric / revenue_cents, 6) end as "youthShare",
          case when budget_revenue_youth_cents > 0
            then round((4 * revenue_youth_cents)::numeric / budget_revenue_youth_cents, 6) end as "budgetRealisation"
        from provider_quarter
        where provider_id = p.id
        order by provider_quarter.quarter desc, provider_id desc
        limit 8) q)),
    'contracts', json_build_object('nodes', (
      select coalesce(json_agg(c), '[]')
      from (
        select 'Contract:' || c.id as id, c.reference, c.annual_value_cents as "annualValueCents",
          c.starts_on as "startsOn", c.ends_on as "endsOn",
          case c.client_kind
            when 'MUNICIPALITY' then json_build_object('__typename', 'Municipality', 'code', m.code, 'name', m.name)
            when 'REGION' then json_build_object('__typename', 'Region', 'code', r.code, 'name', r.name)
            else json_build_object('__typename', 'NationalClient', 'name', 'VNG (LTA)')
          end as client
        from contract c
        left join municipality m on m.code = c.client_municipality_code
        left join region r on r.code = c.client_region_code
        where c.provider_id = p.id
        order by c.starts_on desc, c.id desc
        limit 20) c)),
    'meldingen', json_build_object('nodes', (
      select coalesce(json_agg(m), '[]')
      from (
        select 'Melding:' || m.id as id, m.reason, m.moment, m.explanation,
          to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt"
        from melding m
        join party r on r.id = m.reporter_party_id
        where m.provider_id = p.id and r.provider_id = p.id
        order by m.received_at desc, m.id desc
        limit 10) m)),
    'assessment', (
      select json_build_object(
        'quarter', to_char(a.quarter, 'YYYY"Q"Q'), 'trede', a.trede, 'riskClass', a.risk_class,
        'criteria', (
          select coalesce(json_agg(json_build_object(
            'code', c ->> 'code', 'trede', c -> 'trede', 'figure', c ->> 'figure', 'says', w.says ->> (c ->> 'code'),
            'basis', c ->> 'basis', 'holds', c -> 'holds', 'value', c -> 'value', 'limit', c -> 'limit',
            'unit', c ->> 'unit', 'asOf', c ->> 'as_of', 'source', c ->> 'source', 'missing', c ->> 'missing')), '[]')
          from jsonb_array_elements(a.criteria) c, words w))
      from assessment a
      where a.provider_id = p.id
      order by a.quarter desc
      limit 1))
  from provider p
  where p.id = $1)) as data
