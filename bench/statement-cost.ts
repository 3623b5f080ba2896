/** What a statement of the planner costs Postgres: as the role that policies bind, as the owner, and beside the SQL by hand. */
import { execute, parse } from 'graphql';
import { Client, type QueryConfig } from 'pg';
import { buildApiSchema } from '../src/api/build-schema';
import { guarded } from '../src/api/guard';
import { RequestContext } from '../src/context';
import type { Prepared } from '../src/database/prepare';
import { signContext } from '../src/database/signed-context';
import { viewerLookup } from '../src/identity/viewer-of';
import { viewerMayAsk } from '../src/policy/ask';
import { SYSTEM } from '../src/policy/viewer';
import { Reader } from '../src/reading/reader';
import { SHAPES } from '../src/reading/shapes';
import { median } from './comparison';
import { cpuOfPostgres } from './cpu-time';
import { type Cast, documentOf, sqlOf, WORKLOADS, type WorkloadName } from './workload';

type Sent = Pick<QueryConfig<unknown[]>, 'text' | 'values'>;

/** The statement that the planner writes for the first question of a workload. */
export async function statementFor(name: WorkloadName, cast: Cast, { app, contextKey }: Prepared): Promise<Sent> {
  const [asker] = WORKLOADS[name].askers(cast);
  const now = new Date();
  const master = (app.driver as unknown as { master: Client }).master;
  const viewer = await viewerLookup(master, () => signContext(SYSTEM, contextKey, now))(asker?.subject as string);
  const sent: Sent[] = [];
  const world = { schema: guarded(buildApiSchema()), shapes: SHAPES, mayAsk: viewerMayAsk, scoped: true };
  const reader = new Reader(
    world,
    async ({ text, values }) => {
      sent.push({ text, values });
      return 'null';
    },
    Buffer.alloc(32),
  );
  const contextValue = new RequestContext({ reader, app, contextKey }, viewer, now, 'profile');
  // Only the statement is wanted: what graphql-js makes of the answer is not looked at.
  await execute({
    schema: world.schema,
    document: parse(documentOf(name)),
    variableValues: asker?.variables,
    contextValue,
  });
  return sent[0] as Sent;
}

/** The hand-written SQL for the same question. */
export function bareStatementFor(name: WorkloadName, cast: Cast): Sent {
  const [asker] = WORKLOADS[name].askers(cast);
  return { text: sqlOf(name), values: [...WORKLOADS[name].parameters(asker?.variables ?? {})] };
}

const BATCHES = 15;
const WARM_UP = 8;

/** Milliseconds of Postgres CPU for one execution, once it is planned: the median of some batches. */
export async function costOf({ text, values }: Sent, url: string, postmaster: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const run = () => client.query({ name: 'profiled', text, values, rowMode: 'array' } as never);
  const begun = performance.now();
  for (let at = 0; at < WARM_UP; at += 1) await run();
  const times = Math.max(2, Math.round((200 * WARM_UP) / (performance.now() - begun)));
  const costs: number[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const before = cpuOfPostgres(postmaster);
    for (let at = 0; at < times; at += 1) await run();
    costs.push((cpuOfPostgres(postmaster) - before) / times);
  }
  await client.end();
  return median(costs);
}

/** How Postgres goes about it, as the role of `url`. */
export async function explain({ text, values }: Sent, url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
  await client.end();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
