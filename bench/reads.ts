/** W1 to W3: questions over HTTP, asked of both contestants. */
import { castOf, questionsOf } from './cast';
import { compare } from './comparison';
import { startContestant } from './contestants';
import type { Options } from './options';
import { startProgram } from './processes';
import type { Measured } from './report';
import { Match } from './rounds';
import { compareAnswers } from './same-answers';
import type { WorkloadName } from './workload';
import type { BenchWorld } from './world';

/** Many first: what is said of a workload in one figure is said at the most connections. */
const CONNECTIONS = [16, 1];

/** Measures one workload after another; gives each as soon as it is done. */
export async function* measureReads(
  names: readonly WorkloadName[],
  world: BenchWorld,
  postmaster: number | null,
  { plan }: Options,
): AsyncGenerator<readonly Measured[]> {
  const started: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(program: T): T => {
    started.push(program);
    return program;
  };
  try {
    const contestants = {
      bare: keep(await startContestant('bare', world, postmaster)),
      product: keep(await startContestant('product', world, postmaster)),
    };
    const questioners = { bare: keep(await startProgram('load')), product: keep(await startProgram('load')) };
    const cast = await castOf(world.owner);
    const sizes = new Map<WorkloadName, number>();
    for (const name of new Set<WorkloadName>(['W0', ...names])) {
      const questions = await questionsOf(name, cast, world.dataFolder);
      sizes.set(name, await compareAnswers([contestants.bare.port, contestants.product.port], questions));
      await Promise.all(Object.values(questioners).map((questioner) => questioner.ask(questions)));
    }
    await new Match(contestants, questioners, 'W0').warmUp(plan.warmUpSeconds);
    for (const workload of names) {
      const match = new Match(contestants, questioners, workload);
      await match.warmUp(plan.warmUpSeconds / 6);
      const measured: Measured[] = [];
      for (const connections of CONNECTIONS) {
        const comparison = compare(await match.takeTurns(connections, plan));
        measured.push({ workload, connections, bytes: sizes.get(workload) as number, comparison });
      }
      yield measured;
    }
  } finally {
    for (const program of started.reverse()) await program.stop();
  }
}
