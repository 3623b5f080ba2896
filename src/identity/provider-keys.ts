import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from './development-issuer';
import type { TokenTrust } from './verify-token';

/** How long an unreachable identity provider may keep a request waiting, and how long its keys are kept. Milliseconds. */
const PATIENCE = { timeoutDuration: 3_000, cooldownDuration: 30_000, cacheMaxAge: 600_000 };

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Public keys (a JWK set) from an https address, or from a file that the operator puts beside the server. */
function keysAt(place: string): JWTVerifyGetKey {
  if (!/^https?:/i.test(place)) {
    try {
      return createLocalJWKSet(JSON.parse(readFileSync(place, 'utf8')) as JSONWebKeySet);
    } catch {
      throw new Error('The file with the keys of the identity provider (EWS_TOKEN_JWKS) is not a readable JWK set.');
    }
  }
  const url = new URL(place);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new Error('The keys of the identity provider (EWS_TOKEN_JWKS) must be fetched over https.');
  }
  return createRemoteJWKSet(url, PATIENCE);
}

/**
 * The trust of a production server: one identity provider, named by the operator.
 *
 * @throws Error in one sentence when the provider is not fully named, or is the development issuer.
 */
export function identityProvider(config: {
  readonly tokenIssuer?: string | null;
  readonly tokenJwks?: string | null;
  readonly tokenAudience?: string | null;
}): TokenTrust {
  const { tokenIssuer, tokenJwks, tokenAudience } = config;
  if (!tokenIssuer || !tokenJwks) {
    throw new Error('Name the identity provider: set EWS_TOKEN_ISSUER and EWS_TOKEN_JWKS, or EWS_MODE=development.');
  }
  if (tokenIssuer === DEVELOPMENT_ISSUER) {
    throw new Error(
      'EWS_TOKEN_ISSUER names the development issuer, which is believed only when EWS_MODE is development.',
    );
  }
  return {
    issuer: tokenIssuer,
    audience: tokenAudience ?? DEVELOPMENT_AUDIENCE,
    algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    keyFor: keysAt(tokenJwks),
  };
}
