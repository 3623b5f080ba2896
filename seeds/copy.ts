import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { Chance, UUID_LENGTH } from './world/chance';
import type { Table } from './world/tables';

/** How much is sent at once, and how much is made ready while the database is busy with something else, in bytes. */
const CHUNK = 256 * 1024;
const AHEAD = 8 * 1024 * 1024;
/** A character takes three bytes of UTF-8 at most (a pair of surrogates takes four). */
const BYTES_PER_CHARACTER = 3;

export interface Chunk {
  readonly bytes: Buffer;
  readonly rows: number;
}

/** The rows of a table as bytes for COPY, one chunk at a time: a world never is in memory as a whole. */
export function* chunksOf({ ids, rows }: Table): Iterator<Chunk, undefined> {
  const chance = ids === undefined ? null : new Chance(ids);
  let bytes = Buffer.allocUnsafeSlow(CHUNK);
  let at = 0;
  let count = 0;
  for (const row of rows()) {
    if (at + UUID_LENGTH + 1 + row.length * BYTES_PER_CHARACTER > CHUNK) {
      yield { bytes: bytes.subarray(0, at), rows: count };
      bytes = Buffer.allocUnsafeSlow(CHUNK);
      at = 0;
      count = 0;
    }
    if (chance !== null) {
      at = chance.writeUuid(bytes, at);
      bytes[at++] = 9;
    }
    at += bytes.write(row, at);
    count++;
  }
  if (count > 0) yield { bytes: bytes.subarray(0, at), rows: count };
  return undefined;
}

/** Rows that were made before they could be sent. */
export function makeAhead(chunks: Iterator<Chunk, undefined>): Chunk[] {
  const ready: Chunk[] = [];
  for (let bytes = 0; bytes < AHEAD; ) {
    const { value } = chunks.next();
    if (value === undefined) break;
    ready.push(value);
    bytes += value.bytes.length;
  }
  return ready;
}

/** Sends the rows of a table by COPY, no faster than the database takes them. Gives the number of rows. */
export async function copyInto(
  client: ClientBase,
  { name, columns, ids }: Table,
  ready: readonly Chunk[],
  more: Iterator<Chunk, undefined>,
  onRows: (rows: number) => void,
): Promise<number> {
  const written = ids === undefined ? columns : ['id', ...columns];
  const stream = client.query(from(`copy ${name} (${written.join(', ')}) from stdin`));
  const ended = finished(stream);
  // Awaited below; a refusal while we wait to write is told there as well.
  ended.catch(() => undefined);
  let count = 0;
  const send = async ({ bytes, rows }: Chunk) => {
    count += rows;
    if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
    onRows(count);
  };
  for (const chunk of ready) await send(chunk);
  for (let next = more.next(); next.value !== undefined; next = more.next()) await send(next.value);
  stream.end();
  await ended;
  return count;
}
