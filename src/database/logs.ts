/** What is written to the logs other than by reading: through the functions of migration 0004, which nothing goes around. */
import type { AuditResult } from '../domain/vocabulary';

/** Anything that runs a statement: a transaction, a pool or a connection. */
export interface Asked {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface Deed {
  /** In words, such as "melding registered". */
  readonly action: string;
  /** What it was done to: a kind, and which one of that kind. Never what was written. */
  readonly objectKind: string;
  readonly objectId: string;
  readonly result: AuditResult;
}

/** By whom, from where, and under which number it is found back; the party is that of the signed context. */
export interface Actor {
  readonly subject: string;
  /** An address, or "system". */
  readonly origin: string;
  readonly traceId: string | null;
}

/**
 * Adds an entry to the audit log. The end of the chain is locked until the transaction ends: do it last. Fails, and with it
 * the transaction, when it cannot be written.
 */
export async function appendAuditEntry(db: Asked, deed: Deed, { subject, origin, traceId }: Actor): Promise<void> {
  const { action, objectKind, objectId, result } = deed;
  await db.query('select ews.append_audit_entry($1, $2, $3, $4, $5, $6, $7)', [
    ...[action, objectKind, objectId, result],
    ...[origin, subject, traceId],
  ]);
}

/** A call in the name of the system, in a transaction of its own. */
const CALL = (call: string) =>
  `select (${call}) as answer from (select set_config('ews.context', $1, true) s offset 0) g where g.s is not null`;

async function call<T>(db: Asked, context: string, what: string): Promise<T> {
  // A pool of pg gives a result, TypeORM the rows.
  const asked = (await db.query(CALL(what), [context])) as { rows: { answer: T }[] } | { answer: T }[];
  const [row] = 'rows' in asked ? asked.rows : asked;
  return (row as { answer: T }).answer;
}

/** Seals the readings that the call before this one marked into the audit log. Returns how many. */
export const sealReadings = (db: Asked, systemContext: string) =>
  call<number>(db, systemContext, 'ews.seal_readings()');

/** The end of the chain: who has seen it can tell later whether the log was cut or written anew. */
export interface AuditHead {
  readonly entry: number;
  readonly hash: string;
}
export const auditHead = (db: Asked, systemContext: string) =>
  call<AuditHead>(
    db,
    systemContext,
    "select json_build_object('entry', h.entry_id, 'hash', h.hash) from ews.audit_head() h",
  );
