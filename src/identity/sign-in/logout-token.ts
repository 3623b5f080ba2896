import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { unauthenticated } from '../unauthenticated';
import { refusalOfToken } from '../verify-token';

/** What ended at the identity provider: one sign-in (sid), or every one of a subject. At least one is there. */
export interface EndedAtProvider {
  readonly subject: string | null;
  readonly providerSession: string | null;
}

export interface LogoutTrust {
  readonly issuer: string;
  readonly clientId: string;
  readonly keyFor: JWTVerifyGetKey;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Seconds. A provider sends it at once; an old one is a copy. */
const OLDEST = 120;
const CLOCK_TOLERANCE = 5;
const MOST_TOKENS = 10_000;

const isText = (claim: unknown): claim is string => typeof claim === 'string' && claim !== '' && claim.length <= 255;

/** The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). With a nonce it would be an id token. */
function checked({ events, jti, nonce, sid, sub }: JWTPayload): EndedAtProvider & { readonly jti: string } {
  const told = typeof events === 'object' && events !== null ? (events as Record<string, unknown>)[EVENT] : undefined;
  const isLogout = typeof told === 'object' && told !== null && nonce === undefined && isText(jti);
  if (!isLogout || !(isText(sid) || isText(sub))) throw unauthenticated('invalid');
  return { jti, subject: isText(sub) ? sub : null, providerSession: isText(sid) ? sid : null };
}

/**
 * Verifies logout tokens, each of them once. Which were used is remembered by this process alone: another would end, at
 * most two minutes later, what the same person began since, and they sign in again.
 *
 * @throws Forbidden (UNAUTHENTICATED) for any token that is not believed.
 */
export function logoutTokenVerifier({ issuer, clientId, keyFor }: LogoutTrust) {
  const used = new LRUCache<string, true>({ max: MOST_TOKENS, ttl: (OLDEST + 2 * CLOCK_TOLERANCE) * 1_000 });
  const rules = {
    issuer,
    audience: clientId,
    algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: OLDEST,
    clockTolerance: CLOCK_TOLERANCE,
  };
  return async (token: string, now: Date): Promise<EndedAtProvider> => {
    const { payload } = await jwtVerify(token, keyFor, { ...rules, currentDate: now }).catch((error: unknown) => {
      throw refusalOfToken(error);
    });
    const { jti, ...ended } = checked(payload);
    if (used.has(jti)) throw unauthenticated('invalid');
    used.set(jti, true);
    return ended;
  };
}
