/** Reads a CSV of any length as rows, in batches, in memory that does not grow with it. */
import type { Readable } from 'node:stream';
import { BlockFault, CsvBlocks } from './csv-blocks';
import { type Dialect, SAMPLE_BYTES, sniffDialect } from './csv-dialect';
import { type CsvBatch, CsvFault, CsvRecords } from './csv-records';
import { type FileRule, Refusal } from './rules';

export interface CsvRows {
  readonly dialect: Dialect;
  /** Every row that is not empty, the one with the headings included. Throws a Refusal where it cannot be read on. */
  readonly batches: AsyncGenerator<CsvBatch>;
}

/**
 * Begins to read. `say` hears what is found of the encoding, at the beginning or on the way. Throws a Refusal when it is no CSV
 * that can be read.
 */
export async function csvRows(input: Readable, say: (rule: FileRule) => void = () => undefined): Promise<CsvRows> {
  const pieces = input[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const begin: Buffer[] = [];
  for (let bytes = 0; bytes < SAMPLE_BYTES; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    begin.push(Buffer.from(value));
    bytes += value.length;
  }
  const first = Buffer.concat(begin);
  const dialect = sniffDialect(first);
  if (typeof dialect === 'string') throw new Refusal(dialect);
  for (const rule of dialect.says) say(rule);
  return { dialect, batches: batches(first.subarray(dialect.markBytes), pieces, dialect, say) };
}

async function* batches(
  first: Buffer,
  pieces: AsyncIterator<Buffer>,
  dialect: Dialect,
  say: (rule: FileRule) => void,
): AsyncGenerator<CsvBatch> {
  const blocks = new CsvBlocks(dialect, say);
  const records = new CsvRecords(dialect.separator);
  try {
    yield withoutSeparatorLine(records.take(blocks.take(first)));
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) break;
      const batch = records.take(blocks.take(value));
      if (batch.rows.length > 0) yield batch;
    }
    yield records.take(blocks.end());
    records.end();
  } catch (error) {
    throw asRefusal(error);
  } finally {
    // Whoever stops halfway lets go of the file.
    await pieces.return?.();
  }
}

/** Some programs say in the first line what the separator is: "sep=;". */
function withoutSeparatorLine({ rows, lines }: CsvBatch): CsvBatch {
  return /^sep=$/i.test(rows[0]?.[0] ?? '') ? { rows: rows.slice(1), lines: lines.slice(1) } : { rows, lines };
}

function asRefusal(error: unknown): unknown {
  if (error instanceof BlockFault) return new Refusal(error.rule);
  if (error instanceof CsvFault) return new Refusal(error.rule, { place: { sheet: null, cell: String(error.line) } });
  return error;
}
