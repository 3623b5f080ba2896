/** A crash at any point of a disclosure leaves either nothing, or the share with its notice. */
import type pg from 'pg';
import type { Viewer } from '../../src/policy/viewer';
import { asker } from '../support/asker';
import { withAllLocks } from '../support/oracle/locks';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.database.drop());

interface Pool {
  connect(...args: unknown[]): unknown;
}
type Query = (...args: unknown[]) => unknown;

/**
 * Ends the backend of a transaction, as if it had crashed, right before or right after its statement with this number.
 * Returns whether the statement was reached.
 */
function crashAt(number: number, when: 'before' | 'after'): { reached: () => boolean; mend: () => void } {
  const pool = (stage.database.app.driver as unknown as { master: Pool & { on: Query } }).master;
  const connect = pool.connect;
  let count = 0;
  let reached = false;
  const kill = async (client: pg.PoolClient & { processID: number }) => {
    reached = true;
    await stage.database.owner.query('select pg_terminate_backend($1)', [client.processID]);
  };
  pool.connect = ((callback: (error: unknown, client: never, release: unknown) => void) =>
    connect.call(
      pool,
      (error: unknown, client: pg.PoolClient & { processID: number; query: Query }, release: unknown) => {
        if (!client) return callback(error, client as never, release);
        const query = client.query;
        client.on('error', () => undefined);
        client.query = (async (...args: unknown[]) => {
          count += 1;
          const isIt = count === number;
          if (isIt && when === 'before') await kill(client);
          const answer = await query.apply(client, args as never);
          if (isIt && when === 'after') await kill(client);
          return answer;
        }) as never;
        callback(error, client as never, (...given: unknown[]) => {
          client.query = query as never;
          (release as Query)(...given);
        });
      },
    )) as never;
  return {
    reached: () => reached,
    mend: () => {
      pool.connect = connect;
    },
  };
}

const count = async () => {
  const [row] = await stage.database.owner.query(
    `select (select count(*) from disclosure)::int as shares, (select count(*) from notice)::int as notices,
       (select count(*) from disclosure d join notice n on n.id = d.notice_id)::int as both,
       (select count(*) from audit_entry where object_kind = 'disclosure')::int as written`,
  );
  return row as { shares: number; notices: number; both: number; written: number };
};

it('at every statement, before and after it', async () => {
  const product = await withAllLocks(stage);
  const ask = asker(product, stage.now);
  const supervisor: Viewer = { ...stage.cast.analyst, functions: ['SUPERVISOR'] };
  const providers = stage.world.all('ProviderRisk').map(({ providerId }) => providerId);
  const disclose = (purpose: string) =>
    ask(
      `mutation { disclose(input: { recipientKey: "inspection:IGJ", providerIds: ["Provider:${providers[0]}", "Provider:${providers[1]}"],
         categories: [FIGURES], purpose: "${purpose}", legalBasis: "Convenant, Bijlage 3",
         validTo: "${new Date(stage.now.getTime() + 86_400_000).toISOString()}" }) { id } }`,
      supervisor,
    );
  let crashes = 0;
  let whole = 0;
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const before = await count();
      const crash = crashAt(at, when);
      const told = await disclose(`Toezicht, poging ${at} ${when}`);
      crash.mend();
      if (!crash.reached()) break;
      const after = await count();
      const made = after.shares - before.shares;
      // Both providers or neither, each share with its notice and its entry in the log.
      expect([0, 2]).toContain(made);
      expect(after).toEqual({
        shares: before.shares + made,
        notices: before.notices + made,
        both: before.both + made,
        written: before.written + made,
      });
      // What was acknowledged is there.
      if (told.data?.disclose) expect(made).toBe(2);
      else expect(told.errors?.[0]?.extensions.code).toMatch(/SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR/);
      crashes += 1;
      whole += made / 2;
    }
  }
  expect(crashes).toBeGreaterThan(20);
  expect(whole).toBeGreaterThan(0);
  await product.close();
}, 180_000);
