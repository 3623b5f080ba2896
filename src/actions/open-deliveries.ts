import type { EntityManager } from 'typeorm';
import { definitionsIn } from '../delivery/definitions';
import { dutchDay } from '../domain/dutch-day';
import { type PeriodAsked, periodsAsked } from '../domain/intake/periods-asked';
import { DEFAULT_TERMS } from '../domain/intake/terms';
import { addDays } from '../domain/period';
import type { UitvraagDefinition } from '../domain/uitvraag/definition';
import { PARTY_KINDS, type PartyKind, valuesOf } from '../domain/vocabulary';

/** What was due longer ago is not asked any more: who comes now begins with what is due. */
const BACK_DAYS = 60;

/**
 * Asks every party for what it has to deliver on this day: a delivery per uitvraag and period, once. The transaction must be
 * one of the system.
 * @returns how many were asked for the first time
 */
export async function openDeliveries(tx: EntityManager, now: Date): Promise<number> {
  const today = dutchDay(now);
  let opened = 0;
  for (const definition of await definitionsIn(tx)) {
    for (const kind of valuesOf(PARTY_KINDS)) {
      const { terms } = definition;
      const since = addDays(today, -BACK_DAYS);
      const periods = periodsAsked(definition, kind, today, { terms: terms ?? DEFAULT_TERMS, since });
      for (const period of periods) opened += await ask(tx, definition, kind, period, today);
    }
  }
  return opened;
}

/**
 * Of providers those that take part in the early warning system on the last day of the period (docs/intake.md), of municipalities those that
 * are there then, and every other party of the kind.
 */
async function ask(
  tx: EntityManager,
  { key, version }: UitvraagDefinition,
  kind: PartyKind,
  { periodStart, periodEnd, dueOn }: PeriodAsked,
  today: string,
): Promise<number> {
  const [{ opened }]: [{ opened: number }] = await tx.query(
    `with opened as (
       insert into delivery
         (party_id, provider_id, uitvraag_key, uitvraag_version, period_start, period_end, version, status, due_on, opened_on)
       select p.id, p.provider_id, $2, $3, $4, $5, 1, 'CONCEPT', $6, $7
       from party p
       where p.kind = $1
         and (p.provider_id is null or exists (
           select from ews_designation d
           where d.provider_id = p.provider_id and d.valid_from < $5 and coalesce(d.valid_to >= $5, true)
         ))
         and not exists (select from municipality m where m.code = p.municipality_code and m.valid_to < $5)
         and not exists (
           select from delivery d
           where d.party_id = p.id and d.uitvraag_key = $2 and d.period_start = $4 and d.period_end = $5
         )
       on conflict do nothing
       returning 1
     )
     select count(*)::int as opened from opened`,
    [kind, key, version, periodStart, periodEnd, dueOn, today],
  );
  return opened;
}
