import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { unauthenticated } from '../unauthenticated';

/** A sign-in that was begun, as its browser keeps it: only that browser can finish it, and cannot read it. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** The secret half of PKCE. */
  readonly codeVerifier: string;
  /** Where to go afterwards: a path of ours. */
  readonly returnTo: string;
  /** The session that the browser had: its cookie does not come back from elsewhere. */
  readonly session: string | null;
}

/** How long somebody may take at the identity provider, in seconds. */
const LIFETIME = 600;

/** Seals attempts for the cookie of a browser, so that whoever only begins leaves nothing in the database. */
export class AttemptSeal {
  private readonly key: Uint8Array;

  constructor(secret: Buffer) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'ews sign-in', 32));
  }

  seal(attempt: Attempt, now: Date): Promise<string> {
    const ends = Math.floor(now.getTime() / 1000) + LIFETIME;
    const header = { alg: 'dir', enc: 'A256GCM' };
    return new EncryptJWT({ ...attempt }).setProtectedHeader(header).setExpirationTime(ends).encrypt(this.key);
  }

  /** @throws Forbidden (UNAUTHENTICATED) when it was not sealed here, or too long ago. */
  async open(sealed: string | null, now: Date): Promise<Attempt> {
    if (sealed === null) throw unauthenticated('attempt');
    const rules = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'], currentDate: now };
    return jwtDecrypt<Attempt>(sealed, this.key, rules).then(
      ({ payload }) => payload,
      () => {
        throw unauthenticated('attempt');
      },
    );
  }
}
