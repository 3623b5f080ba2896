import type { DataSource } from 'typeorm';
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import { MISMATCHES } from '../../src/domain/mismatch/kinds';
import { previousQuarter } from '../../src/domain/period';
import type { MismatchKind, MismatchSubject } from '../../src/domain/vocabulary';
import { freshDatabase, type TestDatabase } from '../support/database';
import { fingerprint, NOW, refreshedAfter } from '../support/refreshed';

let database: TestDatabase;
let owner: DataSource;
let wissel: string;
beforeAll(async () => {
  database = await freshDatabase();
  owner = database.owner;
  [{ id: wissel }] = await owner.query("select id from provider where key = 'de-wissel'");
});
afterAll(() => database.drop());

const quarterOf = (quarter: string) =>
  owner
    .query('select * from provider_quarter where provider_id = $1 and quarter = $2', [wissel, quarter])
    .then(([row]) => row);

/** Deliveries of all sorts, as what they do to the tables: the providers whose rows changed. */
const SOME = "(select id from provider where md5(key) < '4')";
const CHANGES: [string, string[]][] = [
  [
    'a correction of the latest result',
    [
      `update figure set value = value - 50000000 where item = 'net_result' and period_end = '2026-10-01' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'a correction of a quarter long ago',
    [
      `update figure set value = value * 2 where period_end = '2023-10-01' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'another budget',
    [
      `update figure set value = value / 3 where item = 'budget_revenue_youth' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'figures that are withdrawn',
    [`delete from figure where period_end > '2025-10-01' and provider_id in ${SOME} returning provider_id as id`],
  ],
  [
    'other contract values',
    [
      `update contract set annual_value_cents = annual_value_cents * 3 + 1 where provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'figures that cannot be right, and one half-year of sickness of 140 %',
    [
      `update figure set value = value * 1000 where item = 'equity' and period_end = '2026-10-01' and provider_id in ${SOME} returning provider_id as id`,
      `update personnel_report set sickness_primary = 1.4 where period_end = '2026-07-01' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'seats that moved to another region',
    [
      `update provider set seat_region_code = 'JZ02', seat_municipality_code = (select code from municipality where region_code = 'JZ02' limit 1)
       where seat_region_code = 'JZ01' and id in ${SOME} and id in (select provider_id from ews_designation) returning id`,
    ],
  ],
  [
    'the seat of providers that left',
    [
      `update provider set seat_region_code = 'JZ02', seat_municipality_code = (select code from municipality where region_code = 'JZ02' limit 1)
       where seat_region_code <> 'JZ02' and id in (select provider_id from ews_designation where valid_to is not null) returning id`,
    ],
  ],
  [
    'providers that left and moved',
    [
      `update ews_designation set valid_to = '2025-11-10' where provider_id in ${SOME} and valid_to is null returning provider_id as id`,
      `update provider set seat_region_code = 'JZ02', seat_municipality_code = (select code from municipality where region_code = 'JZ02' limit 1)
       where seat_region_code <> 'JZ02' and id in (select provider_id from ews_designation where valid_to = '2025-11-10') returning id`,
    ],
  ],
  ['contracts that ended', [`delete from contract where provider_id in ${SOME} returning provider_id as id`]],
  [
    'contracts in another region',
    [
      `update contract set region_code = 'JZ01' where region_code is not null and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'designations that ended',
    [`update ews_designation set valid_to = '2025-11-10' where provider_id in ${SOME} returning provider_id as id`],
  ],
  [
    'contracts that only one side still reports',
    [
      `delete from contract where reported_by = 'CLIENT' and md5(id::text) < '8' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'a contract with a client that it had none with',
    [
      `insert into contract (provider_id, client_kind, client_region_code, region_code, care_form_code, reported_by, reference, starts_on, ends_on, annual_value_cents, type, procurement, funding)
       select id, 'REGION', 'JZ42', 'JZ42', 'JH1221', 'CLIENT', 'new', '2024-03-01', '2026-02-01', 123456700, 'SERVICE', 'TENDER', 'OUTPUT'
       from provider where id in ${SOME} and id in (select provider_id from ews_designation) returning provider_id as id`,
    ],
  ],
  [
    'contracts that were not delivered after all',
    [
      `update delivery set submitted_at = null, status = 'CONCEPT'
       where period_start = '2025-01-01' and period_end = '2026-01-01' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'forms of care that are offered no longer',
    [
      `delete from provider_care_form where md5(care_form_code) < '8' and provider_id in ${SOME} and provider_id in (select provider_id from ews_designation) returning provider_id as id`,
    ],
  ],
  [
    'longer treatment and empty beds',
    [
      `update figure set value = value * case item when 'treatment_days_realised' then 2 else 0.5 end
       where item in ('treatment_days_realised', 'bed_occupancy_realised') and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'beds of which nothing is told any more',
    [
      `delete from figure where item in ('bed_occupancy_realised', 'bed_occupancy_budgeted') and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
  [
    'another budgeted result',
    [
      `update figure set value = -value where item = 'budget_result' and provider_id in ${SOME} returning provider_id as id`,
    ],
  ],
];

describe('Refreshing the summaries', () => {
  it('gives the same again, of everybody and of one provider', async () => {
    const before = await fingerprint(owner);
    await owner.transaction((tx) => refreshSummaries(tx, 'all', NOW));
    expect(await fingerprint(owner)).toEqual(before);
    await owner.transaction((tx) => refreshSummaries(tx, { providerIds: [wissel] }, NOW));
    expect(await fingerprint(owner)).toEqual(before);
  });

  it('asks the same statements every time, so that a connection does not fill up with prepared ones', async () => {
    const runner = owner.createQueryRunner();
    const prepared = async (moment: number) => {
      await runner.startTransaction();
      await runner.query(
        "update figure set value = value + 100 where provider_id = $1 and item = 'equity' and period_end = '2026-10-01'",
        [wissel],
      );
      await refreshSummaries(runner.manager, { providerIds: [wissel] }, new Date(NOW.getTime() + moment));
      await runner.rollbackTransaction();
      return runner.query('select count(*)::int as n from pg_prepared_statements').then(([{ n }]) => n);
    };
    const once = await prepared(0);
    expect(once).toBeGreaterThan(20);
    expect([await prepared(1_000), await prepared(2_000)]).toEqual([once, once]);
    await runner.release();
  });

  it.each(CHANGES)(
    'after %s, of the providers concerned alone gives what refreshing everyone gives',
    async (_, changes) => {
      const { before, alone, everyone } = await refreshedAfter(
        owner,
        changes.map((sql) => ['providerIds', sql]),
      );
      expect(alone).not.toEqual(before);
      expect(alone).toEqual(everyone);
    },
  );

  it('covers sixteen quarters of every provider, and every region and the country in each', async () => {
    const [{ providers }] = await owner.query(
      'select count(*)::int as providers from ews_designation where valid_to is null',
    );
    const [{ rows, quarters }] = await owner.query(
      `select count(*)::int as rows, count(distinct quarter)::int as quarters
       from assessment join ews_designation using (provider_id) where valid_to is null`,
    );
    expect(quarters).toBe(16);
    expect(rows).toBe(providers * 16);
    expect(await owner.query('select count(*)::int as n from area_risk')).toEqual([{ n: 43 * 16 }]);
    expect(
      await owner.query("select providers from area_risk where area_code = 'NL' and quarter = '2026-07-01'"),
    ).toEqual([{ providers }]);
  });

  it('knows who failed up to the last quarter that it saw the end of, and no later', async () => {
    const left: { id: string; next: string }[] = await owner.query(
      `select provider_id as id, date_trunc('quarter', valid_to)::date::text as next
       from ews_designation where valid_to is not null`,
    );
    expect(left.length).toBeGreaterThan(2);
    for (const { id, next } of left) {
      for (const table of ['provider_quarter', 'assessment', 'indicator', 'mismatch']) {
        const [{ last }] = await owner.query(`select max(quarter)::text as last from ${table} where provider_id = $1`, [
          id,
        ]);
        expect({ table, last }).toEqual({ table, last: previousQuarter(next) });
      }
      expect(await owner.query('select 1 from provider_risk where provider_id = $1', [id])).toEqual([]);
    }
  });

  it('counts in every quarter those who took part at its end', async () => {
    const wrong = await owner.query(`
      select a.quarter, a.providers, count(d.provider_id)::int as present
      from area_risk a
      left join ews_designation d on d.valid_from < (a.quarter + interval '3 months')::date
        and coalesce(d.valid_to > (a.quarter + interval '3 months - 1 day')::date, true)
      where a.area_code = 'NL'
      group by a.quarter, a.providers
      having count(d.provider_id) <> a.providers`);
    expect(wrong).toEqual([]);
    const sizes = await owner.query("select distinct providers from area_risk where area_code = 'NL'");
    expect(sizes.length).toBeGreaterThan(2);
  });

  it('counts a quarter once it has ended, however early it was asked', async () => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(
        `insert into delivery (party_id, provider_id, uitvraag_key, uitvraag_version, period_start, period_end, version, status, due_on)
         select party_id, provider_id, uitvraag_key, uitvraag_version, '2026-10-01', '2027-01-01', 1, 'CONCEPT', '2027-02-01'
         from delivery where provider_id = $1 and period_start = '2026-07-01' and version = 1 limit 1`,
        [wissel],
      );
      const last = async (day: string) => {
        await refreshSummaries(runner.manager, 'all', new Date(`${day}T06:00:00Z`));
        const [{ quarter }] = await runner.query('select max(quarter)::text as quarter from area_risk');
        return quarter;
      };
      expect(await last('2026-12-31')).toBe('2026-07-01');
      expect(await last('2027-01-01')).toBe('2026-10-01');
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it.each(["'NaN'", "'Infinity'", '1e17', '-1e17'])(
    'never meets a figure of %s: the archive refuses it',
    async (value) => {
      const sql = `update figure set value = ${value} where provider_id = $1 and item = 'cash'`;
      await expect(owner.query(sql, [wissel])).rejects.toMatchObject({ code: '23514' });
    },
  );

  it('makes cumulative figures discrete: quarters add up to the year to date', async () => {
    const [{ delivered }] = await owner.query(
      `select value::bigint as delivered from figure
       where provider_id = $1 and item = 'revenue' and period_end = '2026-10-01' and is_current`,
      [wissel],
    );
    const quarters = await Promise.all(['2026-01-01', '2026-04-01', '2026-07-01'].map(quarterOf));
    expect(quarters.reduce((sum, { revenue_cents }) => sum + BigInt(revenue_cents), 0n)).toBe(BigInt(delivered));
    const first = await quarterOf('2022-10-01');
    expect(first.net_result_cents).not.toBeNull();
  });

  it('shows a gap for a quarter that was not delivered, and cannot assess it', async () => {
    const [missing] = await owner.query(
      `select d.provider_id from delivery d
       where d.provider_id is not null and d.period_start = '2026-07-01' and d.uitvraag_key = 'convenant-bijlage-4'
         and d.submitted_at is null
         and not exists (
           select from delivery r
           where r.provider_id = d.provider_id and r.period_start = d.period_start and r.submitted_at is not null
         )
       limit 1`,
    );
    const [row] = await owner.query(
      "select equity_cents, revenue_cents, cash_cents from provider_quarter where provider_id = $1 and quarter = '2026-07-01'",
      [missing.provider_id],
    );
    expect(row).toEqual({ equity_cents: null, revenue_cents: null, cash_cents: null });
    const [risk] = await owner.query('select trede, risk_class, urgency from provider_risk where provider_id = $1', [
      missing.provider_id,
    ]);
    expect(risk).toEqual({ trede: null, risk_class: null, urgency: 3000 });
  });

  it('follows a correction in the same transaction: the quarter, the trede, the regions and the country', async () => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(
        `update figure set value = -1 where provider_id = $1 and item = 'equity' and period_end = '2026-10-01' and is_current`,
        [wissel],
      );
      await refreshSummaries(runner.manager, { providerIds: [wissel] }, NOW);
      const [risk] = await runner.query('select trede from provider_risk where provider_id = $1', [wissel]);
      expect(risk).toEqual({ trede: 5 });
      const [before] = await owner.query(
        "select trede_5 from area_risk where area_code = 'NL' and quarter = '2026-07-01'",
      );
      const [after] = await runner.query(
        "select trede_5 from area_risk where area_code = 'NL' and quarter = '2026-07-01'",
      );
      expect(after.trede_5).toBe(before.trede_5 + 1);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('keeps figures that cannot be right, shows them as findings, and judges as if they were not known', async () => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      const last = "provider_id = $1 and period_end = '2026-10-01' and is_current";
      const absurd: [item: string, value: string][] = [
        [
          'equity',
          "(select value * 2 from figure where item = 'balance_total' and provider_id = $1 and period_end = '2026-10-01' and is_current)",
        ],
        ['revenue', '-value'],
        ['cash', 'value * 1000'],
      ];
      for (const [item, value] of absurd) {
        await runner.query(`update figure set value = ${value} where ${last} and item = '${item}'`, [wissel]);
      }
      await runner.query(
        `update personnel_report set sickness_primary = 1.4 where provider_id = $1 and period_end = '2026-07-01'`,
        [wissel],
      );
      await refreshSummaries(runner.manager, { providerIds: [wissel] }, NOW);
      const found: { code: string; period: string; names: string }[] = await runner.query(
        `select code, period, (select string_agg(f ->> 'name', ' ') from jsonb_array_elements(figures) f) as names
         from finding where provider_id = $1 and severity = 'DO_NOT_COUNT' and quarter >= '2026-01-01' order by code, names`,
        [wissel],
      );
      expect(found.map(({ code, period, names }) => `${period} ${code} ${names}`)).toEqual([
        '2026Q3 CUMULATIVE_FELL revenue',
        '2026Q3 FACTOR_1000_HIGH cash',
        '2026H1 OUTSIDE_FRACTION sickness',
        '2026Q3 PART_ABOVE_WHOLE cash currentAssets',
        '2026Q3 PART_ABOVE_WHOLE equity balanceTotal',
      ]);
      const [quarter] = await runner.query(
        'select revenue_cents, cash_cents, origins from provider_quarter where provider_id = $1 and quarter = $2',
        [wissel, '2026-07-01'],
      );
      expect(quarter).toMatchObject({ revenue_cents: null, cash_cents: null });
      expect(quarter.origins.map(({ figure, source }: Record<string, string>) => `${figure} ${source}`)).toEqual([
        'equity ESTIMATE',
        'balanceTotal ESTIMATE',
      ]);
      const [{ missing }] = await runner.query(
        "select missing from indicator where provider_id = $1 and quarter = '2026-07-01' and code = 'sickness'",
        [wissel],
      );
      expect(missing).toBe('sickness 2026H1 (implausible)');
      const [{ kept }] = await runner.query(
        `select count(*)::int as kept from figure where ${last} and item = 'revenue' and value < 0`,
        [wissel],
      );
      expect(kept).toBe(1);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('lays beside each other what every kind is about, for every subject that it is made for', async () => {
    const found: { kind: MismatchKind; subject: MismatchSubject }[] = await owner.query(
      'select distinct kind, subject from mismatch',
    );
    const expected = Object.entries(MISMATCHES).flatMap(([kind, { subjects }]) =>
      subjects.map((subject) => `${kind} ${subject}`),
    );
    expect(found.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual(expected.sort());
  });

  it('compares what is told once a year at the end of the year, and contracts and forecasts in every quarter', async () => {
    const found: { kind: string; quarters: number }[] = await owner.query(
      `select kind, count(distinct quarter)::int as quarters from mismatch
       where subject = 'COUNTRY' and care_form_code is null group by kind order by kind`,
    );
    expect(found.filter(({ quarters }) => quarters < 16)).toEqual([{ kind: 'PLANNED_VS_REALISED_CARE', quarters: 4 }]);
    expect(found).toHaveLength(8);
  });

  it('expects three quarters of a budget at the end of September, and counts what is covered', async () => {
    const [row] = await owner.query(
      `select expected_share, covered, coverable from mismatch
       where kind = 'BUDGET_VS_DECLARED' and subject = 'PROVIDER' and provider_id = $1 and quarter = '2026-07-01'`,
      [wissel],
    );
    expect(Number(row.expected_share)).toBeGreaterThan(0.7);
    expect(Number(row.expected_share)).toBeLessThan(0.8);
    expect(row).toMatchObject({ covered: 1, coverable: 1 });
    const [{ low }] = await owner.query(
      "select count(*)::int as low from mismatch where covered * 5 < coverable * 4 and verdict <> 'INCOMPLETE'",
    );
    expect(low).toBe(0);
  });
});
