/** Measures in turns, A B A B, so that what else the machine does meets both alike. */
import { type Contestant, type ContestantName, NAMES } from './contestants';
import type { Order, Outcome } from './load';
import type { Program } from './processes';

export interface Plan {
  readonly rounds: number;
  /** How long each contestant is asked per round, in seconds. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** One turn of one contestant. CPU in milliseconds per request. */
export interface Turn extends Outcome {
  readonly rps: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number | null;
}

export type Turns = Readonly<Record<ContestantName, readonly Turn[]>>;

/** Never fewer answers than this in a turn, so that one request more or less does not tell. */
const ANSWERS_MIN = 8;

export async function takeTurns(
  contestants: Readonly<Record<ContestantName, Contestant>>,
  questioner: Program<unknown>,
  what: Pick<Order, 'workload' | 'connections'>,
  plan: Plan,
): Promise<Turns> {
  async function ask(name: ContestantName, limits: Pick<Order, 'answers' | 'seconds'>): Promise<Turn> {
    const contestant = contestants[name];
    const before = await contestant.cpu();
    const outcome = await questioner.ask<Outcome | { failed: string }>({ ...what, ...limits, port: contestant.port });
    if ('failed' in outcome) throw new Error(`${what.workload}, ${name}: ${outcome.failed}`);
    const after = await contestant.cpu();
    const { answers, seconds } = outcome;
    const postgres = after.postgres === null ? null : (after.postgres - (before.postgres ?? 0)) / answers;
    return { ...outcome, rps: answers / seconds, nodeCpu: (after.node - before.node) / answers, postgresCpu: postgres };
  }

  const turns = { bare: [] as Turn[], product: [] as Turn[] };
  const answers = { bare: 0, product: 0 };
  for (const name of NAMES) {
    const { rps } = await ask(name, { answers: Number.MAX_SAFE_INTEGER, seconds: plan.warmUpSeconds });
    // Every turn asks for the same number of answers and waits for all: nothing is left half counted.
    answers[name] = Math.max(ANSWERS_MIN, 2 * what.connections, Math.round(rps * plan.seconds));
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const name of NAMES) turns[name].push(await ask(name, { answers: answers[name], seconds: 60 }));
  }
  return turns;
}
