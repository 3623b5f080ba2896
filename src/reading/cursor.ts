/**
 * A cursor is the sort key and identity of a row, sealed: it works only for the same kind of viewer, connection, filter
 * and order, and tells nobody anything when it is changed. Postgres seals it, so that a page needs no pass in node.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Invalid } from '../errors';
import type { Viewer } from '../policy/viewer';

const SEAL_BYTES = 16;
const sha256 = (key: Buffer, content: Buffer) => createHash('sha256').update(key).update(content).digest();
const sealOf = (key: Buffer, content: Buffer) => sha256(key, sha256(key, content)).subarray(0, SEAL_BYTES);

/** The key of one viewer's cursors on one connection with one filter and order. */
export function cursorKey(secret: Buffer, viewer: Viewer, connection: string, filter: unknown, order: string): Buffer {
  // No filter, an empty one and one with only nulls ask for the same list.
  const conditions = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const bound = JSON.stringify([viewer.kind, viewer.partyId, connection, conditions, order]);
  return createHmac('sha256', secret).update(bound).digest();
}

/** The SQL that seals a cursor. `key` is a bytea parameter. */
export function cursorSql(key: string, by: string, tie: string): string {
  const content = `convert_to(json_build_array((${by})::text,(${tie})::text)::text,'UTF8')`;
  const sealed = `substring(sha256(${key}||sha256(${key}||${content})) from 1 for ${SEAL_BYTES})||${content}`;
  return `translate(encode(${sealed},'base64'),E'+/=\\n','-_')`;
}

/** The same in TypeScript, for whoever has the row in memory. */
export function sealCursor(key: Buffer, by: string, tie: string): string {
  const content = Buffer.from(`[${JSON.stringify(by)}, ${JSON.stringify(tie)}]`);
  return Buffer.concat([sealOf(key, content), content]).toString('base64url');
}

const REFUSED = {
  field: 'after/before',
  en: 'This cursor does not belong to this list, filter, order and account. Start again from the first page.',
  nl: 'Deze cursor hoort niet bij deze lijst, filter, volgorde en dit account. Begin opnieuw bij de eerste pagina.',
};

/** The sort key and identity in a cursor. Throws Invalid when it was changed or made for something else. */
export function openCursor(key: Buffer, cursor: string): readonly [by: string, tie: string] {
  const bytes = Buffer.from(cursor, 'base64url');
  const seal = bytes.subarray(0, SEAL_BYTES);
  const content = bytes.subarray(SEAL_BYTES);
  // Letters that base64 leaves over, or reads as the same bytes, are a change all the same.
  const isAsGiven = bytes.toString('base64url') === cursor;
  if (!isAsGiven || seal.length !== SEAL_BYTES || !timingSafeEqual(seal, sealOf(key, content)))
    throw new Invalid([REFUSED]);
  return JSON.parse(content.toString()) as [string, string];
}
