/** What happens to sessions, as the audit log tells it (BIO 8.15): who, what, from where, and never the cookie. */
import type { EntityManager } from 'typeorm';
import { appendAuditEntry } from '../../database/logs';
import type { AuditResult } from '../../domain/vocabulary';
import type { Viewer } from '../../policy/viewer';

/** Where a request comes from, and under which number it is found back. */
export interface Origin {
  /** An address, or "system". */
  readonly address: string;
  readonly traceId: string | null;
}
export const BY_ITSELF: Origin = { address: 'system', traceId: null };

const EVENTS = {
  begun: { action: 'signed in', result: 'OK' },
  left: { action: 'signed out', result: 'OK' },
  leftAtProvider: { action: 'signed out at the identity provider', result: 'OK' },
  replaced: { action: 'session replaced', result: 'OK' },
  expired: { action: 'session expired', result: 'OK' },
  replacedUsed: { action: 'replaced session used', result: 'REFUSED' },
} as const satisfies Readonly<Record<string, { action: string; result: AuditResult }>>;
export type SessionEvent = keyof typeof EVENTS;

/** A session that something happened to, and whose it is. */
export interface Touched {
  readonly cookieHash: string;
  /** Whether another had come in its place before. */
  readonly wasReplaced: boolean;
  readonly viewer: Viewer;
}

/** Enough of the hash to tell sessions apart; the whole is what a session is found by. */
const nameOf = (cookieHash: string) => cookieHash.slice(0, 16);

const become = (tx: EntityManager, context: string) =>
  tx.query(`select set_config('ews.context', $1, true)`, [context]);

/** Writes in the transaction of what happened: no entry, and it has not happened. */
export class SessionLog {
  constructor(private readonly contextOf: (viewer: Viewer) => string) {}

  /** One entry for each session, in the name of the party that it was of. The last thing that a transaction does. */
  async note(
    tx: EntityManager,
    event: SessionEvent,
    sessions: readonly Touched[],
    { address, traceId }: Origin,
  ): Promise<void> {
    for (const { cookieHash, viewer } of sessions) {
      await become(tx, this.contextOf(viewer));
      const deed = { ...EVENTS[event], objectKind: 'session', objectId: nameOf(cookieHash) };
      await appendAuditEntry(tx, deed, { subject: viewer.subject, origin: address, traceId });
    }
  }

  /**
   * Somebody whom the identity provider knows may not come in. Without an account here (null) its name for them is not
   * written down: it is not ours, and may be anything.
   */
  async noteRefused(
    tx: EntityManager,
    account: { readonly id: string; readonly viewer: Viewer } | null,
    { address, traceId }: Origin,
  ): Promise<void> {
    if (account) await become(tx, this.contextOf(account.viewer));
    const deed = { action: 'sign-in refused', objectKind: 'account', objectId: account?.id ?? 'unknown' };
    const subject = account?.viewer.subject ?? 'unknown';
    await appendAuditEntry(tx, { ...deed, result: 'REFUSED' }, { subject, origin: address, traceId });
  }

  /** A program that the embedded provider knows got no token. Elsewhere the provider that issues tokens writes that down. */
  async noteTokenRefused(tx: EntityManager, clientId: string, { address, traceId }: Origin): Promise<void> {
    const deed = { action: 'token refused', objectKind: 'program', objectId: clientId, result: 'REFUSED' } as const;
    await appendAuditEntry(tx, deed, { subject: clientId, origin: address, traceId });
  }
}
