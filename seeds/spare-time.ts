type Job = () => Promise<unknown>;

/**
 * One connection does one thing at a time. While rows or summaries are worked out here it would do nothing; in that time
 * it does work that has to be done some day, such as making the indexes of tables that are already full. Whoever asks
 * something goes first.
 */
export class SpareTime {
  private readonly asked: Job[] = [];
  private readonly someDay: Job[] = [];
  private running: Promise<void> | null = null;
  private failure: { readonly error: unknown } | null = null;

  /** Does something as soon as the connection is free. */
  now<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.asked.push(() => work().then(resolve, reject));
      this.start();
    });
  }

  /** Does something when nobody asks for anything. What goes wrong is told by finish. */
  later(work: Job): void {
    this.someDay.push(work);
    this.start();
  }

  /** Waits until everything is done. Throws what went wrong in spare time. */
  async finish(): Promise<void> {
    while (this.running) await this.running;
    if (this.failure) throw this.failure.error;
  }

  /** Begins nothing new, and waits for what was begun. */
  async abandon(): Promise<void> {
    this.someDay.length = 0;
    await this.running;
  }

  private start(): void {
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.asked.length + this.someDay.length > 0) this.start();
    });
  }

  private async run(): Promise<void> {
    for (let job = this.take(); job; job = this.take()) {
      await job().catch((error: unknown) => {
        this.failure ??= { error };
        this.someDay.length = 0;
      });
    }
  }

  private take(): Job | undefined {
    return this.asked.shift() ?? this.someDay.shift();
  }
}
