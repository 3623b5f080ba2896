import { unauthenticated } from './unauthenticated';

/** No honest token is longer. Checked before anything is computed over it. */
const LONGEST_TOKEN = 4096;

const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i;

/**
 * The token of a request, or null when the caller does not say who it is. Reads the raw header lines, because Node keeps
 * only the first of two Authorization headers, and then a proxy and this server may each believe another one.
 *
 * @throws Forbidden (UNAUTHENTICATED) when there is a header, but not exactly one bearer token.
 */
export function bearerToken(rawHeaders: readonly string[]): string | null {
  let header: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length !== 13 || name.toLowerCase() !== 'authorization') continue;
    if (header !== null) throw unauthenticated('malformed');
    header = rawHeaders[at + 1] as string;
  }
  if (header === null) return null;
  if (header.length > LONGEST_TOKEN) throw unauthenticated('malformed');
  const token = BEARER.exec(header)?.[1];
  if (!token) throw unauthenticated('malformed');
  return token;
}
