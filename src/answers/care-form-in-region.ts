import type { Context } from '../context';
import { explainMarket } from '../domain/waterbed/explain-market';
import { careFormInRegion as marketIn } from '../domain/waterbed/impact';
import { prepareMarket } from '../domain/waterbed/lay-out';
import { readMarkets } from './market-facts';
import { ratioText, toldPlaces } from './told';

/** Providers, capacity, waiting and dependence of a form of care in a region; null when nothing is known there. */
export async function careFormInRegion(ctx: Context, careForm: string, region: string, quarter: string | null) {
  const known = await readMarkets(ctx, {
    quarter,
    provider: null,
    asked: (sql) => `
      select f.code as form, g.code as region from care_form f, region g
      where f.code = ${sql.param('market.form', 'text', () => careForm)}
        and g.code = ${sql.param('market.region', 'text', () => region)}`,
  });
  const markets = known && prepareMarket(known.facts);
  const market = markets && marketIn(careForm, region, markets);
  if (!known || !market) return null;
  return {
    ...{ quarter: known.quarter, careForm, region, active: market.active, capacity: market.capacity },
    ...toldPlaces(market.places),
    amountCents: market.amount,
    waitingDays: ratioText(market.waitingDays),
    waiting: market.waiting,
    largestShare: ratioText(market.largestShare),
    hhi: ratioText(market.hhi),
    providers: market.providers.map((one) => ({
      ...{ providerId: one.provider, capacity: one.capacity, isContracted: one.isContracted },
      ...toldPlaces(one.places),
      amountCents: one.amount,
      share: ratioText(one.share),
      annualValueCents: one.annualValue,
      trede: markets.providers.get(one.provider)?.trede ?? null,
    })),
    explanation: explainMarket(market),
  };
}
