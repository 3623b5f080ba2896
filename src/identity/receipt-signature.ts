/** Receipts are signed, so that a party can prove what it delivered and when, to anybody who has our public key. */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';

/** What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface Key {
  readonly key: KeyObject;
  readonly jwk: JWK;
}

const keys = new WeakMap<Buffer, Promise<Key>>();

/** Made from the key of the database: every process that serves it signs alike. */
function keyOf(contextKey: Buffer): Promise<Key> {
  const known = keys.get(contextKey) ?? make(contextKey);
  keys.set(contextKey, known);
  return known;
}

async function make(contextKey: Buffer): Promise<Key> {
  const seed = Buffer.from(hkdfSync('sha256', contextKey, '', 'ews receipts', 32));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const jwk = await exportJWK(createPublicKey(key));
  return { key, jwk: { ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk) } };
}

/** A statement as a compact JWS. */
export async function signReceipt(contextKey: Buffer, statement: object): Promise<string> {
  const { key, jwk } = await keyOf(contextKey);
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid as string, typ: 'ews-receipt+jws' })
    .sign(key);
}

/** The public key that checks them, as a JWK set. */
export async function receiptKeys(contextKey: Buffer): Promise<{ keys: JWK[] }> {
  return { keys: [(await keyOf(contextKey)).jwk] };
}
