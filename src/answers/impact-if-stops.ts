import type { Context } from '../context';
import { type Impact, impactIfStops as impactOf, type MarketImpact } from '../domain/waterbed/impact';
import { prepareMarket } from '../domain/waterbed/lay-out';
import type { Candidate } from '../domain/waterbed/take-over';
import { keyOfId } from '../reading/shapes/filters';
import type { Statement } from '../reading/statement';
import { readMarkets } from './market-facts';
import { inPeriod } from './market-sql';
import { ratioText, toldPlaces } from './told';

/**
 * What moves, and whereto, when a provider stops; null when there is no such provider. Throws Invalid for what is no id of
 * a provider.
 */
export async function impactIfStops(ctx: Context, providerId: string, quarter: string | null) {
  const provider = keyOfId('Provider', providerId, 'providerId');
  const known = await readMarkets(ctx, { quarter, provider, asked: (sql) => marketsOf(sql, provider) });
  const impact = known && impactOf(provider, prepareMarket(known.facts));
  return impact && { quarter: known.quarter, ...toldImpact(impact) };
}

/** Where it declared. Of forms that lie within each other the widest: no euro moves twice. */
const marketsOf = (sql: Statement, provider: string) => `
  with own as (
    select distinct care_form_code as form, region_code as region
    from declaration d
    where provider_id = ${sql.param('market.provider', 'uuid', () => provider)}
      and ${inPeriod('period_start')}${sql.andScope('declaration', 'd')}
  )
  select form, region from own o
  where not exists (
    select from own w join beneath b on b.form = w.form
    where w.region = o.region and b.code = o.form and w.form <> o.form
  )`;

function toldImpact({ provider, en, nl, amount, markets, ...rest }: Impact) {
  return {
    ...rest,
    ...{ providerId: provider, amountCents: amount, explanation: { en, nl } },
    markets: markets.map(toldMarket),
  };
}

function toldMarket({ amount, share, hhi: _, places, difficulty, takeOver, ...rest }: MarketImpact) {
  return {
    ...rest,
    ...toldPlaces(places),
    ...{ amountCents: amount, share: ratioText(share) },
    ...{
      difficulty: difficulty.level,
      difficultyCode: difficulty.code,
      says: { en: difficulty.en, nl: difficulty.nl },
    },
    takeOver: takeOver.map(toldCandidate),
  };
}

/** Member by member: of these there are a thousand. */
function toldCandidate({ provider, where, regions, trede, share, room, isAble, reason }: Candidate) {
  return { providerId: provider, where, regions, trede, share: ratioText(share), roomCents: room, isAble, reason };
}
