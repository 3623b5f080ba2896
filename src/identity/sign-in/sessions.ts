import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import { SYSTEM, type Viewer } from '../../policy/viewer';
import { assuranceOf } from '../assurance-of';
import { unauthenticated } from '../unauthenticated';
import { isSomebody, type Queryable, VIEWER } from '../viewer-of';
import { BY_ITSELF, type Origin, type SessionEvent, SessionLog, type Touched } from './session-log';

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
      select json_build_object('viewer', ${VIEWER}, 'acr', s.acr, 'seenAt', s.seen_at, 'endsAt', s.ends_at,
        'isReplaced', s.replaced_at is not null)
      from session s
      join account a on a.id = s.account_id
      join party p on p.id = a.party_id
      where s.cookie_hash = $2
        and (s.replaced_at is not null
          or s.ends_at > $3
            and s.seen_at > $4
            and a.is_active
            and s.began_at > coalesce(a.closed_at, '-infinity'))
    ) as found
    from (select set_config('ews.context', $1, true) as context offset 0) g
    where g.context is not null`,
};
interface Found {
  readonly viewer: Viewer;
  readonly acr: string | null;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly isReplaced: boolean;
}

/** Sessions by what a statement did to them, each with whose it is. */
const touched = (did: string) => `
  with touched as (${did})
  select t.cookie_hash as "cookieHash", t.was_replaced as "wasReplaced", ${VIEWER} as viewer
  from touched t
  join account a on a.id = t.account_id
  join party p on p.id = a.party_id`;
const ENDED = 'cookie_hash, account_id, replaced_at is not null as was_replaced';

const BEGIN = touched(`
  insert into session (cookie_hash, account_id, acr, provider_session, began_at, seen_at, ends_at)
  select $1, id, $3, $4, $5, $5, $6
  from account
  where subject = $2
    and is_active
  returning cookie_hash, account_id, false as was_replaced`);

/** It stays until it would have ended, so that who still comes with it is noticed. */
const REPLACE = touched(`
  update session set replaced_at = $2
  where cookie_hash = $1
    and replaced_at is null
  returning cookie_hash, account_id, false as was_replaced`);

const END = touched(`delete from session where cookie_hash = $1 returning ${ENDED}`);

const END_OF_PROVIDER = touched(`
  delete from session s
  using account a
  where a.id = s.account_id
    and (s.provider_session = $1 or $1::text is null)
    and (a.subject = $2 or $2::text is null)
    and coalesce($1, $2) is not null
  returning ${ENDED}`);

const END_WHAT_IS_OVER = touched(`
  delete from session
  where ends_at <= $1
     or seen_at <= $2
  returning ${ENDED}`);

/** Noticed once. */
const END_REPLACED = touched(`
  delete from session
  where cookie_hash = $1
    and replaced_at is not null
  returning ${ENDED}`);

const ACCOUNT = `
  select a.id, ${VIEWER} as viewer
  from account a
  join party p on p.id = a.party_id
  where a.subject = $1`;

/** What is written of sessions that end: of those that held, and of those that were replaced; of the others nothing. */
interface EndEvents {
  readonly held?: SessionEvent;
  readonly replaced?: SessionEvent;
}

/** The sessions of browsers. A session is found, and its account looked up, at every request: whatever ended, has ended. */
export class Sessions {
  constructor(
    private readonly app: DataSource,
    private readonly pool: Queryable,
    private readonly contextOf: (viewer: Viewer) => string,
    private readonly limits: SessionLimits,
    /** Is told what went wrong when a session ended and that could not be written down. */
    private readonly unwritten: (error: unknown) => void,
  ) {
    this.log = new SessionLog(contextOf);
  }

  private readonly log: SessionLog;
  /** Hashes of cookies that were found here lately, so that guesses can be told from them without asking the database. */
  private readonly foundLately = new LRUCache<string, true>({ max: 10_000 });

  /** Whether a session was found by this cookie before. It may have ended since: nobody is let in by this. */
  wasFound(value: string): boolean {
    return this.foundLately.has(hashOf(value));
  }

  /**
   * Begins a session under a new name, and ends the one the browser had: whoever knew the old name knows nothing.
   *
   * @returns the value of its cookie, which is kept nowhere else
   * @throws Forbidden (UNAUTHENTICATED) when the subject has no active account.
   */
  async begin(
    { subject, acr, providerSession }: SignedIn,
    previous: string | null,
    now: Date,
    from: Origin,
  ): Promise<string> {
    const value = randomBytes(32).toString('base64url');
    const endsAt = new Date(now.getTime() + this.limits.absolute);
    const hasBegun = await this.asSystem(async (tx) => {
      const begun = await tx.query(BEGIN, [hashOf(value), subject, acr, providerSession, now, endsAt]);
      if (begun.length === 0) {
        const [account] = await tx.query(ACCOUNT, [subject]);
        await this.log.noteRefused(tx, account ?? null, from);
        return false;
      }
      const hash = previous === null ? null : hashOf(previous);
      await this.log.note(tx, 'replacedUsed', await tx.query(END_REPLACED, [hash]), from);
      await this.log.note(tx, 'replaced', await tx.query(REPLACE, [hash, now]), from);
      await this.log.note(tx, 'begun', begun, from);
      return true;
    });
    if (!hasBegun) throw unauthenticated('account');
    this.foundLately.set(hashOf(value), true);
    return value;
  }

  /** The session of a cookie, or null when it has ended. Looking does not lengthen it. */
  async find(value: string, now: Date, from: Origin): Promise<Session | null> {
    return (await this.read(value, now, from))?.session ?? null;
  }

  /**
   * Who asks, by a cookie; the session lasts on from now.
   *
   * @throws Forbidden (UNAUTHENTICATED) when the session has ended, or its account has.
   */
  async viewerOf(value: string, now: Date, from: Origin): Promise<Viewer> {
    const found = await this.read(value, now, from);
    if (!found) throw unauthenticated('session');
    if (now.getTime() - found.seenAt > SEEN_TO) {
      // Never back in time, whichever of two requests comes first.
      const seen = 'update session set seen_at = greatest(seen_at, $2) where cookie_hash = $1';
      await this.asSystem((tx) => tx.query(seen, [hashOf(value), now]));
    }
    return found.session.viewer;
  }

  /** Ends a session, also when that cannot be written down. Returns how many there were: one, or none when it had ended. */
  end(value: string, from: Origin): Promise<number> {
    return this.endedInAnyCase({ held: 'left', replaced: 'replacedUsed' }, END, [hashOf(value)], from);
  }

  /**
   * Ends what the identity provider ended: one sign-in, or every one of a subject; also when that cannot be written down.
   * Returns how many.
   */
  endOfProvider(
    { subject, providerSession }: Omit<SignedIn, 'acr' | 'subject'> & { readonly subject: string | null },
    from: Origin,
  ): Promise<number> {
    return this.endedInAnyCase({ held: 'leftAtProvider' }, END_OF_PROVIDER, [providerSession, subject], from);
  }

  /** Removes what has ended, and writes that down. It was not found any more either way. Returns how many. */
  sweep(now: Date): Promise<number> {
    return this.ended({ held: 'expired' }, END_WHAT_IS_OVER, [now, this.lastSeenBefore(now)], BY_ITSELF);
  }

  /** Writes down that a program got no token. */
  tokenRefused(clientId: string, from: Origin): Promise<void> {
    return this.asSystem((tx) => this.log.noteTokenRefused(tx, clientId, from));
  }

  private ended(events: EndEvents, statement: string, values: readonly unknown[], from: Origin): Promise<number> {
    return this.asSystem(async (tx) => {
      const ended: readonly Touched[] = await tx.query(statement, [...values]);
      const held = ended.filter(({ wasReplaced }) => !wasReplaced);
      if (events.held) await this.log.note(tx, events.held, held, from);
      const replaced = ended.filter(({ wasReplaced }) => wasReplaced);
      if (events.replaced) await this.log.note(tx, events.replaced, replaced, from);
      return held.length;
    });
  }

  /** Whoever wants out must get out: a log that takes nothing is the operator's trouble. */
  private async endedInAnyCase(...what: Parameters<Sessions['ended']>): Promise<number> {
    try {
      return await this.ended(...what);
    } catch (error) {
      const [, statement, values] = what;
      const ended: readonly Touched[] = await this.asSystem((tx) => tx.query(statement, [...values]));
      this.unwritten(error);
      return ended.length;
    }
  }

  private lastSeenBefore(now: Date): Date {
    return new Date(now.getTime() - this.limits.idle);
  }

  /** Null too for one that was replaced, and then its use is noticed. */
  private async read(value: string, now: Date, from: Origin): Promise<{ session: Session; seenAt: number } | null> {
    const values = [this.contextOf(SYSTEM), hashOf(value), now, this.lastSeenBefore(now)];
    const { rows } = await this.pool.query({ ...FIND, values });
    const found = (rows as { found: Found | null }[])[0]?.found ?? null;
    if (found?.isReplaced) await this.ended({ replaced: 'replacedUsed' }, END_REPLACED, values.slice(1, 2), from);
    if (!found || found.isReplaced || !isSomebody(found.viewer)) return null;
    this.foundLately.set(hashOf(value), true);
    const seenAt = Date.parse(found.seenAt);
    const endsAt = new Date(Math.min(Date.parse(found.endsAt), seenAt + this.limits.idle));
    return { session: { viewer: { ...found.viewer, assurance: assuranceOf(found.acr) }, endsAt }, seenAt };
  }

  private asSystem<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.app.transaction(async (tx) => {
      await tx.query(`select set_config('ews.context', $1, true)`, [this.contextOf(SYSTEM)]);
      return work(tx);
    });
  }
}
