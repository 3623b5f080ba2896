import type { Context } from '../context';
import { definitionsIn } from '../delivery/definitions';
import { dutchDay } from '../domain/dutch-day';
import { formFor } from '../domain/intake/form-for';
import { frequencyOf } from '../domain/intake/frequency';
import { taskName } from '../domain/intake/task-name';
import { byUrgency, type Task, taskOf } from '../domain/intake/tasks';
import type { UitvraagDefinition } from '../domain/uitvraag/definition';
import type { DeliveryStatus, PartyKind } from '../domain/vocabulary';

interface Asked {
  readonly id: string;
  readonly kind: PartyKind;
  readonly uitvraagKey: string;
  readonly uitvraagVersion: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly version: number;
  readonly status: DeliveryStatus;
  readonly dueOn: string;
  readonly filled: number;
  readonly delivered: number;
}

/** How long what was submitted stays among the tasks, in days. */
const STAYS_DAYS = 100;
const SOON_DAYS = 14;

/** What the viewer's party has to deliver: what is open first, the least time left first. Of others nobody has tasks here. */
export async function tasks(ctx: Context) {
  const today = dutchDay(ctx.now);
  const { asked, definitions } = await ctx.transaction(async (tx) => ({
    asked: (await tx.query(ASKED, [ctx.viewer.partyId, today, STAYS_DAYS])) as Asked[],
    definitions: await definitionsIn(tx),
  }));
  const all = asked
    .map((one) => ({ one, task: factsOf(one, definitions, today) }))
    .sort((a, b) => byUrgency(a.task, b.task))
    .map(({ one, task: { nl, en, name, ...task } }) => ({ deliveryId: one.id, ...task, name, says: { nl, en } }));
  const open = all.filter(({ isOpen }) => isOpen);
  return {
    open: open.length,
    dueSoon: open.filter(({ isDue, daysLeft }) => isDue && daysLeft <= SOON_DAYS).length,
    tasks: all,
  };
}

/**
 * The latest version of each, and what was given back until its correction is submitted; what a party filled in counts the fields
 * that hold something.
 */
const ASKED = `
  select d.id, d.version, p.kind, d.uitvraag_key as "uitvraagKey",
    d.uitvraag_version as "uitvraagVersion", d.period_start::text as "periodStart", d.period_end::text as "periodEnd", d.status,
    d.due_on::text as "dueOn",
    (select count(*)::int from draft_value v where v.delivery_id = d.id and v.value is not null and v."row" = 0) as filled,
    (select count(*)::int from delivered_value v where v.delivery_id = d.id and v."row" = 0) as delivered
  from delivery d join party p on p.id = d.party_id
  where d.party_id = $1 and (d.submitted_at is null or d.status = 'RETURNED' or d.submitted_at > $2::date - $3::int)
    and not exists (
      select from delivery n
      where n.party_id = d.party_id and n.uitvraag_key = d.uitvraag_key and n.period_start = d.period_start
        and n.period_end = d.period_end and n.version > d.version and (n.submitted_at is not null or d.status <> 'RETURNED')
    )
  order by d.uitvraag_key, d.period_start, d.period_end, d.version desc`;

function factsOf(
  { kind, uitvraagKey, uitvraagVersion, periodStart, periodEnd, filled, delivered, ...one }: Asked,
  definitions: readonly UitvraagDefinition[],
  today: string,
): Task & { readonly name: ReturnType<typeof taskName>; readonly asked: number; readonly filled: number } {
  const definition = definitions.find(({ key, version }) => key === uitvraagKey && version === uitvraagVersion);
  const frequency = frequencyOf(periodStart, periodEnd);
  const form = formFor(definition as UitvraagDefinition, { kind, frequency, periodStart, periodEnd });
  const single = form.sections.filter(({ kind: of }) => of === 'ITEMS');
  const asked = single.reduce((sum, { fields }) => sum + fields.length, 0);
  const name = taskName(definition?.name ?? uitvraagKey, periodStart, periodEnd);
  const counts = { asked, filled: Math.max(filled, delivered) };
  const { status, dueOn, version } = one;
  return { ...taskOf({ name, status, dueOn, today, isCorrection: version > 1, ...counts }), name, ...counts };
}
