import { createEvents, type EventAttributes } from 'ics';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../delivery/sha256';
import { taskName } from '../domain/intake/task-name';
import { addDays } from '../domain/period';

const IS_TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** The calendar behind a secret address (RFC 5545): the last day of what is not submitted. A correction has none. Null when there is no such address. */
export async function calendarOf(tx: EntityManager, token: string): Promise<string | null> {
  if (!IS_TOKEN.test(token)) return null;
  const [feed]: { partyId: string }[] = await tx.query(
    `select f.party_id as "partyId" from calendar_feed f
     join account a on a.subject = f.opened_by and a.party_id = f.party_id and a.is_active
     where f.token_hash = $1 and (a.closed_at is null or a.closed_at < f.opened_at)`,
    [sha256(token)],
  );
  if (!feed) return null;
  const due: { id: string; name: string; periodStart: string; periodEnd: string; dueOn: string }[] = await tx.query(
    `select d.id, u.name, d.period_start::text as "periodStart", d.period_end::text as "periodEnd", d.due_on::text as "dueOn"
     from delivery d join uitvraag u on u.key = d.uitvraag_key and u.version = d.uitvraag_version
     where d.party_id = $1 and d.submitted_at is null and d.version = 1 order by d.due_on, d.id`,
    [feed.partyId],
  );
  const events = due.map(({ id, name, periodStart, periodEnd, dueOn }): EventAttributes => {
    const title = `Uiterlijk vandaag: ${taskName(name, periodStart, periodEnd).nl}`;
    return {
      ...{ uid: `${id}@ews`, title },
      ...{ start: dateOf(dueOn), end: dateOf(addDays(dueOn, 1)) },
      // In hours: "-P7DT", which it makes of days, is no duration of RFC 5545.
      alarms: [{ action: 'display', description: title, trigger: { before: true, hours: 7 * 24 } }],
    };
  });
  const { value, error } = createEvents(events, { productId: 'ews//deliveries', calName: 'Aanleveringen EWS Jeugd' });
  if (error || value === undefined) throw error ?? new Error('No calendar was made.');
  return value;
}

const dateOf = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number];
