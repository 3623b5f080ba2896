/** How many files a party may send at once: what it sends waits on our disk, and everybody shares that. */
import { RateLimited } from '../errors';

const MOST = 2;
const WAIT_SECONDS = 10;

export class UploadsAtOnce {
  private readonly running = new Map<string, number>();

  /** @throws RateLimited when the party sends as many already */
  async run<T>(party: string, work: () => Promise<T>): Promise<T> {
    const others = this.running.get(party) ?? 0;
    if (others >= MOST) throw new RateLimited(WAIT_SECONDS, () => SAYS);
    this.running.set(party, others + 1);
    try {
      return await work();
    } finally {
      const left = (this.running.get(party) ?? 1) - 1;
      if (left > 0) this.running.set(party, left);
      else this.running.delete(party);
    }
  }
}

const SAYS = {
  en: `Your organisation is sending ${MOST} files already. Send this one when they are there.`,
  nl: `Uw organisatie stuurt al ${MOST} bestanden. Stuur dit als die er zijn.`,
};
