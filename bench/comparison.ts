/** What the turns amount to: medians, and ratios of turns that were taken right after each other. */
import type { Turn, Turns } from './rounds';

/** Times in milliseconds; CPU per request. */
export interface Summary {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number | null;
}

export interface Comparison {
  /** CPU of (a), node and Postgres together, over that of the product: above 1 the product is cheaper. */
  readonly ratioCpu: number;
  /** Requests per second of the product over those of (a). */
  readonly ratioRps: number;
  readonly bare: Summary;
  readonly product: Summary;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

const cpuOf = ({ nodeCpu, postgresCpu }: Turn) => nodeCpu + (postgresCpu ?? 0);

const summaryOf = (turns: readonly Turn[]): Summary => ({
  rps: median(turns.map(({ rps }) => rps)),
  p50: median(turns.map(({ p50 }) => p50)),
  p99: median(turns.map(({ p99 }) => p99)),
  nodeCpu: median(turns.map(({ nodeCpu }) => nodeCpu)),
  postgresCpu: turns[0]?.postgresCpu === null ? null : median(turns.map(({ postgresCpu }) => postgresCpu ?? 0)),
});

export function compare({ bare, product }: Turns): Comparison {
  const perRound = (ratio: (bare: Turn, product: Turn) => number) =>
    median(bare.map((turn, round) => ratio(turn, product[round] as Turn)));
  return {
    ratioCpu: perRound((a, p) => cpuOf(a) / cpuOf(p)),
    ratioRps: perRound((a, p) => p.rps / a.rps),
    bare: summaryOf(bare),
    product: summaryOf(product),
  };
}
