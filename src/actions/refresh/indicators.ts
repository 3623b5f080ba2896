/** Everything known of a provider -> its risk indicators at the end of every quarter. */
import { setImmediate } from 'node:timers/promises';
import { NO_FACTS, type ProviderFacts } from '../../domain/facts';
import { indicatorsOfEach, type JudgedIndicator } from '../../domain/indicators';
import type { WhyMissing } from './assessments';
import { type Columns, insertRows, type Queries, upsertRows, withDigest } from './rows';
import type { Participant, Window } from './window';

/** One indicator of one provider in one quarter. */
interface Row {
  readonly providerId: string;
  readonly quarter: string;
  readonly indicator: JudgedIndicator;
}

/** The indicators of providers in every quarter. Lets the database work between one provider and the next. */
async function indicatorsFrom(
  providers: readonly Participant[],
  facts: ReadonlyMap<string, ProviderFacts>,
  today: string,
  why: WhyMissing,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { id: providerId, quarters } of providers) {
    const own = [...quarters];
    const [judged, reason] = [indicatorsOfEach(facts.get(providerId) ?? NO_FACTS, own, today), why(providerId)];
    for (const [at, quarter] of own.entries()) {
      for (const indicator of judged[at] ?? []) {
        rows.push({ providerId, quarter, indicator: { ...indicator, missing: reason(indicator.missing) } });
      }
    }
    await setImmediate();
  }
  return rows;
}

/** An id without meaning that is the same every time. */
const COMPUTED = { id: "md5(concat_ws('|', 'indicator', r.provider_id, r.quarter, r.code))::uuid" };

function columnsOf(rows: readonly Row[]): Columns {
  const text = (pick: (indicator: JudgedIndicator) => string | null) => ({
    type: 'text' as const,
    values: rows.map(({ indicator }) => pick(indicator)),
  });
  return withDigest({
    provider_id: { type: 'uuid', values: rows.map(({ providerId }) => providerId) },
    quarter: { type: 'date', values: rows.map(({ quarter }) => quarter) },
    code: text(({ code }) => code),
    value: { type: 'numeric', values: rows.map(({ indicator }) => indicator.value) },
    previous: { type: 'numeric', values: rows.map(({ indicator }) => indicator.previous) },
    trend: text(({ trend }) => trend),
    crossed: text(({ crossed }) => crossed.join(' ') || null),
    as_of: { type: 'date', values: rows.map(({ indicator }) => indicator.asOf) },
    source: text(({ source }) => source),
    inputs: { type: 'jsonb', values: rows.map(({ indicator }) => JSON.stringify(indicator.inputs)) },
    missing: text(({ missing }) => missing),
  });
}

/** Replaces the indicators of these providers. */
export async function writeIndicators(
  tx: Queries,
  providers: readonly Participant[],
  facts: ReadonlyMap<string, ProviderFacts>,
  window: Window,
  today: string,
  why: WhyMissing,
): Promise<number> {
  const rows = await indicatorsFrom(providers, facts, today, why);
  await tx.query('delete from indicator where provider_id = any ($1) and quarter between $2 and $3', [
    providers.map(({ id }) => id),
    window.first,
    window.last,
  ]);
  return insertRows(tx, 'indicator', columnsOf(rows), COMPUTED);
}

/** Writes the indicators of these providers that have changed. */
export async function writeChangedIndicators(
  tx: Queries,
  providers: readonly Participant[],
  facts: ReadonlyMap<string, ProviderFacts>,
  today: string,
  why: WhyMissing,
): Promise<void> {
  await upsertRows(tx, 'indicator', columnsOf(await indicatorsFrom(providers, facts, today, why)), {
    key: ['provider_id', 'quarter', 'code'],
    computed: COMPUTED,
    byDigest: true,
    returning: 'code',
  });
}
