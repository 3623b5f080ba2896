import type { DataSource } from 'typeorm';
import { quarterStart } from '../../seeds/world/calendar';
import type { Oddity } from '../../seeds/world/oddities';
import type { Provider } from '../../seeds/world/providers';
import { figureTable } from '../../seeds/world/tables/figures';
import { buildWorld } from '../../seeds/world/world';
import { formatQuarter } from '../../src/domain/period';
import { freshDatabase, type TestDatabase } from '../support/database';

const demo = buildWorld('demo');
const small = buildWorld('small');

describe('Deliveries that cannot be right', () => {
  it('are few, of every kind, some put right later, and of the provider of the examples one of long ago', () => {
    const all = [...demo.oddities.values()];
    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(all.length).toBeLessThanOrEqual(10);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(5);
    expect(new Set(all.map(({ isCorrected }) => isCorrected)).size).toBe(2);
    expect(small.oddities.size).toBeGreaterThanOrEqual(3);
    for (const [provider, { quarter }] of [...demo.oddities, ...small.oddities]) {
      if (provider.index === 0) expect(quarterStart(quarter)).toBe('2023-01-01');
      else expect(provider).toMatchObject({ isEws: true, story: null });
    }
  });
});

describe('Plausibility, on the invented world', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = database.owner;
  });
  afterAll(() => database.drop());

  const odd = (wanted: (oddity: Oddity) => boolean) => [...small.oddities].filter(([, oddity]) => wanted(oddity));

  /** What cannot be right of a provider: "2025Q2". */
  async function severeQuarters(providerId: string): Promise<string[]> {
    const rows: { period: string }[] = await owner.query(
      `select distinct period from finding
       where provider_id = $1 and severity = 'DO_NOT_COUNT' and code <> 'AFTER_IMPLAUSIBLE' and period like '%Q%'
       order by period`,
      [providerId],
    );
    return rows.map(({ period }) => period);
  }
  const quarterOf = ({ quarter }: Oddity) => formatQuarter(quarterStart(quarter));
  const inFigures = ({ kind, isCorrected }: Oddity) => kind !== 'SICKNESS_OF_140' && !isCorrected;

  it('finds each slip in its own quarter, and nothing that cannot be right elsewhere', async () => {
    const slips = new Map(odd(inFigures).map(([{ id }, oddity]) => [id, [quarterOf(oddity)]]));
    expect(slips.size).toBeGreaterThan(0);
    for (const { id, isEws } of small.providers) {
      if (!isEws) continue;
      const severe = await severeQuarters(id);
      // A year to date that was too high makes the next quarter of that year fall: the same slip, seen twice.
      expect({ id, severe: severe.slice(0, 1) }).toEqual({ id, severe: slips.get(id) ?? [] });
    }
  });

  const valuesOf = ([{ id }, { quarter }]: [Provider, Oddity], item: string) =>
    owner.query(
      `select d.version, f.value::bigint::text as value, f.is_current as "isCurrent", d.correction_reason as reason
       from figure f join delivery d on d.id = f.delivery_id
       where f.provider_id = $1 and f.item = $2 and f.period_end = ($3::date + interval '3 months')::date
       order by d.version`,
      [id, item, quarterStart(quarter)],
    );

  it('has the wrong version beside the right one where it was corrected, and why', async () => {
    const corrected = odd(({ isCorrected }) => isCorrected);
    expect(corrected.length).toBeGreaterThan(0);
    for (const found of corrected) {
      const [wrong, right] = await valuesOf(found, 'equity');
      expect(wrong).toMatchObject({ version: 1, isCurrent: false, reason: null });
      expect(right).toMatchObject({ version: 2, isCurrent: true });
      expect(BigInt(wrong.value)).toBe(BigInt(right.value) * 100n);
      expect(right.reason).toContain('centen');
    }
  });

  it('is told of sickness of 140 %', async () => {
    const sick = odd(({ kind }) => kind === 'SICKNESS_OF_140');
    const [{ told }] = await owner.query(
      'select array_agg(provider_id) as told from personnel_report where sickness_primary > 1',
    );
    expect(sick.length).toBeGreaterThan(0);
    expect(told.sort()).toEqual(sick.map(([{ id }]) => id).sort());
  });
});

describe('Who delivers only what the Regeling asks', () => {
  const quarters = [...small.filing.ofProvider, ...demo.filing.ofProvider].flatMap(([provider, file]) => {
    const alone = [...file.regeling].filter(([quarter, { submittedAt }]) => submittedAt && !file.covenant.has(quarter));
    return alone.map(([quarter]) => ({ provider, quarter }));
  });

  it('tells its operational result as year-to-date, from which its equity can be carried on', () => {
    expect(quarters.length).toBeGreaterThan(0);
    const told = new Map<string, string>();
    for (const world of [small, demo]) {
      for (const row of figuresIn(world)) {
        const [provider, , item, start, end, , value, , isCumulative] = row;
        if (item === 'operational_result' && isCumulative === 't') told.set(`${provider} ${start} ${end}`, value ?? '');
      }
    }
    for (const { provider, quarter } of quarters) {
      const books = (small.books.get(provider) ?? demo.books.get(provider))?.quarters ?? [];
      const year = Math.floor(quarter / 4);
      const soFar = books.filter((one) => Math.floor(one.quarter / 4) === year && one.quarter <= quarter);
      const result = soFar.reduce((sum, { operationalResult }) => sum + operationalResult, 0);
      expect(told.get(`${provider.id} ${year}-01-01 ${quarterStart(quarter + 1)}`)).toBe(String(result));
    }
  });

  it('has no estimate in the world: the engine makes it', () => {
    const sources = new Set([...figuresIn(small), ...figuresIn(demo)].map((row) => row[9]));
    expect([...sources].sort()).toEqual(['DELIVERY', 'DIGIMV']);
  });
});

function* figuresIn(world: typeof small): Iterable<string[]> {
  for (const row of figureTable(world).rows()) yield row.trimEnd().split('\t');
}
