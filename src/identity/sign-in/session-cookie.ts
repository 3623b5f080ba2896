import { unauthenticated } from '../unauthenticated';

/**
 * The name that Chromium, Firefox and the standard tie to this host alone, to every path and to https: no other site, also
 * no sub-domain, can set it. http://localhost counts as safe, so a development server has the same cookies.
 */
const HOST = '__Host-ews';

/** What a browser keeps for us. Never readable by a script. */
export const COOKIES = {
  /** Who has signed in. Strict: no other site can make a browser send it, not even by a link. */
  session: { name: HOST, sameSite: 'Strict' },
  /** A sign-in that was begun. Lax: the identity provider sends the browser back from elsewhere. */
  attempt: { name: `${HOST}-sign-in`, sameSite: 'Lax' },
} as const;
type Cookie = (typeof COOKIES)[keyof typeof COOKIES];

/** Without an age it ends with the browser, at the latest; the server ends a session earlier. */
export function setCookie({ name, sameSite }: Cookie, value: string): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=${sameSite}`;
}

export const clearCookie = (cookie: Cookie) => `${setCookie(cookie, '')}; Max-Age=0`;

/** Long enough for a sealed attempt. */
const LONGEST_VALUE = 2_048;

/**
 * The value of our cookie among the raw header lines of a request, or null when it is not there.
 *
 * @throws Forbidden (UNAUTHENTICATED) when it is there twice: then nobody knows which one a proxy believed.
 */
export function cookieIn(rawHeaders: readonly string[], { name }: Cookie): string | null {
  let found: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'cookie') continue;
    for (const pair of (rawHeaders[at + 1] as string).split(';')) {
      const [key, value = ''] = pair.trim().split('=', 2);
      if (key !== name || value === '') continue;
      if (found !== null || value.length > LONGEST_VALUE) throw unauthenticated('session');
      found = value;
    }
  }
  return found;
}
