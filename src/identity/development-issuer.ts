import { randomUUID } from 'node:crypto';
import { importJWK, type KeyLike, SignJWT } from 'jose';
import type { Assurance } from '../domain/vocabulary';
import { ACR } from './assurance-of';
import { developmentKey, publicPart } from './development-key';
import type { TokenTrust } from './verify-token';

export const DEVELOPMENT_ISSUER = 'urn:ews:development';
/** The audience of every token for this API, whoever issued it. */
export const AUDIENCE = 'ews-api';

/** A working day, in seconds. */
const LIFETIME = 8 * 60 * 60;

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Issues tokens for anyone who can read the data folder: for a computer at a desk, never for a server. */
export interface DevelopmentIssuer {
  readonly trust: TokenTrust;
  /** A token for a subject, valid from now for `lifetime` seconds. Whether the subject has an account is asked at use. */
  issueToken(
    subject: string,
    options?: { readonly lifetime?: number; readonly now?: Date; readonly assurance?: Assurance },
  ): Promise<IssuedToken>;
}

/**
 * The issuer of a development server: an Ed25519 key in `<dataFolder>/development-issuer.json`, readable by its owner only.
 *
 * @throws Error in any other mode, so that no production server ever believes a token that a developer can make;
 *   Unavailable in one sentence when the folder cannot be written.
 */
export async function developmentIssuer(config: {
  readonly mode: string;
  readonly dataFolder: string;
}): Promise<DevelopmentIssuer> {
  if (config.mode !== 'development') {
    throw new Error('The development issuer exists only when EWS_MODE is development.');
  }
  const jwk = await developmentKey(config.dataFolder, 'development-issuer', 'EdDSA');
  const [privateKey, publicKey] = (await Promise.all([
    importJWK(jwk, 'EdDSA'),
    importJWK(publicPart(jwk), 'EdDSA'),
  ])) as [KeyLike, KeyLike];
  return {
    trust: {
      issuer: DEVELOPMENT_ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
      keyFor: async () => publicKey,
    },
    async issueToken(subject, { lifetime = LIFETIME, now = new Date(), assurance = 'SUBSTANTIAL' } = {}) {
      const issuedAt = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT({ acr: ACR[assurance] })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid as string })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + lifetime)
        .sign(privateKey);
      return { token, expiresAt: new Date((issuedAt + lifetime) * 1000) };
    },
  };
}
