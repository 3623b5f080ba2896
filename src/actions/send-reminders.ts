import type { EntityManager } from 'typeorm';
import { definitionsIn } from '../delivery/definitions';
import { dutchDay } from '../domain/dutch-day';
import { frequencyOf } from '../domain/intake/frequency';
import { DEFAULT_TERMS, reminderDays } from '../domain/intake/terms';
import { addDays } from '../domain/period';
import type { ReminderKind } from '../domain/vocabulary';

interface Due {
  readonly id: string;
  readonly partyId: string;
  readonly uitvraagKey: string;
  readonly uitvraagVersion: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly dueOn: string;
  readonly openedOn: string | null;
}

/** Silence that should have been told longer ago is no news: it is of before anybody was reminded here. */
const LOOKED_BACK_DAYS = 60;

/**
 * Reminds every party of what it has not submitted, and of what the JA returned, on the days that the terms of the uitvraag say, and
 * puts its silence before the JA. A day that was missed, because nothing ran, is made up for once. The transaction must be one of the
 * system.
 * @returns how many reminders were written
 */
export async function sendReminders(tx: EntityManager, now: Date): Promise<number> {
  const today = dutchDay(now);
  const definitions = await definitionsIn(tx);
  const due: Due[] = await tx.query(DUE, [today]);
  const reminders = due.flatMap((one) => {
    const definition = definitions.find(
      ({ key, version }) => key === one.uitvraagKey && version === one.uitvraagVersion,
    );
    const terms = (definition?.terms ?? DEFAULT_TERMS)[frequencyOf(one.periodStart, one.periodEnd)];
    const { remindOn, escalateOn } = reminderDays(terms, one.dueOn, one.openedOn);
    const isSilent = escalateOn <= today;
    const day = isSilent ? escalateOn : remindOn.filter((each) => each <= today).at(-1);
    if (day === undefined || addDays(escalateOn, LOOKED_BACK_DAYS) < today) return [];
    const kind: ReminderKind = isSilent ? 'ESCALATED' : today > one.dueOn ? 'OVERDUE' : 'BEFORE_DUE';
    return [{ id: one.id, partyId: one.partyId, kind, day }];
  });
  const [{ sent }]: [{ sent: number }] = await tx.query(
    `with sent as (
       insert into reminder (delivery_id, party_id, kind, sent_on)
       select n.id, n."partyId", n.kind, $2
       from jsonb_to_recordset($1) as n (id uuid, "partyId" uuid, kind text, day date)
       where not exists (
         select from reminder r
         where r.delivery_id = n.id and (r.kind = 'ESCALATED') = (n.kind = 'ESCALATED') and r.sent_on >= n.day
       )
       on conflict do nothing
       returning 1
     )
     select count(*)::int as sent from sent`,
    [JSON.stringify(reminders), today],
  );
  return sent;
}

/** What waits for its party, as long as that is there. A correction that nobody asked for has no due date of its own. */
const DUE = `
  select d.id, d.party_id as "partyId", d.uitvraag_key as "uitvraagKey", d.uitvraag_version as "uitvraagVersion",
    d.period_start::text as "periodStart", d.period_end::text as "periodEnd", d.due_on::text as "dueOn", d.opened_on::text as "openedOn"
  from delivery d join party p on p.id = d.party_id
  where (d.submitted_at is null and d.version = 1 or d.status = 'RETURNED' and not exists (
      select from delivery n
      where n.party_id = d.party_id and n.uitvraag_key = d.uitvraag_key and n.period_start = d.period_start
        and n.period_end = d.period_end and n.version > d.version and n.submitted_at is not null
    ))
    and not exists (
      select from reminder r
      where r.delivery_id = d.id and r.kind = 'ESCALATED' and r.sent_on >= coalesce(d.opened_on, d.due_on)
    )
    and not exists (select from ews_designation l where l.provider_id = p.provider_id and l.valid_to <= $1::date)
    and not exists (select from municipality m where m.code = p.municipality_code and m.valid_to <= $1::date)`;
