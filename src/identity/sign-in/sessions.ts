import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Viewer } from '../../policy/viewer';
import { assuranceOf } from '../assurance-of';
import { unauthenticated } from '../unauthenticated';
import { isSomebody, type Queryable, VIEWER } from '../viewer-of';

/** What the identity provider said of who signed in. */
export interface SignedIn {
  readonly subject: string;
  readonly acr: string | null;
  /** What the provider calls this sign-in (sid). */
  readonly providerSession: string | null;
}

/** Milliseconds: how long a session lasts without a request, and at most. */
export interface SessionLimits {
  readonly idle: number;
  readonly absolute: number;
}

export interface Session {
  readonly viewer: Viewer;
  /** When it ends if nothing is asked any more. */
  readonly endsAt: Date;
}

/** How stale the moment of the last request may be: a write per minute, not one per request. Milliseconds. */
const SEEN_TO = 60_000;

const hashOf = (value: string) => createHash('sha256').update(value).digest('hex');

/** A session with its account as that is now, read as the system: see viewer-of.ts. $3 is now, $4 who was seen since. */
const FIND = {
  name: 'session by cookie',
  text: `
    select (
      select json_build_object('viewer', ${VIEWER}, 'acr', s.acr, 'seenAt', s.seen_at, 'endsAt', s.ends_at)
      from session s
      join account a on a.id = s.account_id
      join party p on p.id = a.party_id
      where s.cookie_hash = $2
        and s.ends_at > $3
        and s.seen_at > $4
        and a.is_active
    ) as found
    from (select set_config('ews.context', $1, true) as context offset 0) g
    where g.context is not null`,
};
interface Found {
  readonly viewer: Viewer;
  readonly acr: string | null;
  readonly seenAt: string;
  readonly endsAt: string;
}

const BEGIN = `
  insert into session (cookie_hash, account_id, acr, provider_session, began_at, seen_at, ends_at)
  select $1, id, $3, $4, $5, $5, $6
  from account
  where subject = $2
    and is_active
  returning 1`;

const END_OF_PROVIDER = `
  delete from session s
  using account a
  where a.id = s.account_id
    and (s.provider_session = $1 or $1::text is null)
    and (a.subject = $2 or $2::text is null)
    and coalesce($1, $2) is not null`;

/** The sessions of browsers. A session is found, and its account looked up, at every request: whatever ended, has ended. */
export class Sessions {
  constructor(
    private readonly app: DataSource,
    private readonly pool: Queryable,
    private readonly systemContext: () => string,
    private readonly limits: SessionLimits,
  ) {}

  /**
   * Begins a session under a new name, and ends the one the browser had: whoever knew the old name knows nothing.
   *
   * @returns the value of its cookie, which is kept nowhere else
   * @throws Forbidden (UNAUTHENTICATED) when the subject has no active account.
   */
  async begin({ subject, acr, providerSession }: SignedIn, previous: string | null, now: Date): Promise<string> {
    const value = randomBytes(32).toString('base64url');
    const endsAt = new Date(now.getTime() + this.limits.absolute);
    await this.asSystem(async (tx) => {
      if (previous) await tx.query('delete from session where cookie_hash = $1', [hashOf(previous)]);
      const began = await tx.query(BEGIN, [hashOf(value), subject, acr, providerSession, now, endsAt]);
      if (began.length === 0) throw unauthenticated('account');
    });
    return value;
  }

  /** The session of a cookie, or null when it has ended. Looking does not lengthen it. */
  async find(value: string, now: Date): Promise<Session | null> {
    return (await this.read(value, now))?.session ?? null;
  }

  /**
   * Who asks, by a cookie; the session lasts on from now.
   *
   * @throws Forbidden (UNAUTHENTICATED) when the session has ended, or its account has.
   */
  async viewerOf(value: string, now: Date): Promise<Viewer> {
    const found = await this.read(value, now);
    if (!found) throw unauthenticated('session');
    if (now.getTime() - found.seenAt > SEEN_TO) {
      // Never back in time, whichever of two requests comes first.
      const seen = 'update session set seen_at = greatest(seen_at, $2) where cookie_hash = $1';
      await this.asSystem((tx) => tx.query(seen, [hashOf(value), now]));
    }
    return found.session.viewer;
  }

  end(value: string): Promise<void> {
    return this.asSystem((tx) => tx.query('delete from session where cookie_hash = $1', [hashOf(value)]));
  }

  /** Ends what the identity provider ended: one sign-in, or every one of a subject. */
  endOfProvider({ subject, providerSession }: Omit<SignedIn, 'acr' | 'subject'> & { readonly subject: string | null }) {
    return this.asSystem<void>((tx) => tx.query(END_OF_PROVIDER, [providerSession, subject]));
  }

  /** Removes what has ended. Nothing depends on it: an ended session is not found either way. */
  sweep(now: Date): Promise<void> {
    const ended = 'delete from session where ends_at <= $1 or seen_at <= $2';
    return this.asSystem((tx) => tx.query(ended, [now, this.lastSeenBefore(now)]));
  }

  private lastSeenBefore(now: Date): Date {
    return new Date(now.getTime() - this.limits.idle);
  }

  private async read(value: string, now: Date): Promise<{ session: Session; seenAt: number } | null> {
    const values = [this.systemContext(), hashOf(value), now, this.lastSeenBefore(now)];
    const { rows } = await this.pool.query({ ...FIND, values });
    const found = (rows as { found: Found | null }[])[0]?.found ?? null;
    if (!found || !isSomebody(found.viewer)) return null;
    const seenAt = Date.parse(found.seenAt);
    const endsAt = new Date(Math.min(Date.parse(found.endsAt), seenAt + this.limits.idle));
    return { session: { viewer: { ...found.viewer, assurance: assuranceOf(found.acr) }, endsAt }, seenAt };
  }

  private asSystem<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.app.transaction(async (tx) => {
      await tx.query(`select set_config('ews.context', $1, true)`, [this.systemContext()]);
      return work(tx);
    });
  }
}
