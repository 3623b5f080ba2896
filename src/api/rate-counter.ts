/**
 * Counts what is asked often. Memory decides, in microseconds; Postgres is told afterwards and in batches, and only of who asks
 * much: then what was asked of other processes counts too. A caller that asks little never costs a write.
 */
import { RateLimiterMemory, type RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Rate } from './rate-table';

const TELL_EVERY_MS = 1_000;
/** The share of a rate that a process keeps to itself. */
const SMALL_SHARE = 0.1;

const isRefusal = (thrown: unknown): thrown is RateLimiterRes =>
  typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown;

/** Milliseconds to wait when it was too much, null when it was not. An error is not a refusal, and is thrown. */
export async function waitOf(consumed: Promise<unknown>): Promise<number | null> {
  try {
    await consumed;
    return null;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return thrown.msBeforeNext;
  }
}

export class RateCounter {
  private readonly memory: RateLimiterMemory;
  private readonly timer: NodeJS.Timeout;
  private untold = new Map<string, number>();
  private since = Date.now();

  constructor(
    private readonly rate: Rate,
    private readonly everybody: Pick<RateLimiterPostgres, 'consume'>,
  ) {
    this.memory = new RateLimiterMemory({ points: rate.points, duration: rate.seconds });
    // A database that is away has been logged; memory goes on by itself.
    this.timer = setInterval(() => void this.tell().catch(() => undefined), TELL_EVERY_MS).unref();
  }

  /** Null when it may be asked; otherwise the milliseconds to wait. */
  async count(key: string, points: number): Promise<number | null> {
    this.untold.set(key, (this.untold.get(key) ?? 0) + points);
    return waitOf(this.memory.consume(key, points));
  }

  /** The milliseconds that the next would have to wait; null when it need not. */
  async waitOfNext(key: string): Promise<number | null> {
    const asked = await this.memory.get(key);
    return asked && asked.consumedPoints >= this.rate.points ? asked.msBeforeNext : null;
  }

  /** Tells Postgres of those who asked much, and refuses here who asked too much of all processes together. */
  async tell(): Promise<void> {
    for (const [key, points] of this.muchAskedFor()) {
      const wait = await waitOf(this.everybody.consume(key, points));
      if (wait !== null) await this.memory.block(key, Math.ceil(wait / 1_000));
    }
  }

  private muchAskedFor(): readonly (readonly [key: string, points: number])[] {
    const least = Math.ceil(this.rate.points * SMALL_SHARE);
    const much = [...this.untold].filter(([, points]) => points >= least);
    for (const [key] of much) this.untold.delete(key);
    // What is small after a whole window was small.
    if (Date.now() - this.since > this.rate.seconds * 1_000) {
      this.untold = new Map();
      this.since = Date.now();
    }
    return much;
  }

  close(): void {
    clearInterval(this.timer);
  }
}
