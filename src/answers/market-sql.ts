/** The steps from what is stored to the sums of markets, as one statement: each step is a table that the next ones read. */
import { PRESENT } from '../domain/models';
import { parseQuarter } from '../domain/period';
import type { Statement } from '../reading/statement';

/** Which markets are asked for: a select of "form" and "region". It may use the steps "period" and "beneath". */
export type Asked = (sql: Statement) => string;

/** Half-open: the four quarters that end with the one asked for, or else with the latest that was assessed. */
export const inPeriod = (day: string) =>
  `${day} >= (select starts_on from period) and ${day} < (select ends_on from period)`;

/** As arrays, so that the indexes of the large tables are used. */
const inRegions = (column: string) => `${column} = any (array(select region from regions))`;
const inOrNear = (column: string) => `${column} = any (array(select region from near))`;

export interface MarketQuestion {
  readonly asked: Asked;
  /** The last of the four, as "2026Q3"; null for the latest that was assessed. */
  readonly quarter: string | null;
  /** A provider that has to be known whether or not it is in one of the markets. */
  readonly provider: string | null;
}

type Step = (sql: Statement, question: MarketQuestion) => string;

const STEPS: Readonly<Record<string, Step>> = {
  // People decide at any moment: of an earlier quarter what they had decided at its end counts, of the latest all of it.
  period: (sql, { quarter }) => {
    const latest = `select max(a.quarter) as quarter from area_risk a where true${sql.andScope('area_risk', 'a')}`;
    return `
      select q.quarter, (q.quarter - interval '9 months')::date as starts_on, ends_on,
        case when q.quarter < l.quarter then ends_on else 'infinity' end as decided_before
      from (${latest}) l,
        lateral (select coalesce(${sql.param('market.quarter', 'date', () => quarter && parseQuarter(quarter))}, l.quarter) as quarter) q,
        lateral (select (q.quarter + interval '3 months')::date as ends_on) e`;
  },
  // Each form with itself and with all that lie beneath it.
  'beneath(form, code)': () => `
    select code, code from care_form
    union all
    select b.form, f.code from beneath b join care_form f on f.parent_code = b.code`,
  asked: (sql, { asked }) => asked(sql),
  regions: () => 'select distinct region from asked',
  near: () => `
    select region from regions
    union
    select neighbour_code from region_neighbour where region_code in (select region from regions)`,
  // The codes that a contract for an asked form can have; a wider one covers it as well.
  codes: () => `
    select form, code, false as is_wider from beneath where form in (select form from asked)
    union all
    select code, form, true from beneath where code in (select form from asked) and form <> code`,
  declared: (sql) => `
    select d.provider_id as provider, a.form, a.region, sum(d.amount) as amount, sum(d.days) as days
    from (
      select provider_id, care_form_code, region_code, sum(amount_cents) as amount,
        sum(volume) filter (where unit = 'DAY') as days
      from declaration d
      where ${inRegions('region_code')} and ${inPeriod('period_start')}${sql.andScope('declaration', 'd')}
      group by provider_id, care_form_code, region_code
    ) d
    join beneath b on b.code = d.care_form_code
    join asked a on a.form = b.form and a.region = d.region_code
    group by 1, 2, 3`,
  // Those that run at the end of the period: what the provider reported, or its client where it reported none.
  running: (sql) => `
    select provider_id, care_form_code, region_code,
      coalesce(sum(annual_value_cents) filter (where reported_by = 'PROVIDER'), sum(annual_value_cents)) as value
    from contract c
    where starts_on < (select ends_on from period) and ends_on >= (select ends_on from period)
      and care_form_code in (select code from codes) and (region_code is null or ${inOrNear('region_code')})
      ${sql.andScope('contract', 'c')}
    group by provider_id, care_form_code, region_code, client_kind, client_municipality_code, client_region_code`,
  contracted: () => `
    select r.provider_id as provider, c.form, r.region_code as region,
      case when c.is_wider then null else sum(r.value) end as value
    from running r join codes c on c.code = r.care_form_code
    group by 1, 2, 3, c.is_wider`,
  reported: (sql) => `
    select municipality_code, care_form_code, sum(clients) filter (where period_start = (select quarter from period)) as clients
    from municipal_report r
    where ${inRegions('region_code')} and ${inPeriod('period_start')}${sql.andScope('municipal_report', 'r')}
    group by 1, 2`,
  // A municipality that reported in the year, and never on this form, has none of it: it is not waited for.
  counted: () => `
    select a.form, a.region, sum(r.clients) as young_people, count(r.clients) as covered,
      count(*) filter (
        where r.care_form_code is not null or m.code not in (select municipality_code from reported)
      ) as coverable
    from asked a
    join municipality m on m.region_code = a.region
    left join reported r on r.municipality_code = m.code and r.care_form_code = a.form
    where m.valid_to is null or m.valid_to > (select quarter from period)
    group by 1, 2`,
  referred: (sql) => `
    select a.form, a.region, sum(r.referrals) as referrals, sum(r.starts) as starts,
      sum(r.waiting_days * r.starts) as waited, sum(r.starts) filter (where r.waiting_days is not null) as waiters
    from referral r
    join beneath b on b.code = r.care_form_code
    join asked a on a.form = b.form and a.region = r.region_code
    where ${inRegions('r.region_code')} and ${inPeriod('r.period_start')}${sql.andScope('referral', 'r')}
    group by 1, 2`,
  decided: (sql) => `
    select distinct on (provider_id) provider_id, trede
    from trede_decision t
    where decided_on < (select decided_before from period)${sql.andScope('trede_decision', 't')}
    order by provider_id, decided_on desc, id desc`,
  standing: (sql) => `
    select provider_id, trede, risk_class, points
    from assessment k
    where quarter = (select quarter from period)
      and model_version = ${sql.param('market.model', 'text', () => PRESENT.version)}${sql.andScope('assessment', 'k')}`,
  // The latest year that was told of, over all that was told of it.
  occupied: (sql) => `
    select distinct on (provider_id) provider_id, sum(value) as occupancy, count(*) as told
    from figure f
    where provider_id in (select provider from declared where days > 0) and item = 'bed_occupancy_realised' and is_current
      and source = 'DELIVERY'${sql.andScope('figure', 'f')}
    group by provider_id, period_start
    order by provider_id, period_start desc`,
  involved: (sql, { provider }) => `
    select provider from declared union select provider from contracted
    union select ${sql.param('market.provider', 'uuid', () => provider)}`,
  providers: (sql) => `
    select p.id, p.concern_id as concern, k.risk_class as "riskClass", k.points,
      case when k.trede is null and coalesce(d.trede, 0) < 4 then null else greatest(d.trede, k.trede) end as trede,
      coalesce(d.trede > k.trede, d.trede >= 4, false) as "isDecided",
      coalesce(e.is_crucial, false) as "isCrucial", o.occupancy::text, o.told
    from provider p
    left join decided d on d.provider_id = p.id
    left join standing k on k.provider_id = p.id
    left join ews_designation e on e.provider_id = p.id${sql.andScope('ews_designation', 'e')}
    left join occupied o on o.provider_id = p.id
    where p.id in (select provider from involved)${sql.andScope('provider', 'p')}`,
};

