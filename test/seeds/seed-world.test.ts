import type { DataSource } from 'typeorm';
import { seedWorld } from '../../seeds/seed-world';
import { standDown } from '../../seeds/stand-down';
import { Conflict } from '../../src/errors';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  owner = database.owner;
});
afterAll(() => database.drop());

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T> {
  const [row] = await owner.query(sql, parameters);
  return row as T;
}
const count = async (sql: string, parameters: unknown[] = []) =>
  Number((await one<{ n: string }>(`select count(*) as n ${sql}`, parameters)).n);

describe('A seeded archive', () => {
  it('says which world it holds and when that stands still', async () => {
    expect(await one('select size, as_of::text from seeded_world')).toEqual({ size: 'small', as_of: '2026-11-15' });
  });

  it('holds the real Netherlands', async () => {
    expect(await count('from municipality')).toBe(342);
    expect(await count('from region')).toBe(42);
    expect(await count('from province')).toBe(12);
    expect(await count('from care_form')).toBe(24);
    expect(await count('from uitvraag')).toBe(2);
    expect(await count("from uitvraag_item where uitvraag_key = 'regeling-jeugdwet-8g' and code ~ '^a'")).toBe(6);
  });

  it('asks in an uitvraag for every figure that was delivered', async () => {
    const unasked: { item: string }[] = await owner.query(`
      select distinct f.item
      from figure f
      join delivery d on d.id = f.delivery_id
      where not exists (
        select from uitvraag_item i
        where (i.uitvraag_key, i.uitvraag_version, i.figure_item) = (d.uitvraag_key, d.uitvraag_version, f.item)
          and i.unit = f.unit and i.is_cumulative = f.is_cumulative
      )`);
    expect(unasked).toEqual([]);
  });

  it('knows 5 to 15 % late or missing deliveries, missing being a concept past its due date', async () => {
    const past = "from delivery where due_on < '2026-11-15'";
    const off = await count(`${past} and (submitted_at is null or submitted_at::date > due_on)`);
    const share = off / (await count(past));
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.15);
    expect(await count("from delivery where submitted_at > '2026-11-15'")).toBe(0);
  });

  it('holds a figure at most once per provider, item, period and source, apart from what was replaced', async () => {
    const twice = await count(
      'from (select from figure where is_current group by provider_id, item, period_start, period_end, source having count(*) > 1) t',
    );
    expect(twice).toBe(0);
    expect(await count('from figure where not is_current')).toBeGreaterThan(0);
  });

  it('declares exactly the production that is delivered', async () => {
    const differing = await count(`
      from figure f
      join lateral (
        select sum(d.amount_cents) as declared from declaration d
        where d.provider_id = f.provider_id and d.period_start >= f.period_start and d.period_end <= f.period_end
      ) s on true
      where f.item = 'declared_production' and f.is_current and f.period_start >= '2025-10-01' and s.declared <> f.value`);
    expect(differing).toBe(0);
    expect(await count('from declaration')).toBeGreaterThan(1_000);
  });

  it('has contracts that both sides report, that only one does, and of which the value differs', async () => {
    const sides = `from (
      select reference, count(*) as sides, max(annual_value_cents) - min(annual_value_cents) as differs
      from contract join ews_designation using (provider_id)
      group by reference) c`;
    expect(await count(`${sides} where sides = 2 and differs = 0`)).toBeGreaterThan(100);
    expect(await count(`${sides} where sides = 2 and differs > 0`)).toBeGreaterThan(5);
    expect(await count(`${sides} where sides = 1`)).toBeGreaterThan(5);
  });

  it('has several meldingen about De Wissel, by others and by itself, and one of every kind of reporter', async () => {
    const reporters: { kind: string }[] = await owner.query(`
      select r.kind from melding m
      join party r on r.id = m.reporter_party_id join provider p on p.id = m.provider_id
      where p.key = 'de-wissel'`);
    const kinds = reporters.map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(3);
    expect(kinds).toEqual(expect.arrayContaining(['PROVIDER', 'MUNICIPALITY', 'REGION']));
    const all: { kind: string }[] = await owner.query(
      'select distinct r.kind from melding m join party r on r.id = m.reporter_party_id',
    );
    expect(all.map(({ kind }) => kind).sort()).toEqual([
      'DATA_SUPPLIER',
      'INSPECTION',
      'MINISTRY',
      'MUNICIPALITY',
      'PROVIDER',
      'REGION',
      'SUPERVISOR',
      'VNG',
    ]);
  });

  it('has a melding for each of the eight reasons and both moments', async () => {
    const found = await one<{ reasons: number; moments: number }>(
      'select count(distinct reason)::int as reasons, count(distinct moment)::int as moments from melding',
    );
    expect(found).toEqual({ reasons: 8, moments: 2 });
  });

  it('is not seeded twice', async () => {
    await expect(seedWorld(owner, 'small')).rejects.toThrow(Conflict);
  });
});

/** Everything that a table has beside its columns, as Postgres would write it down. */
const DEFINED = `
  select conrelid::regclass::text as at, conname as name, pg_get_constraintdef(oid) as says
  from pg_constraint where conrelid = any ($1::regclass[])
  union all
  select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
  from pg_index where indrelid = any ($1::regclass[])
  order by 1, 2, 3`;

describe('Indexes and references that stand down while a table is filled', () => {
  const tables = ['figure', 'declaration', 'delivery', 'assessment', 'provider_risk'];

  it('come back exactly as they were', async () => {
    const runner = owner.createQueryRunner();
    const client = await runner.connect();
    await runner.startTransaction();
    try {
      const before = await runner.query(DEFINED, [tables]);
      const restores = await standDown(client, tables);
      const meanwhile = await runner.query(DEFINED, [tables]);
      expect(meanwhile.filter(({ says }: { says: string }) => /^(FOREIGN KEY|CREATE INDEX)/.test(says))).toEqual([]);
      await client.query([...restores.values()].flat().join(';\n'));
      expect(await runner.query(DEFINED, [tables])).toEqual(before);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
