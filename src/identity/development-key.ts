import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { refusalOfDisk } from '../database/embedded/refusals';

/** What may be shown of a key. */
export function publicPart({ d: _secret, ...rest }: JWK): JWK {
  return rest;
}

async function read(path: string): Promise<JWK | null> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as JWK,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
}

async function make(path: string, alg: string): Promise<JWK> {
  await mkdir(dirname(path), { recursive: true });
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify({ ...(await exportJWK(privateKey)), alg, kid: randomUUID() }), { mode: 0o600 });
  // Two processes that start at once agree on one key: a link is made once or not at all.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await read(path)) as JWK;
}

/**
 * A private key of a data folder, made when it is first needed and readable by its owner only: `<dataFolder>/<name>.json`.
 *
 * @throws Unavailable in one sentence when the folder cannot be written.
 */
export async function developmentKey(dataFolder: string, name: string, alg: 'EdDSA' | 'ES256'): Promise<JWK> {
  const path = join(dataFolder, `${name}.json`);
  try {
    return (await read(path)) ?? (await make(path, alg));
  } catch (error) {
    throw refusalOfDisk(error, dataFolder);
  }
}
