import { SingleBar } from 'cli-progress';

/** Shows a person how far a command is, on stderr so that its answer stays alone: a bar on a terminal, else lines. */
export class Progress {
  private readonly bar: SingleBar | null;

  constructor(
    private readonly what: string,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {
    const format = `{bar} {percentage}% {value} of {total} ${what}`;
    this.bar = out.isTTY ? new SingleBar({ format, stream: out, hideCursor: true, clearOnComplete: true }) : null;
  }

  readonly of = (done: number, all: number): void => {
    if (!this.bar) {
      if (done > 0) this.out.write(`${done} of ${all} ${this.what}\n`);
    } else if (done === 0) this.bar.start(all, 0);
    else this.bar.update(done);
  };

  /** Takes the bar away. */
  done(): void {
    this.bar?.stop();
  }
}
