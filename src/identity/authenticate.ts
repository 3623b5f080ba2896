import { ANONYMOUS, type Viewer } from '../policy/viewer';
import { bearerToken } from './bearer-token';
import type { VerifiedToken } from './verify-token';

/** Who is asking, by the header lines of a request. */
export type Authenticate = (rawHeaders: readonly string[], now: Date) => Promise<Viewer>;

/**
 * Header, then token, then account: each step refuses on its own. Without a header the caller is nobody in particular,
 * and sees what everybody may see.
 */
export function authentication(
  verify: (token: string, now: Date) => Promise<VerifiedToken>,
  viewerOf: (subject: string) => Promise<Viewer>,
): Authenticate {
  return async (rawHeaders, now) => {
    const token = bearerToken(rawHeaders);
    if (token === null) return ANONYMOUS;
    return viewerOf((await verify(token, now)).subject);
  };
}
