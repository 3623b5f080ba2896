import { createHash } from 'node:crypto';

/** A uuid made of what is said, so that a request that is sent twice is one row. */
export function identityOf(...said: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
