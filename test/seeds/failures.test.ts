import type { DataSource } from 'typeorm';
import { SIMULATED_FROM } from '../../seeds/world/calendar';
import { endOf, hasFailed } from '../../seeds/world/providers';
import { FAILURES } from '../../seeds/world/stories';
import { buildWorld } from '../../seeds/world/world';
import { freshDatabase, type TestDatabase } from '../support/database';

const demo = buildWorld('demo');
const small = buildWorld('small');
const failedIn = ({ providers }: typeof demo) => providers.filter(hasFailed);
const yearsOf = (world: typeof demo) => new Set(failedIn(world).map((provider) => endOf(provider).slice(0, 4)));

describe('Failures in the invented history', () => {
  it('are few, and spread over the years', () => {
    expect(failedIn(demo).length).toBeGreaterThanOrEqual(10);
    expect(failedIn(demo).length).toBeLessThanOrEqual(16);
    expect([...yearsOf(demo)].sort()).toEqual(['2023', '2024', '2025', '2026']);
    expect(failedIn(small).length).toBeGreaterThanOrEqual(3);
    expect(yearsOf(small).size).toBeGreaterThanOrEqual(3);
  });

  it('are of every kind, and never of the provider of the examples', () => {
    expect(new Set(FAILURES.map(({ kind }) => kind)).size).toBe(5);
    expect(hasFailed((demo.providers[0] ?? small.providers[0]) as (typeof demo.providers)[number])).toBe(false);
    expect(FAILURES.every(({ recoversFrom }) => recoversFrom === null)).toBe(true);
  });

  it('come on top of as many providers as there are today', () => {
    expect(demo.books.size - failedIn(demo).length).toBe(270);
  });

  it('close the books before the quarter in which they happen', () => {
    for (const provider of failedIn(demo)) {
      const quarters = demo.books.get(provider)?.quarters ?? [];
      const year = Number(endOf(provider).slice(0, 4));
      const quarter = year * 4 + Math.floor((Number(endOf(provider).slice(5, 7)) - 1) / 3);
      expect(quarters.at(-1)?.quarter).toBe(quarter - 1);
      expect(quarters.length).toBe(quarter - SIMULATED_FROM);
    }
  });

  const lossOf = (kind: string, quarters: number) =>
    failedIn(demo)
      .filter(({ story }) => story?.kind === kind)
      .map((provider) => {
        const last = demo.books.get(provider)?.quarters.slice(-quarters) ?? [];
        return last.reduce((sum, { netResult }) => sum + netResult, 0);
      });

  it.each(['FAST_LIQUIDITY_LOSS', 'SLOW_SOLVENCY_EROSION', 'LOST_CONTRACT', 'HIRED_STAFF_SPIRAL'])(
    'by %s were preceded by losses',
    (kind) => {
      expect(lossOf(kind, 3).length).toBeGreaterThan(0);
      expect(lossOf(kind, 3).every((loss) => loss < 0)).toBe(true);
    },
  );

  it('that come suddenly were not: some had paid everybody, and earned, to the end', () => {
    const sudden = failedIn(demo).filter(({ story }) => story?.kind === 'SUDDEN');
    const last = sudden.map((provider) => demo.books.get(provider)?.quarters.at(-1));
    expect(last.some((quarter) => quarter?.overdueCreditors === 0 && quarter.netResult > 0)).toBe(true);
  });
});

describe('Who failed', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = database.owner;
  });
  afterAll(() => database.drop());

  const count = async (from: string) => {
    const [{ n }]: [{ n: string }] = await owner.query(`
      with failed as (select provider_id, decided_on from trede_decision where trede = 6)
      select count(*) as n from failed f ${from}`);
    return Number(n);
  };

  it('did so because people decided it, once, and stays in the register', async () => {
    expect(await count('')).toBe(failedIn(small).length);
    expect(await count('join provider p on p.id = f.provider_id')).toBe(failedIn(small).length);
    const same = 'join ews_designation d using (provider_id) where d.valid_to = f.decided_on';
    expect(await count(same)).toBe(failedIn(small).length);
  });

  it.each([
    ['is asked for nothing more', 'join delivery d using (provider_id) where d.due_on >= f.decided_on'],
    ['delivers nothing more', 'join delivery d using (provider_id) where d.submitted_at::date >= f.decided_on'],
    ['has no figures of later', 'join figure d using (provider_id) where d.as_of >= f.decided_on'],
    ['declares nothing more', 'join declaration d using (provider_id) where d.period_end > f.decided_on'],
    ['has no personnel of later', 'join personnel_report d using (provider_id) where d.period_end > f.decided_on'],
    ['has no contract any more', 'join contract d using (provider_id) where d.ends_on > f.decided_on'],
    ['is paid no tariff', 'join tariff d using (provider_id) where coalesce(d.valid_to > f.decided_on, true)'],
    ['offers no care', 'join provider_care_form d using (provider_id)'],
    ['is decided about no more', 'join trede_decision d using (provider_id) where d.decided_on > f.decided_on'],
  ])('%s', async (_, from) => {
    expect(await count(from)).toBe(0);
  });

  it('did deliver, and had contracts, before', async () => {
    const delivered =
      'join lateral (select from delivery d where d.provider_id = f.provider_id and d.submitted_at is not null limit 1) d on true';
    const contracted = 'join lateral (select from contract c where c.provider_id = f.provider_id limit 1) c on true';
    expect(await count(delivered)).toBe(failedIn(small).length);
    expect(await count(contracted)).toBe(failedIn(small).length);
  });
});
