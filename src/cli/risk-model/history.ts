/** What is stored of assessments and of what happened, for the back-test. */
import type { StoredAssessment } from '../../domain/back-test';

export interface History {
  readonly assessments: readonly StoredAssessment[];
  /** The day on which people decided that a provider failed (trede 6), by provider. */
  readonly failures: ReadonlyMap<string, string>;
  /** The first day on which people decided on trede 4 or higher, by provider. */
  readonly troubles: ReadonlyMap<string, string>;
  /** The last day on which anything was delivered or decided. */
  readonly observedUntil: string;
}

/** Asks the archive, as somebody who may read all of it. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Quarterly deliveries only: what comes once a year or half-year changes no assessment of a quarter. A quarter rests on
 * annual accounts when a current figure of its end comes from them.
 */
const ASSESSMENTS = `
  with heard as (
    select provider_id, period_start as quarter, (max(submitted_at) at time zone 'Europe/Amsterdam')::date as on_day
    from delivery
    where provider_id is not null and period_end = (period_start + interval '3 months')::date
    group by provider_id, period_start
  ), accounts as (
    select distinct provider_id, (period_end - interval '3 months')::date as quarter
    from figure
    where source = 'DIGIMV' and is_current
  )
  select a.provider_id as "providerId", a.quarter::text as quarter, a.model_version as "modelVersion", a.trede,
    a.risk_class as "riskClass", h.on_day::text as "lastHeardOn", c.provider_id is not null as "restsOnAccounts"
  from assessment a
  left join heard h using (provider_id, quarter)
  left join accounts c using (provider_id, quarter)`;

const DECIDED = `
  select provider_id as id, min(decided_on)::text as day
  from trede_decision
  where trede >= $1
  group by provider_id`;

const OBSERVED_UNTIL = `
  select greatest(
    (select (max(submitted_at) at time zone 'Europe/Amsterdam')::date from delivery), (select max(decided_on) from trede_decision)
  )::text as day`;

/** Of 6 treden: who is decided to be problematic, and who fails. */
const PROBLEMATIC = 4;
const FAILING = 6;

export async function readHistory(ask: Ask): Promise<History> {
  const decided = async (trede: number) => {
    const rows = await ask<{ id: string; day: string }>(DECIDED, [trede]);
    return new Map(rows.map(({ id, day }) => [id, day]));
  };
  const [last] = await ask<{ day: string | null }>(OBSERVED_UNTIL);
  return {
    assessments: await ask<StoredAssessment>(ASSESSMENTS),
    failures: await decided(FAILING),
    troubles: await decided(PROBLEMATIC),
    observedUntil: last?.day ?? '',
  };
}
