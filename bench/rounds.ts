/** Measures in turns, A B A B, so that what else the machine does meets both alike. */
import { type Contestant, type ContestantName, NAMES } from './contestants';
import type { Outcome } from './load';
import type { Load } from './load-client';
import type { Program } from './processes';

export interface Plan {
  readonly rounds: number;
  /** How long each contestant is asked per round, in seconds. */
  readonly seconds: number;
  /**
   * How long both are asked the least question at once, before anything is measured. Node compiles what runs often, and
   * takes its time: the first ten thousand requests cost up to three times as much.
   */
  readonly warmUpSeconds: number;
  /** How often the raw insert is done, and of how many rows. */
  readonly inserts: number;
  readonly insertedRows: number;
}

/** One turn of one contestant. CPU in milliseconds per request. */
export interface Turn extends Outcome {
  readonly rps: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number | null;
}

export type Turns = Readonly<Record<ContestantName, readonly Turn[]>>;
export type Contestants = Readonly<Record<ContestantName, Contestant>>;
/** Each contestant has a questioner of its own; they ask at the same time only to warm up. */
export type Questioners = Readonly<Record<ContestantName, Program<unknown>>>;

/** Never fewer answers than this in a turn, so that one request more or less does not tell. */
const ANSWERS_MIN = 8;
/** A turn that takes longer than this, in seconds, is not waited for. */
const PATIENCE = 120;
/** How long each is asked to know how much it can answer in a turn, in seconds. */
const TRIAL = 0.4;

export class Match {
  constructor(
    private readonly contestants: Contestants,
    private readonly questioners: Questioners,
    private readonly workload: string,
  ) {}

  /** Asks both at once for some seconds. */
  async warmUp(seconds: number): Promise<void> {
    const load = { connections: 16, answers: Number.MAX_SAFE_INTEGER, seconds };
    await Promise.all(NAMES.map((name) => this.ask(name, load)));
  }

  async takeTurns(connections: number, plan: Plan): Promise<Turns> {
    const answers = { bare: 0, product: 0 };
    for (const name of NAMES) {
      const { rps } = await this.turn(name, { connections, answers: Number.MAX_SAFE_INTEGER, seconds: TRIAL });
      // Every turn asks for the same number of answers and waits for all: nothing is left half counted.
      answers[name] = Math.max(ANSWERS_MIN, connections, Math.round(rps * plan.seconds));
    }
    const turns = { bare: [] as Turn[], product: [] as Turn[] };
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const name of NAMES) {
        turns[name].push(await this.turn(name, { connections, answers: answers[name], seconds: PATIENCE }));
      }
    }
    return turns;
  }

  private async turn(name: ContestantName, load: Omit<Load, 'port'>): Promise<Turn> {
    const contestant = this.contestants[name];
    const before = await contestant.cpu();
    const outcome = await this.ask(name, load);
    const after = await contestant.cpu();
    const { answers, seconds } = outcome;
    const hasPostgres = before.postgres !== null && after.postgres !== null;
    return {
      ...outcome,
      rps: answers / seconds,
      nodeCpu: (after.node - before.node) / answers,
      postgresCpu: hasPostgres ? ((after.postgres as number) - (before.postgres as number)) / answers : null,
    };
  }

  private async ask(name: ContestantName, load: Omit<Load, 'port'>): Promise<Outcome> {
    const order = { ...load, workload: this.workload, port: this.contestants[name].port };
    const outcome = await this.questioners[name].ask<Outcome | { failed: string }>(order);
    if ('failed' in outcome) throw new Error(`${this.workload}, ${name}: ${outcome.failed}`);
    return outcome;
  }
}
