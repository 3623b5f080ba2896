import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assessBy } from '../../src/actions/assess';
import { refreshAlone } from '../../src/actions/refresh/alone';
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import { MODELS, type Model, PRESENT } from '../../src/domain/models';
import { freshDatabase, type TestDatabase } from '../support/database';
import { ended, launch, run } from '../support/programs';

const OTHER = MODELS.find((model) => model !== PRESENT) as Model;
const LATER = new Date('2027-01-01T06:00:00Z');

let database: TestDatabase;
let environment: NodeJS.ProcessEnv;
let providers: number;

beforeAll(async () => {
  database = await freshDatabase();
  environment = {
    EWS_DATA: mkdtempSync(join(tmpdir(), 'ews-assess-')),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  };
  [{ providers }] = await database.owner.query('select count(*)::int as providers from ews_designation');
});
afterAll(() => database.drop());

const assess = (words: string[], more: NodeJS.ProcessEnv = {}) =>
  run('src/cli/main.ts', ['assess', ...words], { ...environment, ...more });
const madeBy = async ({ version }: Model): Promise<number> => {
  const [{ made }] = await database.owner.query(
    'select count(*)::int as made from assessment where model_version = $1',
    [version],
  );
  return made;
};
const isSomebodyWaiting = async (): Promise<boolean> => {
  const [{ waiting }] = await database.owner.query(
    `select exists (
       select from pg_locks where not granted and locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())
     ) as waiting`,
  );
  return waiting;
};
/** Everything but the moment. */
const contentOf = ({ version }: Model) =>
  database.owner.query(
    `select provider_id, quarter, trede, previous_trede, points, risk_class, criteria, score from assessment
     where model_version = $1 order by provider_id, quarter`,
    [version],
  );

describe.each([
  ['a model that is not there', ['--model', 'kruger-0']],
  ['no model', []],
])('Asked for %s, the command', (_, words) => {
  it('refuses in one sentence, which names those that are', async () => {
    const { code, stdout, stderr } = await assess(words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`--model: must be one of ${MODELS.map(({ version }) => version).join(', ')}.\n`);
  });
});

it('makes no archive where there is none', async () => {
  const nowhere = { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined };
  const { code, stdout, stderr } = await assess(['--model', OTHER.version], nowhere);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^There is nothing to assess in this database yet: .*npm start\.\n$/);
});

