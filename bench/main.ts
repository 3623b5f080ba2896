/**
 * `npm run bench`: the product beside contestant (a), a bare server that sends the same SQL by hand, on the same database
 * and machine. See docs/performance.md.
 */
import 'reflect-metadata';
import { refuse } from '../src/refuse';
import { castOf, questionsOf } from './cast';
import { compare } from './comparison';
import { type Contestant, startContestant } from './contestants';
import { postmasterOf } from './cpu-time';
import { type Options, readOptions, USAGE } from './options';
import { startProgram } from './processes';
import { jsonOf, type Measured, tableOf } from './report';
import { takeTurns } from './rounds';
import { compareAnswers } from './same-answers';
import type { WorkloadName } from './workload';
import { type BenchWorld, openWorld } from './world';

/** Many first: what it says of a workload is said there. */
const CONNECTIONS = [16, 1];

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function measureReads(
  names: readonly WorkloadName[],
  world: BenchWorld,
  { plan, isJson }: Options,
): Promise<void> {
  const postmaster = await postmasterOf(world.owner);
  if (postmaster === null)
    tell('The CPU of Postgres cannot be seen from here and is not counted: CPU ratios are of node alone.');
  const started: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(program: T): T => {
    started.push(program);
    return program;
  };
  try {
    const bare: Contestant = keep(await startContestant('bare', world, postmaster));
    const product: Contestant = keep(await startContestant('product', world, postmaster));
    const questioner = keep(await startProgram('load'));
    const cast = await castOf(world.owner);
    const all: Measured[] = [];
    for (const workload of names) {
      const questions = await questionsOf(workload, cast, world.dataFolder);
      const bytes = await compareAnswers([bare.port, product.port], questions);
      await questioner.ask(questions);
      const measured: Measured[] = [];
      for (const connections of CONNECTIONS) {
        const turns = await takeTurns({ bare, product }, questioner, { workload, connections }, plan);
        measured.push({ workload, connections, bytes, comparison: compare(turns) });
      }
      if (isJson) process.stdout.write(jsonOf(measured, world.size));
      all.push(...measured);
    }
    if (!isJson) process.stdout.write(tableOf(all));
  } finally {
    for (const program of started.reverse()) await program.stop();
  }
}

async function bench(options: Options): Promise<void> {
  const world = await openWorld(options.isQuick);
  try {
    tell(`Measuring on the ${world.size} world: ${options.plan.rounds} rounds of each contestant in turn.`);
    if (world.size !== 'full')
      tell(`This is not the full world: run \`npm run bench\` once, without --quick, to make it.`);
    const reads = options.measures.filter((name): name is WorkloadName => name !== 'W4');
    if (reads.length > 0) await measureReads(reads, world, options);
  } finally {
    await world.stop();
  }
}

async function main(words: string[]): Promise<void> {
  let options: Options;
  try {
    options = readOptions(words);
  } catch (error) {
    tell(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  await bench(options);
}

main(process.argv.slice(2)).catch(refuse);
