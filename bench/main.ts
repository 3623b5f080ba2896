/**
 * `npm run bench`: the product beside contestant (a), a bare server that sends the same SQL by hand, on the same database
 * and machine. See docs/performance.md.
 */
import 'reflect-metadata';
import { refuse } from '../src/refuse';
import { postmasterOf } from './cpu-time';
import { type Options, readOptions, USAGE } from './options';
import { measureRawInsert } from './raw-insert';
import { measureReads } from './reads';
import { jsonOf, type Measured, tableOf } from './report';
import type { WorkloadName } from './workload';
import { type BenchWorld, openWorld } from './world';

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function* measure(world: BenchWorld, options: Options): AsyncGenerator<readonly Measured[]> {
  const postmaster = await postmasterOf(world.owner);
  if (postmaster === null)
    tell('The CPU of Postgres cannot be seen from here: the ratios are of the CPU of node alone.');
  const reads = options.measures.filter((name): name is WorkloadName => name !== 'W4');
  if (reads.length > 0) yield* measureReads(reads, world, postmaster, options);
  if (options.measures.includes('W4')) yield [await measureRawInsert(world, postmaster, options.plan)];
}

async function bench(options: Options): Promise<void> {
  const world = await openWorld(options.isQuick);
  try {
    tell(`Measuring on the ${world.size} world, ${options.plan.rounds} rounds of each contestant in turn.`);
    if (world.size !== 'full') tell('This is not the full world: `npm run bench` without --quick makes it, once.');
    const all: Measured[] = [];
    for await (const measured of measure(world, options)) {
      if (options.isJson) process.stdout.write(jsonOf(measured, world.size));
      all.push(...measured);
    }
    if (!options.isJson) process.stdout.write(tableOf(all));
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