/** What is handed over, by name: amounts and decimals as text, for a JSON number would round them. */
const SUMS: Readonly<Record<string, string>> = {
  // Of a year of which a first or last quarter was never declared by anybody, no amount is known.
  period: `
    select quarter::text, ends_on - starts_on as days from period
    where exists (select from declaration where period_start >= starts_on and period_start < starts_on + interval '3 months')
      and exists (select from declaration where period_start >= quarter and period_start < ends_on)`,
  asked: 'select form, region from asked',
  declared: 'select provider, form, region, amount::text, days::text from declared',
  contracted: 'select provider, form, region, value::text from contracted',
  demand: `
    select c.form, c.region, c.young_people as "youngPeople", c.covered, c.coverable, r.referrals, r.starts,
      r.waited::text, r.waiters
    from counted c left join referred r using (form, region)
    where c.covered > 0 or r.referrals is not null`,
  neighbours:
    'select region_code as region, neighbour_code as neighbour from region_neighbour where region_code in (select region from regions)',
  providers: 'select * from providers',
};

/** One row, with a list of rows per sum: all of it is of one moment. */
export const marketSums = (question: MarketQuestion) => (sql: Statement) =>
  `with recursive ${Object.entries(STEPS)
    .map(([step, write]) => `${step} as materialized (${write(sql, question)})`)
    .join(',\n')}
  select ${Object.entries(SUMS)
    .map(([name, select]) => `(select coalesce(json_agg(x), '[]') from (${select}) x) as "${name}"`)
    .join(',\n')}`;
