import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type KeyLike, SignJWT } from 'jose';
import { refusalOfDisk } from '../database/embedded/refusals';
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
  issueToken(subject: string, options?: { readonly lifetime?: number; readonly now?: Date }): Promise<IssuedToken>;
}

/** The key of this data folder. Two processes that start at once agree on one: a link is made once or not at all. */
async function keyOf(dataFolder: string): Promise<JWK> {
  const path = join(dataFolder, 'development-issuer.json');
  const read = async () => JSON.parse(await readFile(path, 'utf8')) as JWK;
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dataFolder, { recursive: true });
  await writeFile(draft, JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'EdDSA', kid: randomUUID() }), {
    mode: 0o600,
  });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return read();
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
  const jwk = await keyOf(config.dataFolder).catch((error) => {
    throw refusalOfDisk(error, config.dataFolder);
  });
  const { d: _secret, ...publicJwk } = jwk;
  const [privateKey, publicKey] = (await Promise.all([importJWK(jwk, 'EdDSA'), importJWK(publicJwk, 'EdDSA')])) as [
    KeyLike,
    KeyLike,
  ];
  return {
    trust: {
      issuer: DEVELOPMENT_ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
      keyFor: async () => publicKey,
    },
    async issueToken(subject, { lifetime = LIFETIME, now = new Date() } = {}) {
      const issuedAt = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: jwk.kid as string })
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
