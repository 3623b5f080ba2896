import type { EntityManager } from 'typeorm';
import { definitionsIn } from '../delivery/definitions';
import { dutchDay } from '../domain/dutch-day';
import { frequencyOf } from '../domain/intake/frequency';
import { DEFAULT_TERMS, termDays } from '../domain/intake/terms';
import type { ReminderKind } from '../domain/vocabulary';

interface Due {
  readonly id: string;
  readonly partyId: string;
  readonly uitvraagKey: string;
  readonly uitvraagVersion: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly dueOn: string;
}

/** After the day on which silence is escalated nobody is reminded any more: the JA calls. */
const LOOKED_BACK = "interval '60 days'";

/**
 * Reminds every party of what it has not submitted, on the days that the terms of the uitvraag say, and puts its silence before the
 * JA. A day that was missed, because nothing ran, is made up for once. The transaction must be one of the system.
 * @returns how many reminders were written
 */
export async function sendReminders(tx: EntityManager, now: Date): Promise<number> {
  const today = dutchDay(now);
  const definitions = await definitionsIn(tx);
  const due: Due[] = await tx.query(
    `select id, party_id as "partyId", uitvraag_key as "uitvraagKey", uitvraag_version as "uitvraagVersion",
       period_start::text as "periodStart", period_end::text as "periodEnd", due_on::text as "dueOn"
     from delivery where submitted_at is null and version = 1 and due_on > $1::date - ${LOOKED_BACK}`,
    [today],
  );
  const reminders = due.flatMap((one) => {
    const definition = definitions.find(
      ({ key, version }) => key === one.uitvraagKey && version === one.uitvraagVersion,
    );
    const terms = (definition?.terms ?? DEFAULT_TERMS)[frequencyOf(one.periodStart, one.periodEnd)];
    const { remindOn, escalateOn } = termDays(terms, one.periodStart, one.periodEnd);
    const last = remindOn.filter((day) => day <= today).at(-1);
    const kind: ReminderKind = last && last > one.dueOn ? 'OVERDUE' : 'BEFORE_DUE';
    return [
      ...(last ? [{ id: one.id, partyId: one.partyId, kind, sentOn: last }] : []),
      ...(escalateOn <= today ? [{ id: one.id, partyId: one.partyId, kind: 'ESCALATED', sentOn: escalateOn }] : []),
    ];
  });
  const [{ sent }]: [{ sent: number }] = await tx.query(
    `with sent as (
       insert into reminder (delivery_id, party_id, kind, sent_on)
       select n.id, n."partyId", n.kind, n."sentOn"
       from jsonb_to_recordset($1) as n (id uuid, "partyId" uuid, kind text, "sentOn" date)
       on conflict do nothing
       returning 1
     )
     select count(*)::int as sent from sent`,
    [JSON.stringify(reminders)],
  );
  return sent;
}
