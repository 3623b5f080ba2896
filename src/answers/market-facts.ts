/**
 * What is known of markets of care, from what the viewer may see. Only the markets that are asked for are read, with who is
 * contracted in and beside them.
 *
 * A market is made on one level of the tree of forms: the form that is asked for, with all the forms beneath it. What was
 * declared for a form above it counts in no market below, for nobody knows to which of them it belongs; a contract for a
 * form above it covers it, of a value that is not known. Young people are counted from reports on that very form: added
 * up over the forms beneath it, one with two forms of care would count twice.
 */
import type { Context } from '../context';
import { fraction, fromDecimal, type Ratio } from '../domain/ratio';
import type { RiskClass } from '../domain/vocabulary';
import type { MarketFacts } from '../domain/waterbed/market';
import { type MarketQuestion, marketSums } from './market-sql';

/** A whole number of a bigint column, or an exact decimal. */
type AsText = string;

interface Sums {
  readonly period: readonly { quarter: string; days: number }[];
  readonly asked: readonly { form: string; region: string }[];
  readonly declared: readonly { provider: string; form: string; region: string; amount: AsText; days: AsText | null }[];
  readonly contracted: readonly { provider: string; form: string; region: string | null; value: AsText | null }[];
  readonly demand: readonly {
    form: string;
    region: string;
    youngPeople: number | null;
    covered: number;
    coverable: number;
    referrals: number | null;
    starts: number | null;
    waited: AsText | null;
    waiters: number | null;
  }[];
  readonly neighbours: readonly { region: string; neighbour: string }[];
  readonly providers: readonly {
    id: string;
    concern: string | null;
    trede: number | null;
    isDecided: boolean;
    riskClass: RiskClass | null;
    points: number | null;
    isCrucial: boolean;
    occupancy: AsText | null;
    told: number | null;
  }[];
}

export interface KnownMarkets {
  /** The first day of the last of the four quarters. */
  readonly quarter: string;
  readonly facts: MarketFacts;
}

/** Null when no quarter is known to look at. */
export async function readMarkets(ctx: Context, question: MarketQuestion): Promise<KnownMarkets | null> {
  const [sums] = await ctx.rows<Sums>(marketSums(question));
  const [period] = sums?.period ?? [];
  return sums && period ? { quarter: period.quarter, facts: factsOf(sums, period.days) } : null;
}

function factsOf({ declared, contracted, demand, neighbours, providers }: Sums, days: number): MarketFacts {
  return {
    days,
    declared: declared.map(({ provider, form, region, amount, days: stay }) => ({
      ...{ provider, careForm: form, region, amount: BigInt(amount) },
      days: stay === null ? null : fromDecimal(stay),
    })),
    contracted: contracted.map(({ provider, form, region, value }) => ({
      ...{ provider, careForm: form, region },
      annualValue: value === null ? null : BigInt(value),
    })),
    demand: demand.map(({ form, waited, waiters, ...rest }) => ({
      ...rest,
      careForm: form,
      waitingDays: per(waited, waiters),
    })),
    neighbours: byRegion(neighbours),
    providers: providers.map(({ occupancy, told, ...rest }) => ({ ...rest, bedOccupancy: per(occupancy, told) })),
  };
}

function byRegion(pairs: Sums['neighbours']): MarketFacts['neighbours'] {
  const found = new Map<string, string[]>();
  for (const { region, neighbour } of pairs) found.set(region, [...(found.get(region) ?? []), neighbour]);
  return found;
}

/** An exact decimal divided by a count; null when there is nothing to divide, or nothing to divide by. */
function per(sum: AsText | null, count: number | null): Ratio | null {
  if (sum === null || !count) return null;
  const { numerator, denominator } = fromDecimal(sum);
  return fraction(numerator, denominator * BigInt(count));
}
