/**
 * A line before a few threads, in which a party waits behind its own files and never behind those of another alone: it has one
 * thread at most, and whose turn was longest ago goes first.
 */
import { RateLimited, Unavailable } from '../../errors';

/** Who waits for a piece of work, and whether anybody still does. */
export interface Asker {
  /** Null: the system itself. */
  readonly party: string | null;
  /** Aborted when whoever asked has gone; then nothing more is done for it. */
  readonly gone?: AbortSignal | undefined;
}

interface LineBounds {
  /** As many run at the same time. */
  readonly atOnce: number;
  /** As many wait of one party. */
  readonly ofParty: number;
  /** As many wait of all parties. */
  readonly inAll: number;
}

/** What a party is told to wait, in seconds. */
const COME_BACK = 20;

export class FairLine {
  /** By party, in the order in which their turns come; a party without work is not in it. */
  private readonly waiting = new Map<string | null, (() => void)[]>();
  private readonly running = new Set<string | null>();

  constructor(private readonly bounds: LineBounds) {}

  /**
   * Does a piece of work when its turn has come.
   * @throws RateLimited when too much of the party waits already; Unavailable when too much waits of all, or when whoever asked
   * left before its turn
   */
  async run<T>({ party, gone }: Asker, work: () => Promise<T>): Promise<T> {
    if (gone?.aborted) throw new Unavailable(LEFT);
    if (this.isFull() || this.running.has(party)) await this.turn(party, gone);
    else this.running.add(party);
    try {
      return await work();
    } finally {
      this.running.delete(party);
      this.toTheEnd(party);
      this.next();
    }
  }

  private isFull(): boolean {
    return this.running.size >= this.bounds.atOnce;
  }

  private turn(party: string | null, gone: AbortSignal | undefined): Promise<void> {
    const mine = this.waiting.get(party) ?? [];
    if (mine.length >= this.bounds.ofParty) throw new RateLimited(COME_BACK, TOO_MANY);
    const inAll = [...this.waiting.values()].reduce((sum, { length }) => sum + length, 0);
    if (inAll >= this.bounds.inAll) throw new Unavailable(BUSY);
    this.waiting.set(party, mine);
    return new Promise((resolve, reject) => {
      const begin = () => {
        gone?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        mine.splice(mine.indexOf(begin), 1);
        if (mine.length === 0) this.waiting.delete(party);
        reject(new Unavailable(LEFT));
      };
      gone?.addEventListener('abort', leave, { once: true });
      mine.push(begin);
    });
  }

  /** Whoever had a turn goes behind everybody who waits. */
  private toTheEnd(party: string | null): void {
    const mine = this.waiting.get(party);
    if (!mine) return;
    this.waiting.delete(party);
    this.waiting.set(party, mine);
  }

  /** Lets the first in who has no thread. */
  private next(): void {
    for (const [party, mine] of [...this.waiting]) {
      if (this.isFull()) return;
      if (this.running.has(party)) continue;
      const begin = mine.shift();
      if (mine.length === 0) this.waiting.delete(party);
      this.running.add(party);
      begin?.();
    }
  }
}

const TOO_MANY = (seconds: number) => ({
  en: `Several files of your organisation are being read already. Deliver this one when they are done: try again after ${seconds} seconds.`,
  nl: `Er worden al meerdere bestanden van uw organisatie gelezen. Lever dit bestand aan als die klaar zijn: probeer het na ${seconds} seconden opnieuw.`,
});
const BUSY = {
  en: 'More files are waiting to be read than can be read now. Nothing was kept of this one; deliver it again in a few minutes.',
  nl: 'Er wachten meer bestanden dan nu gelezen kunnen worden. Van dit bestand is niets bewaard; lever het over enkele minuten opnieuw aan.',
};
export const LEFT = {
  en: 'The connection was broken before the file was read, so nothing of it was kept. Deliver it again.',
  nl: 'De verbinding werd verbroken voordat het bestand gelezen was; er is niets van bewaard. Lever het opnieuw aan.',
};
