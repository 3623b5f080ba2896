import { createHash } from 'node:crypto';
import { columnOf } from '../policy/table';
import type { Viewer } from '../policy/viewer';

const sha256 = (...parts: (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** How long a transaction may begin with a signed context. Longer than a request waits for its turn, shorter than a coffee. */
const LIFETIME_SECONDS = 60;

/**
 * The viewer as the database will believe it (migration 0002). Hashed twice with the key in front, so that nobody can
 * lengthen a context they have seen.
 */
export function signContext(viewer: Viewer, key: Buffer, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + LIFETIME_SECONDS;
  const { partyId, providerId, municipalityCode, regionCode } = viewer;
  const said = [columnOf(viewer), partyId, providerId, municipalityCode, regionCode, expires]
    .map((part) => part ?? '')
    .join('|');
  return `${said}|${sha256(key, sha256(key, said)).toString('hex')}`;
}
