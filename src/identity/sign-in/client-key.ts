import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { Unavailable } from '../../errors';

/** With what a client may sign who it is (OAuth-NL: RS256 is always understood), in the words of Web Cryptography. */
const ALGORITHMS = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
} as const;

const NO_KEY = new Unavailable({
  en: 'The file that EWS_OIDC_KEY names does not hold a private key (JWK) for ES256, PS256 or RS256, with its "alg".',
  nl: 'Het bestand dat EWS_OIDC_KEY noemt bevat geen privésleutel (JWK) voor ES256, PS256 of RS256, met zijn "alg".',
});

/** @throws Unavailable in one sentence when a key is not fit to sign with. */
export async function signingKey(key: JWK) {
  const algorithm = ALGORITHMS[key.alg as keyof typeof ALGORITHMS];
  if (!algorithm) throw NO_KEY;
  return crypto.subtle.importKey('jwk', key, algorithm, false, ['sign']).catch(() => {
    throw NO_KEY;
  });
}

/** The private key in a file. Throws as `signingKey` does, so that an operator hears it at the start. */
export async function clientKeyIn(file: string): Promise<JWK> {
  let key: JWK;
  try {
    key = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw NO_KEY;
  }
  await signingKey(key);
  return key;
}
