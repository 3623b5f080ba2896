import { constants } from 'node:os';

/** What a shell says of a program that was ended by Ctrl-C: 128 and the number of the signal. */
export const INTERRUPTED = 128 + constants.signals.SIGINT;

/** Somebody pressed Ctrl-C, and the work stopped where it could be left. */
export class Interrupted extends Error {
  constructor(
    readonly done: number,
    readonly all: number,
  ) {
    super(`Interrupted after ${done} of ${all}.`);
  }
}

/**
 * Obeys Ctrl-C where work can be left: `orGoOn` between one part and the next throws Interrupted when there is more to do.
 * A second Ctrl-C ends the program at once.
 */
export class Interrupt {
  private isAsked = false;
  private readonly obey = () => {
    if (this.isAsked) process.exit(INTERRUPTED);
    this.isAsked = true;
  };

  constructor() {
    process.on('SIGINT', this.obey);
  }

  readonly orGoOn = (done: number, all: number): void => {
    if (this.isAsked && done < all) throw new Interrupted(done, all);
  };

  /** Ctrl-C means again what it meant before. */
  end(): void {
    process.off('SIGINT', this.obey);
  }
}
