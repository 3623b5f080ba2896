/**
 * Who may ask how much. Per account, party and address together, so that a token that leaks does not use up the share of its
 * owner; per address for who has not signed in. Keys are digests: neither memory nor table holds a name or an address.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Pool, QueryConfig } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { RateLimited } from '../errors';
import { log } from '../log';
import type { Viewer } from '../policy/viewer';
import { factsOf } from './format-error-facts';
import { RateCounter, waitOf } from './rate-counter';
import { deedsIn } from './rate-deeds';
import { placeOf } from './rate-place';
import { COST_PER_POINT, RARE, type RareDeed, type Rate, SAYS, WINDOW_SECONDS } from './rate-table';

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
  /** What an operation costs beyond being a request, and the rare deeds in it. Throws RateLimited. */
  operation(who: Counted, cost: number, operation: OperationDefinitionNode, document: DocumentNode): Promise<void>;
  /** Throws RateLimited when this deed was done as often as it may be. Counts nothing. */
  allow(what: RareDeed, who: Counted): Promise<void>;
  /** A deed that is rare by itself, such as failing to sign in. Throws RateLimited. */
  deed(what: RareDeed, who: Counted, times?: number): Promise<void>;
  close(): void;
}

/** The pool for the library, which keeps to itself what went wrong. */
const telling = (pool: RateParts['pool']) => ({
  query: (query: QueryConfig) =>
    pool.query(query).catch((error: unknown) => {
      log.warn(factsOf(error), 'Rates are counted by this process alone.');
      throw error;
    }),
});

const inPostgres = (pool: RateParts['pool'], name: string, { points, seconds }: Rate) => ({
  ...{ storeClient: telling(pool), storeType: 'pool', schemaName: 'ews', tableName: 'rate_limit', tableCreated: true },
  ...{ keyPrefix: name, points, duration: seconds },
  // Who is over the limit costs no more writes.
  inMemoryBlockOnConsumed: points + 1,
});

function refuseAfter(wait: number | null, what?: RareDeed): void {
  if (wait !== null) throw new RateLimited(Math.max(1, Math.ceil(wait / 1_000)), what && SAYS[what]);
}

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
  const rare = Object.fromEntries(
    Object.entries(RARE).map(([name, rate]) => {
      // The database is away: each process counts by itself until it is back.
      const insuranceLimiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds });
      const options = { ...inPostgres(pool, name, rate), clearExpiredByTimeout: false, insuranceLimiter };
      return [name, new RateLimiterPostgres(options)];
    }),
  ) as Record<RareDeed, RateLimiterPostgres>;

  const count = async (who: Counted, points: number) =>
    refuseAfter(await counters[who.viewer.subject ? 'known' : 'anonymous'].count(keyOf(who), points));
  const deed: RateLimits['deed'] = async (what, who, times = 1) =>
    refuseAfter(await waitOf(rare[what].consume(keyOf(who), times)), what);

  return {
    async allow(what, who) {
      const done = await rare[what].get(keyOf(who));
      refuseAfter(done && done.consumedPoints >= RARE[what].points ? done.msBeforeNext : null, what);
    },
    request: (who) => count(who, 1),
    async operation(who, cost, operation, document) {
      const more = Math.floor(cost / COST_PER_POINT);
      if (more > 0) await count(who, more);
      const deeds = deedsIn(operation, document, who.viewer.subject !== '');
      for (const [what, times] of deeds) await deed(what, who, times);
    },
    deed,
    close() {
      for (const each of Object.values(counters)) each.close();
    },
  };
}
