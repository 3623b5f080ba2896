/** One connection for everybody: each still gets exactly its own, and nothing is left for the next. */
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config';
import { makeDataSource } from '../../src/database/data-source';
import { prepareDatabase } from '../../src/database/prepare';
import type { Viewer } from '../../src/policy/viewer';
import { countsOf, interleave, threeParties } from '../support/interleave';
import { openProduct } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';
import { PGBOUNCER, type Pooler, startPooler } from '../support/pgbouncer';

const REQUESTS = 1_000;
const SEED = Number(process.env.EWS_SEED ?? Math.floor(Math.random() * 2 ** 31));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.database.drop());

/** Opens the database by an address with one connection in its pool. */
async function withOne<T>(url: string, work: (app: DataSource) => Promise<T>): Promise<T> {
  const app = await makeDataSource(url, { connections: 1 }).initialize();
  return work(app).finally(() => app.destroy());
}

const LEFT =
  "select coalesce(current_setting('ews.context', true), '') as context, (select count(*)::int from melding) as rows";
const NOTHING = [{ context: '', rows: 0 }];

describe('the parties of this test', () => {
  it('each have something of their own, and another number of it', () => {
    const counts = threeParties(stage).map((viewer) => countsOf(stage, viewer));
    for (const own of counts) expect(Math.max(...own)).toBeGreaterThan(0);
    expect(new Set(counts.map(String)).size).toBe(3);
  });
});

describe(`a pool of one connection (EWS_SEED=${SEED})`, () => {
  it(`answers ${REQUESTS} requests of three parties through each other with exactly their own`, async () => {
    await withOne(stage.database.appUrl, async (app) => {
      expect(await interleave(stage, { ...stage.database, app }, REQUESTS, SEED)).toEqual([]);
      expect(await app.query(LEFT)).toEqual(NOTHING);
    });
  });

  it('does not start when a context stays on the session', async () => {
    // The same statements, but with a context that stays: what a careless hand would write.
    const { query } = pg.Client.prototype;
    const careless = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...args: never[]
    ) {
      const [asked, ...others] = args as unknown as [string | { text: string }, ...never[]];
      const stays = (text: string) => text.replaceAll(/(set_config\('ews\.context',\s*\$1,\s*)true/g, '$1false');
      const said = typeof asked === 'string' ? stays(asked) : Object.assign(asked, { text: stays(asked.text) });
      return (query as (...all: unknown[]) => never).call(this, said, ...others);
    } as never);
    try {
      await withOne(stage.database.appUrl, async (app) => {
        // The start proves that nothing stays of a context, and refuses.
        await expect(interleave(stage, { ...stage.database, app }, 10, SEED)).rejects.toThrow(
          'a context outlives its statement',
        );
      });
    } finally {
      careless.mockRestore();
    }
  });
});

const behindPooler = PGBOUNCER ? describe : describe.skip;

behindPooler(
  `PgBouncer in transaction mode${PGBOUNCER ? '' : ' (SKIPPED: pgbouncer is not installed on this machine)'}`,
  () => {
    let pooler: Pooler;
    beforeAll(async () => {
      pooler = await startPooler(stage.database.appUrl, 2);
    }, 30_000);
    afterAll(() => pooler?.stop());

    const database = () => new URL(stage.database.appUrl).pathname.slice(1);
    const role = () => new URL(stage.database.appUrl).username;
    const prepare = () =>
      prepareDatabase({
        ...readConfig({}),
        database: { app: pooler.url, owner: stage.database.ownerUrl },
        world: null,
      });

    it('is not started through while the role has no time limit, because a pooler passes none on', async () => {
      await expect(prepare()).rejects.toMatchObject({
        problems: [{ field: 'DATABASE_URL', en: expect.stringContaining('time limit') }],
      });
    });

    it(`gives ${REQUESTS} requests of three parties through each other exactly their own`, async () => {
      for (const setting of ["statement_timeout = '10s'", "timezone = 'UTC'"]) {
        await stage.database.owner.query(`alter role ${role()} in database ${database()} set ${setting}`);
      }
      // A backend that the refused start opened does not have the new settings yet.
      await pooler.stop();
      pooler = await startPooler(stage.database.appUrl, 2);
      const prepared = await prepare();
      try {
        expect(await interleave(stage, { ...prepared, appUrl: pooler.url }, REQUESTS, SEED)).toEqual([]);
        for (let time = 0; time < 20; time++) expect(await prepared.app.query(LEFT)).toEqual(NOTHING);
      } finally {
        await prepared.stop();
      }
    });

    it('takes what three parties write through each other, each in its own name', async () => {
      const prepared = await prepare();
      const product = await openProduct({ ...prepared, appUrl: pooler.url });
      const parties = threeParties(stage).map((viewer): Viewer => ({ ...viewer, functions: ['PREPARER'] }));
      const write = (viewer: Viewer, at: number) =>
        product.ask(
          {
            text: `mutation { registerMelding(input: { clientKey: "pooled ${at}", reason: CONTINUITY, explanation: "Zorgen" }) { reporter { id } } }`,
            variables: {},
          },
          viewer,
          stage.now,
        );
      try {
        const writers = Array.from({ length: 30 }, (_, at) => parties[at % 3] as Viewer);
        const answers = await Promise.all(writers.map(write));
        for (const [at, { partyId }] of writers.entries()) {
          expect(JSON.parse(answers[at] as string)).toEqual({
            data: { registerMelding: { reporter: { id: `Party:${partyId}` } } },
          });
        }
        for (const viewer of parties) {
          const counted = await product.ask({ text: '{ meldingen { totalCount } }', variables: {} }, viewer, stage.now);
          expect(JSON.parse(counted).data.meldingen.totalCount).toBe((countsOf(stage, viewer)[2] as number) + 10);
        }
      } finally {
        await product.close();
        await prepared.stop();
      }
    });

    it('cannot keep a statement with a name, which is why ours have none there', async () => {
      const clients = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const client = new pg.Client({ connectionString: pooler.url });
          await client.connect();
          return client;
        }),
      );
      const named = () =>
        Promise.all(clients.map((client) => client.query({ name: 'one', text: 'select $1::int', values: [1] })));
      await expect(named().then(named).then(named)).rejects.toMatchObject({
        code: expect.stringMatching(/^(26000|42P05)$/),
      });
      await Promise.allSettled(clients.map((client) => client.end()));
    });

    it('hands a context that is set on the session to another', async () => {
      const [one, other] = [
        new pg.Client({ connectionString: pooler.url }),
        new pg.Client({ connectionString: pooler.url }),
      ];
      await Promise.all([one.connect(), other.connect()]);
      try {
        await one.query("select set_config('ews.test', 'of one', false)");
        const seen = new Set<string>();
        for (let time = 0; time < 10; time++) {
          const { rows } = await other.query("select coalesce(current_setting('ews.test', true), '') as seen");
          seen.add(rows[0].seen);
        }
        expect(seen).toContain('of one');
      } finally {
        await Promise.allSettled([one.end(), other.end()]);
      }
    });
  },
);
