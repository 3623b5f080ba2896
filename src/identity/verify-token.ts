import { hash } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Assurance } from '../domain/vocabulary';
import { EwsError, Unavailable } from '../errors';
import { assuranceOf } from './assurance-of';
import { unauthenticated } from './unauthenticated';

/** Whose tokens are believed. */
export interface TokenTrust {
  readonly issuer: string;
  readonly audience: string;
  /** The only algorithms that are believed; never "none", and never one in which the public key is the secret. */
  readonly algorithms: readonly ('EdDSA' | 'ES256' | 'RS256' | 'PS256')[];
  readonly keyFor: JWTVerifyGetKey;
}

/** What a good token says. The account and the party behind the subject are looked up, never read from claims. */
export interface VerifiedToken {
  readonly subject: string;
  /** How sure the issuer is who that is; null when it does not say. */
  readonly assurance: Assurance | null;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** How far the clocks of two honest computers may differ, in seconds. */
const CLOCK_TOLERANCE = 5;
const LONGEST_SUBJECT = 255;
const MOST_TOKENS = 10_000;

/** The caller's fault, by jose's code. Every other failure is ours: the keys could not be had. */
const REFUSALS: ReadonlySet<string> = new Set([
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
]);

/** What the caller hears of a token that jose did not believe. */
export function refusalOfToken(error: unknown): EwsError {
  if (error instanceof EwsError) return error;
  if (error instanceof errors.JWTExpired) return unauthenticated('expired');
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf' && error.reason === 'check_failed') {
    return unauthenticated('early');
  }
  if (error instanceof errors.JOSEError && REFUSALS.has(error.code)) return unauthenticated('invalid');
  return new Unavailable({
    en: 'The keys of the identity provider cannot be had at the moment. Try again in a moment.',
    nl: 'De sleutels van de identiteitsverstrekker zijn nu niet op te halen. Probeer het zo meteen opnieuw.',
  });
}

/** The claims that jose leaves to us. A token for several audiences could be replayed here by another of them. */
function checked({ acr, aud, exp, iat, sub }: JWTPayload, now: Date): VerifiedToken {
  const isOurs = typeof aud === 'string' && typeof sub === 'string' && sub !== '' && sub.length <= LONGEST_SUBJECT;
  if (!isOurs) throw unauthenticated('invalid');
  if ((iat as number) > now.getTime() / 1000 + CLOCK_TOLERANCE) throw unauthenticated('early');
  return { subject: sub, assurance: assuranceOf(acr), expiresAt: exp as number };
}

/**
 * Verifies bearer tokens. A signature costs a tenth of a millisecond, so a good token is remembered until it expires: by
 * its hash, because a list of tokens is a list of keys.
 *
 * @throws EwsError UNAUTHENTICATED for any token that is not believed; SERVICE_UNAVAILABLE when the keys cannot be had.
 */
export function tokenVerifier(trust: TokenTrust): (token: string, now: Date) => Promise<VerifiedToken> {
  const verified = new LRUCache<string, VerifiedToken>({ max: MOST_TOKENS });
  const rules = {
    issuer: trust.issuer,
    audience: trust.audience,
    algorithms: [...trust.algorithms],
    // RFC 9068: an id token or a logout token of the same issuer says that it is something else.
    typ: 'at+jwt',
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: CLOCK_TOLERANCE,
  };
  return async (token, now) => {
    const fingerprint = hash('sha256', token, 'base64');
    const remembered = verified.get(fingerprint);
    if (remembered && remembered.expiresAt + CLOCK_TOLERANCE > now.getTime() / 1000) return remembered;
    try {
      const { payload } = await jwtVerify(token, trust.keyFor, { ...rules, currentDate: now });
      const good = checked(payload, now);
      verified.set(fingerprint, good);
      return good;
    } catch (error) {
      verified.delete(fingerprint);
      throw refusalOfToken(error);
    }
  };
}
