import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { TokenSource } from '../config';
import { Unavailable } from '../errors';
import { AUDIENCE, DEVELOPMENT_ISSUER } from './development-issuer';
import type { TokenTrust } from './verify-token';

/** How long an unreachable identity provider may keep a request waiting, and how long its keys are kept. Milliseconds. */
const PATIENCE = { timeoutDuration: 3_000, cooldownDuration: 30_000, cacheMaxAge: 600_000 };

/** Public keys (a JWK set) from an address, or from a file that the operator puts beside the server. */
function keysAt(place: TokenSource['jwks']): JWTVerifyGetKey {
  if ('url' in place) return createRemoteJWKSet(place.url, PATIENCE);
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(place.file, 'utf8')) as JSONWebKeySet);
  } catch {
    throw new Unavailable({
      en: 'The file that EWS_TOKEN_JWKS names does not hold a set of public keys (JWK set).',
      nl: 'Het bestand dat EWS_TOKEN_JWKS noemt bevat geen verzameling publieke sleutels (JWK set).',
    });
  }
}

/**
 * The trust of a production server: the one identity provider that its operator names.
 *
 * @throws Unavailable in one sentence when its keys cannot be read, or when it is the development issuer.
 */
export function identityProvider(source: TokenSource): TokenTrust {
  if (source.issuer === DEVELOPMENT_ISSUER) {
    throw new Unavailable({
      en: 'EWS_TOKEN_ISSUER names the development issuer, which is believed only when EWS_MODE is development.',
      nl: 'EWS_TOKEN_ISSUER noemt de ontwikkel-uitgever, die alleen geldt als EWS_MODE development is.',
    });
  }
  return {
    issuer: source.issuer,
    audience: AUDIENCE,
    algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    keyFor: keysAt(source.jwks),
  };
}
