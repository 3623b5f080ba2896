import { Forbidden, Invalid } from '../errors';
import { ANONYMOUS, type Viewer } from '../policy/viewer';
import { bearerToken } from './bearer-token';
import { COOKIES, cookieIn } from './sign-in/session-cookie';
import type { Origin } from './sign-in/session-log';
import type { VerifiedToken } from './verify-token';

/** Who is asking, by the header lines of a request. */
export type Authenticate = (rawHeaders: readonly string[], now: Date, from: Origin) => Promise<Viewer>;

/** A header that a page elsewhere cannot send without asking first, and then we say no. Its value does not matter. */
export const OWN_PAGE = 'x-ews-request';

/** Whether a request comes from a page of ours: a browser sends its cookies along with requests of any page. */
export function isFromOwnPage(rawHeaders: readonly string[]): boolean {
  return rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === OWN_PAGE);
}

export const NOT_FROM_OWN_PAGE = new Forbidden({
  en: `A request with a session must carry the header ${OWN_PAGE}, so that no other site can send it.`,
  nl: `Een verzoek met een sessie moet de header ${OWN_PAGE} hebben, zodat geen andere site het kan sturen.`,
});
const TWO_WAYS = new Invalid([
  {
    field: 'Authorization',
    en: 'Send a bearer token or the cookie of a session, not both.',
    nl: 'Stuur een bearer-token of de cookie van een sessie mee, niet allebei.',
  },
]);

export interface Evidence {
  readonly verify: (token: string, now: Date) => Promise<VerifiedToken>;
  /** By the subject of a token. */
  readonly viewerOf: (subject: string) => Promise<Viewer>;
  /** By the cookie of a session. */
  readonly viewerOfSession: (cookie: string, from: Origin) => Promise<Viewer>;
}

/**
 * Header, then token or session, then account: each step refuses on its own. With neither the caller is nobody in
 * particular, and sees what everybody may see.
 */
export function authentication({ verify, viewerOf, viewerOfSession }: Evidence): Authenticate {
  return async (rawHeaders, now, from) => {
    const token = bearerToken(rawHeaders);
    const cookie = cookieIn(rawHeaders, COOKIES.session);
    if (cookie !== null) {
      if (token !== null) throw TWO_WAYS;
      if (!isFromOwnPage(rawHeaders)) throw NOT_FROM_OWN_PAGE;
      return viewerOfSession(cookie, from);
    }
    if (token === null) return ANONYMOUS;
    const { subject, assurance } = await verify(token, now);
    return { ...(await viewerOf(subject)), assurance };
  };
}
