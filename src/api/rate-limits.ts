/**
 * Who may ask how much. Per account, party and address together, so that a token that leaks does not use up the share of its
 * owner; per address for who has not signed in. Keys are digests: neither memory nor table holds a name or an address.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { RateLimited } from '../errors';
import { log } from '../log';
import { ANONYMOUS, type Viewer } from '../policy/viewer';
import { factsOf } from './format-error-facts';
import { RateCounter, waitOf } from './rate-counter';
import { placeOf } from './rate-place';
import { ALARMING, COST_PER_POINT, RARE, type RareDeed, type Rate, SAYS, WINDOW_SECONDS } from './rate-table';

export interface RateParts {
  /** A pool of the role of the API. */
  readonly pool: Pick<Pool, 'query'>;
  readonly secret: Buffer;
  /** Points a minute. */
  readonly account: number;
  readonly anonymous: number;
}

/** Who is counted. */
export interface Counted {
  readonly viewer: Viewer;
  readonly address: string;
}

export interface RateLimits {
  /** A request, before its body is read. Throws RateLimited. */
  request(who: Counted): Promise<void>;
  /** Throws RateLimited when nobody in particular has asked as much as it may from there. Counts nothing, and memory knows. */
  allowAnonymous(address: string): Promise<void>;
  /** What an operation costs beyond being a request. Throws RateLimited. */
  operation(who: Counted, cost: number): Promise<void>;
  /** Throws RateLimited when this deed was done as often as it may be. Counts nothing. */
  allow(what: RareDeed, who: Counted): Promise<void>;
  /** A deed that is rare by itself, such as failing to sign in. Throws RateLimited. */
  deed(what: RareDeed, who: Counted): Promise<void>;
  /**
   * Does what is rare, and counts it when it is done. Its place is taken before, so that many at once are not too many, and
   * given back when it failed: whoever corrects a text has not reported. Throws RateLimited.
   */
  whenDone<T>(what: RareDeed, who: Counted, work: () => Promise<T>): Promise<T>;
  close(): void;
}

const EVERYWHERE: Counted = { viewer: ANONYMOUS, address: 'everywhere' };

/** The pool for the library, which keeps to itself what went wrong. */
const telling = (pool: RateParts['pool']) => ({
  query: (query: QueryConfig) =>
    pool.query(query).catch((error: unknown) => {
      log.warn(factsOf(error), 'Rates are counted by this process alone.');
      throw error;
    }),
});

const inPostgres = (pool: RateParts['pool'], name: string, { points, seconds, isGivenBack }: Rate) => ({
  ...{ storeClient: telling(pool), storeType: 'pool', schemaName: 'ews', tableName: 'rate_limit', tableCreated: true },
  ...{ keyPrefix: name, points, duration: seconds },
  // Who is over the limit costs no more writes. What is given back may be had again at once.
  ...(!isGivenBack && { inMemoryBlockOnConsumed: points + 1 }),
});

/** Of a window that is still open; what the library gives back it begins as a new window, of less than nothing. */
const GIVE_BACK = 'update ews.rate_limit set points = points - 1 where key = $1 and points > 0 and expire > $2';

function refuseAfter(wait: number | null, what?: RareDeed): void {
  if (wait !== null) throw new RateLimited(Math.max(1, Math.ceil(wait / 1_000)), what && SAYS[what]);
}

const forEach = <T>(make: (name: RareDeed, rate: Rate) => T) =>
  Object.fromEntries(Object.entries(RARE).map(([name, rate]) => [name, make(name as RareDeed, rate)])) as Record<
    RareDeed,
    T
  >;

export function openRateLimits({ pool, secret, account, anonymous }: RateParts): RateLimits {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'ews rate limits', 32));
  const keyOf = ({ viewer, address }: Counted) =>
    createHmac('sha256', key)
      .update(JSON.stringify([viewer.subject, viewer.partyId, placeOf(address)]))
      .digest('base64url')
      .slice(0, 22);
  const counter = (name: string, points: number, clearExpiredByTimeout: boolean) => {
    const rate = { points, seconds: WINDOW_SECONDS };
    const everybody = new RateLimiterPostgres({ ...inPostgres(pool, name, rate), clearExpiredByTimeout });
    return new RateCounter(rate, everybody);
  };
  // One of them clears the table, for all.
  const counters = { known: counter('account', account, true), anonymous: counter('anonymous', anonymous, false) };
  // The database is away: each process counts by itself until it is back.
  const alone = forEach((_, { points, seconds }) => new RateLimiterMemory({ points, duration: seconds }));
  const rare = forEach((name, rate) => {
    const options = { ...inPostgres(pool, name, rate), clearExpiredByTimeout: false, insuranceLimiter: alone[name] };
    return new RateLimiterPostgres(options);
  });
  const giveBack = (what: RareDeed, key: string): Promise<unknown> => {
    const statement = { name: 'give back', text: GIVE_BACK, values: [`${what}:${key}`, Date.now()] };
    return telling(pool)
      .query(statement)
      .catch(() => alone[what].reward(key));
  };

  const everywhere = forEach((name) => {
    const rate = ALARMING[name];
    return (
      rate && new RateLimiterPostgres({ ...inPostgres(pool, `${name}-everywhere`, rate), clearExpiredByTimeout: false })
    );
  });
  /** The deed is done: whatever becomes of this, that stays so. */
  const noteEverywhere = async (what: RareDeed) => {
    const done = await everywhere[what]?.consume(keyOf(EVERYWHERE)).catch((thrown) => thrown);
    // Over all processes one finds itself the first that is too much.
    const isFirst = done?.consumedPoints === (ALARMING[what]?.points ?? 0) + 1;
    if (isFirst)
      log.warn({ what, ...ALARMING[what] }, 'This is done more often than is likely, from all networks together.');
  };

  const count = async (who: Counted, points: number) =>
    refuseAfter(await counters[who.viewer.subject ? 'known' : 'anonymous'].count(keyOf(who), points));
  const deed: RateLimits['deed'] = async (what, who) => refuseAfter(await waitOf(rare[what].consume(keyOf(who))), what);
  // Who is over the limit costs no write.
  const allow: RateLimits['allow'] = async (what, who) => {
    const done = await rare[what].get(keyOf(who));
    refuseAfter(done && done.consumedPoints >= RARE[what].points ? done.msBeforeNext : null, what);
  };

  return {
    allow,
    request: (who) => count(who, 1),
    allowAnonymous: async (address) =>
      refuseAfter(await counters.anonymous.waitOfNext(keyOf({ viewer: ANONYMOUS, address }))),
    async operation(who, cost) {
      const more = Math.floor(cost / COST_PER_POINT);
      if (more > 0) await count(who, more);
    },
    deed,
    async whenDone(what, who, work) {
      await allow(what, who);
      try {
        await deed(what, who);
        const done = await work();
        await noteEverywhere(what);
        return done;
      } catch (error) {
        await giveBack(what, keyOf(who));
        throw error;
      }
    },
    close() {
      for (const each of Object.values(counters)) each.close();
    },
  };
}
