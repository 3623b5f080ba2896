/** Keeps what is sent on disk until it has been read: a file is never in memory as a whole before it is known how large it is. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TooLarge } from '../errors';
import type { SpooledFile } from './received';

/** How long nothing may come, in milliseconds, before a sender is taken to have gone. */
export const STALLED_MS = 30_000;

/** As Node calls it. Nobody hears it but who sends so slowly: whoever broke off has gone. */
const notArrived = (): Error =>
  Object.assign(new Error('A file did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
/** What Node says when the other side broke off; a disk never does. */
const BROKEN_OFF: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * Receives a file, lets `work` read it, and takes it away again, whatever happens.
 * @throws TooLarge as soon as there is more than `bytesMax`; notArrived when nothing comes for `stalledMs`, or it breaks off
 */
export async function spooled<T>(
  folder: string,
  input: Readable,
  bytesMax: number,
  work: (file: SpooledFile) => Promise<T>,
  stalledMs = STALLED_MS,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, next) {
      clock.refresh();
      bytes += piece.length;
      if (bytes > bytesMax) return next(new TooLarge(bytesMax));
      digest.update(piece);
      next(null, piece);
    },
  });
  const clock = setTimeout(() => measure.destroy(notArrived()), stalledMs);
  try {
    await pipeline(input, measure, createWriteStream(path, { mode: 0o600 }))
      .catch((error) => {
        throw BROKEN_OFF.has(error.code) ? notArrived() : error;
      })
      .finally(() => clearTimeout(clock));
    return await work({ path, bytes, sha256: digest.digest('hex') });
  } finally {
    await rm(path, { force: true });
  }
}
