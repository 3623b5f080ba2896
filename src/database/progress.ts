import { stderr } from 'node:process';

/** Tells a person at a terminal which table is being filled, and how many rows in all once it is done. */
export class Progress {
  private readonly rows = new Map<string, number>();

  /** `rows` so far in this table. */
  readonly of = (table: string, rows: number): void => {
    this.rows.set(table, rows);
    if (stderr.isTTY) stderr.write(`\r\x1b[2K  ${table} ${rows.toLocaleString('en')}`);
  };

  done(): number {
    if (stderr.isTTY) stderr.write('\r\x1b[2K');
    return [...this.rows.values()].reduce((sum, rows) => sum + rows, 0);
  }
}