describe('Assessing by another model', () => {
  it('goes on where it was interrupted, tells how far it is, and has nothing to do the third time', async () => {
    const before = await contentOf(PRESENT);
    await assessBy(database.owner, OTHER, LATER);
    const whole = await contentOf(OTHER);
    // Who joined or left has fewer quarters: as many as by the present model.
    expect(whole).toHaveLength(before.length);
    // As after an interruption: some have all quarters, one only half of them, the others none.
    const some = `select id from provider where md5(key) < '8'`;
    await database.owner.query(`delete from assessment where model_version = $1 and provider_id in (${some})`, [
      OTHER.version,
    ]);
    const [{ one }] = await database.owner.query(
      'select min(provider_id::text) as one from assessment where model_version = $1',
      [OTHER.version],
    );
    await database.owner.query(
      `delete from assessment where model_version = $1 and provider_id = $2 and quarter > '2024-10-01'`,
      [OTHER.version, one],
    );
    const [{ left }] = await database.owner.query(
      `select count(*)::int as left from (
         select provider_id from assessment where model_version in ($1, $2) group by provider_id
         having count(*) filter (where model_version = $1) < count(*) filter (where model_version = $2)
       ) fewer`,
      [OTHER.version, PRESENT.version],
    );
    expect(left).toBeGreaterThan(1);
    expect(left).toBeLessThan(providers);

    const second = await assess(['--model', OTHER.version]);
    expect(second.code).toBe(0);
    expect(second.stdout).toBe(
      `Assessed ${left} of ${providers} providers: ${OTHER.version}, beside the model in use.\n`,
    );
    expect(second.stderr.split('\n').slice(-2)).toEqual([`${left} of ${left} providers`, '']);
    expect(await contentOf(OTHER)).toEqual(whole);

    const third = await assess(['--model', OTHER.version]);
    expect(third).toEqual({
      code: 0,
      stdout: `Nothing to do: ${OTHER.version}, beside the model in use.\n`,
      stderr: '',
    });
    expect(await contentOf(PRESENT)).toEqual(before);
  });

  it('stops at Ctrl-C between two batches, says how far it came, and goes on from there the next time', async () => {
    await database.owner.query('delete from assessment where model_version = $1', [OTHER.version]);
    const holder = database.owner.createQueryRunner();
    await holder.startTransaction();
    await refreshAlone(holder);
    const program = launch('src/cli/main.ts', ['assess', '--model', OTHER.version], environment);
    const end = ended(program);
    while (!(await isSomebodyWaiting())) await pause(20);
    program.kill('SIGINT');
    await pause(100);
    await holder.rollbackTransaction();
    await holder.release();

    const { code, stdout, stderr } = await end;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    const [, done, all] =
      /^Stopped after (\d+) of (\d+) providers\. Run the same again: it goes on from there\.$/m.exec(
        stderr,
      ) as unknown as [string, string, string];
    expect(Number(all)).toBe(providers);
    expect(Number(done)).toBeGreaterThan(0);
    expect(Number(done)).toBeLessThan(providers);
    const { stdout: rest } = await assess(['--model', OTHER.version]);
    expect(rest).toMatch(new RegExp(`^Assessed ${providers - Number(done)} of ${providers} providers: `));
  });

  it('keeps the batches that were made when a later one fails', async () => {
    await database.owner.query('delete from assessment where model_version = $1', [OTHER.version]);
    const stop = new Error('stopped');
    const stopped = assessBy(database.owner, OTHER, LATER, (done) => {
      if (done > 0) throw stop;
    });
    await expect(stopped).rejects.toBe(stop);
    expect(await madeBy(OTHER)).toBeGreaterThan(0);
    expect(await madeBy(OTHER)).toBeLessThan(await madeBy(PRESENT));
  });

  it('makes again what the present model has seen change since, and nothing else', async () => {
    await assessBy(database.owner, OTHER, LATER);
    expect(await assessBy(database.owner, OTHER, LATER)).toEqual({ providers, made: 0 });
    const [{ id }] = await database.owner.query("select id from provider where key = 'de-wissel'");
    await database.owner.query(
      "update figure set value = -1 where provider_id = $1 and item = 'equity' and period_end = '2026-10-01'",
      [id],
    );
    const afterwards = new Date(LATER.getTime() + 60_000);
    await database.owner.transaction((tx) => refreshSummaries(tx, { providerIds: [id] }, afterwards));
    // Whatever this machine says the time is.
    expect(await assessBy(database.owner, OTHER, LATER)).toEqual({ providers, made: 1 });
    const [row] = await database.owner.query(
      "select trede from assessment where model_version = $1 and provider_id = $2 and quarter = '2026-07-01'",
      [OTHER.version, id],
    );
    expect(row).toEqual({ trede: 5 });
    expect(await assessBy(database.owner, OTHER, LATER)).toEqual({ providers, made: 0 });
  });
});

describe('Assessing by the present model', () => {
  it('has nothing to do: deliveries keep it up to date', async () => {
    expect(await assessBy(database.owner, PRESENT, LATER)).toEqual({ providers, made: 0 });
  });

  it('puts everybody and the country where it says they stand, when another model had put them elsewhere', async () => {
    const risks = () => database.owner.query('select * from provider_risk order by provider_id');
    const areas = () => database.owner.query('select * from area_risk order by area_code, quarter');
    const before = [await risks(), await areas()];
    await database.owner.query(
      `update provider_risk r set risk_class = 'LOW', assessment_id = a.id
       from assessment a where a.provider_id = r.provider_id and a.quarter = r.quarter and a.model_version = $1`,
      [OTHER.version],
    );
    await database.owner.query('update area_risk set high = 0, low = providers');
    expect(await assessBy(database.owner, PRESENT, LATER)).toEqual({ providers, made: providers });
    expect([await risks(), await areas()]).toEqual(before);
  });
});
