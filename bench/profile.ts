/**
 * Where the product spends its CPU: of node by package and file, of Postgres with and without row-level security, beside
 * the SQL written by hand.
 *
 *     node -r @swc-node/register bench/profile.ts [--workload W1,W3] [--connections 16] [--explain]
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config';
import { prepareDatabase } from '../src/database/prepare';
import { refuse } from '../src/refuse';
import { castOf, questionsOf } from './cast';
import { startContestant } from './contestants';
import { postmasterOf } from './cpu-time';
import type { Outcome } from './load';
import { profiled } from './node-profile';
import { startProgram } from './processes';
import { bareStatementFor, costOf, explain, statementFor } from './statement-cost';
import { type Cast, WORKLOAD_NAMES, type WorkloadName } from './workload';
import { type BenchWorld, openWorld } from './world';

const SECONDS = { warmUp: 12, measured: 6 };
const PLACES = 18;

const say = (text: string) => process.stdout.write(`${text}\n`);
const inMs = (ms: number) => `${ms.toFixed(3)} ms`;

async function profileNode(name: WorkloadName, connections: number, cast: Cast, world: BenchWorld): Promise<void> {
  const postmaster = await postmasterOf(world.owner);
  let answers = 1;
  const times = await profiled(async (options) => {
    const product = await startContestant('product', world, postmaster, options);
    const questioner = await startProgram('load');
    const ask = async (workload: WorkloadName, seconds: number) => {
      await questioner.ask(await questionsOf(workload, cast, world.dataFolder));
      const load = { workload, connections, seconds, answers: Number.MAX_SAFE_INTEGER, port: product.port };
      return questioner.ask<Outcome>(load);
    };
    await ask('W0', SECONDS.warmUp);
    await ask(name, SECONDS.warmUp / 4);
    const before = await product.cpu();
    const outcome = await ask(name, SECONDS.measured);
    const after = await product.cpu();
    answers = outcome.answers;
    const postgres = after.postgres === null ? 'unknown' : inMs((after.postgres - (before.postgres ?? 0)) / answers);
    say(
      `${name}, ${connections} connections: node ${inMs((after.node - before.node) / answers)}, Postgres ${postgres} a request`,
    );
    await questioner.stop();
    await product.stop();
    return { seconds: outcome.seconds };
  });
  const sorted = [...times].sort(([, one], [, other]) => other - one);
  for (const [place, us] of sorted.slice(0, PLACES)) say(`  ${(us / answers).toFixed(1).padStart(8)} us  ${place}`);
}

async function profileStatement(
  name: WorkloadName,
  cast: Cast,
  world: BenchWorld,
  isExplained: boolean,
): Promise<void> {
  const config = { ...readConfig(), database: world.urls, world: null };
  const prepared = await prepareDatabase(config);
  try {
    const statement = await statementFor(name, cast, prepared);
    const postmaster = await postmasterOf(world.owner);
    if (postmaster !== null) {
      const bound = await costOf(statement, world.urls.app, postmaster);
      const unbound = await costOf(statement, world.urls.owner, postmaster);
      const bare = await costOf(bareStatementFor(name, cast), world.urls.owner, postmaster);
      say(
        `  Postgres: ${inMs(bound)} with row-level security, ${inMs(unbound)} without, ${inMs(bare)} for the SQL by hand`,
      );
    }
    if (isExplained) say(`\n${statement.text}\n\n${await explain(statement, world.urls.app)}\n`);
  } finally {
    await prepared.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workload: { type: 'string', default: 'W1,W2,W3' },
      connections: { type: 'string', default: '16' },
      explain: { type: 'boolean', default: false },
    },
  });
  const world = await openWorld(true);
  try {
    const cast = await castOf(world.owner);
    const asked = values.workload.split(',');
    for (const name of WORKLOAD_NAMES.filter((known) => asked.includes(known))) {
      await profileNode(name, Number(values.connections), cast, world);
      await profileStatement(name, cast, world, values.explain);
    }
  } finally {
    await world.stop();
  }
}

main().catch(refuse);
