/** Exactly once (security R-U4): the same request of a program is answered the same, and lands once. */
import type { EntityManager } from 'typeorm';
import type { Context } from '../context';
import { tentatively } from '../database/tentatively';
import { Conflict } from '../errors';
import { within } from './within';

/** What was answered: the status of HTTP, and the body. */
export interface Answered {
  readonly status: number;
  readonly answer: Record<string, unknown>;
}

export interface Request {
  readonly key: string;
  /** SHA-256 of all that was sent. */
  readonly digest: string;
}

/**
 * Does a deed in one transaction. A refusal, or a dry run, leaves nothing behind. Whoever sends the same request while it is being
 * done waits for its answer.
 * @throws Conflict when the key was used for something else
 */
export async function once(
  ctx: Context,
  request: Request | null,
  deed: (ctx: Context, tx: EntityManager) => Promise<Answered>,
): Promise<Answered> {
  const isKept = ({ status }: Answered) => request !== null && status < 400;
  return tentatively(
    ctx,
    async (tx) => {
      const before = request && (await answeredBefore(ctx, tx, request));
      if (before) return before;
      const answered = await deed(within(ctx, tx), tx);
      if (request && isKept(answered)) {
        await tx.query('update intake_request set status = $3, answer = $4 where party_id = $1 and key = $2', [
          ...[ctx.viewer.partyId, request.key, answered.status, JSON.stringify(answered.answer)],
        ]);
      }
      return answered;
    },
    isKept,
  );
}

/** Null for who is first: its row makes others wait until it is answered or taken back. */
async function answeredBefore(ctx: Context, tx: EntityManager, { key, digest }: Request): Promise<Answered | null> {
  const { partyId } = ctx.viewer;
  const first: unknown[] = await tx.query(
    `insert into intake_request (party_id, key, payload_digest, status, answer, answered_at) values ($1, $2, $3, 0, '{}', $4)
     on conflict do nothing returning 1`,
    [partyId, key, digest, ctx.now],
  );
  if (first.length > 0) return null;
  const [before]: (Answered & { digest: string })[] = await tx.query(
    'select payload_digest as digest, status, answer from intake_request where party_id = $1 and key = $2',
    [partyId, key],
  );
  if (before?.digest !== digest) throw new Conflict(KEY_USED);
  return { status: before.status, answer: before.answer };
}

const KEY_USED = {
  en: 'This Idempotency-Key was used before for another request. Use a new key for a new delivery.',
  nl: 'Deze Idempotency-Key is eerder voor een ander verzoek gebruikt. Gebruik een nieuwe sleutel voor een nieuwe aanlevering.',
};
