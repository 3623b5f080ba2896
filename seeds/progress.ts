import { SingleBar } from 'cli-progress';

/** About how many rows each world has, so that a bar knows where it ends. */
const ROWS = { small: 27_500, demo: 260_000, full: 2_670_000 } as const;

/** Shows a person how far a world is: a bar on a terminal, else a line per table when it is full. */
export class SeedProgress {
  private readonly counted = new Map<string, number>();
  private readonly bar: SingleBar | null;
  private last: string | null = null;

  constructor(
    size: keyof typeof ROWS,
    private readonly out: NodeJS.WriteStream = process.stdout,
  ) {
    this.bar = out.isTTY
      ? new SingleBar({
          format: '{bar} {percentage}% {value} rows, {table}',
          stream: out,
          hideCursor: true,
          clearOnComplete: true,
        })
      : null;
    this.bar?.start(ROWS[size], 0, { table: '' });
  }

  /** The rows of a table so far: for seedWorld. */
  readonly of = (table: string, rows: number): void => {
    if (this.last !== null && this.last !== table) this.tell(this.last);
    this.last = table;
    this.counted.set(table, rows);
    this.bar?.update(this.total(), { table });
  };

  /** Takes the bar away. Gives the number of rows in all. */
  done(): number {
    if (this.last !== null) this.tell(this.last);
    this.last = null;
    this.bar?.stop();
    return this.total();
  }

  private tell(table: string): void {
    if (!this.bar) this.out.write(`${table}: ${this.counted.get(table)} rows\n`);
  }

  private total(): number {
    return [...this.counted.values()].reduce((sum, rows) => sum + rows, 0);
  }
}
