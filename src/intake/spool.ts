/** Keeps what is sent on disk until it has been read: a file is never in memory as a whole before it is known how large it is. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TooLarge } from '../errors';
import type { SpooledFile } from './received';

/**
 * Receives a file, lets `work` read it, and takes it away again, whatever happens.
 * @throws TooLarge as soon as there is more than `bytesMax`
 */
export async function spooled<T>(
  folder: string,
  input: Readable,
  bytesMax: number,
  work: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, next) {
      bytes += piece.length;
      if (bytes > bytesMax) return next(new TooLarge(bytesMax));
      digest.update(piece);
      next(null, piece);
    },
  });
  try {
    await pipeline(input, measure, createWriteStream(path, { mode: 0o600 }));
    return await work({ path, bytes, sha256: digest.digest('hex') });
  } finally {
    await rm(path, { force: true });
  }
}
