import { In } from 'typeorm';
import { Delivery, Party } from '../../entities';
import type { Context } from '../context';
import { amountsIn } from '../delivery/amounts';
import { definitionsIn } from '../delivery/definitions';
import { dutchDay } from '../domain/dutch-day';
import { formFor } from '../domain/intake/form-for';
import { frequencyOf } from '../domain/intake/frequency';
import { taskName } from '../domain/intake/task-name';
import { byUrgency, taskOf } from '../domain/intake/tasks';
import type { UitvraagDefinition } from '../domain/uitvraag/definition';

/** How long what was submitted stays among the tasks, in days. */
const STAYS_DAYS = 100;
const SOON_DAYS = 14;

/** What the viewer's party has to deliver: what is open first, the least time left first. Of others nobody has tasks here. */
export async function tasks(ctx: Context) {
  const today = dutchDay(ctx.now);
  const all = (await askedOf(ctx, today))
    .map(({ delivery, name, ...amounts }) => {
      const { status, dueOn } = delivery;
      const { nl, en, ...task } = taskOf({ name, status, dueOn, today, ...amounts });
      const { asked, filled } = amounts;
      return { ...task, deliveryId: delivery.id, name, asked, filled, says: { nl, en } };
    })
    .sort(byUrgency);
  const open = all.filter(({ isOpen }) => isOpen);
  return { open: open.length, dueSoon: open.filter(({ daysLeft }) => daysLeft <= SOON_DAYS).length, tasks: all };
}

/** Every delivery that is a task, with its name and how much of it is there. */
const askedOf = (ctx: Context, today: string) =>
  ctx.transaction(async (tx) => {
    const { partyId } = ctx.viewer;
    const latest: { id: string }[] = await tx.query(LATEST, [partyId, today, STAYS_DAYS]);
    if (partyId === null || latest.length === 0) return [];
    const found = await tx.findBy(Delivery, { id: In(latest.map(({ id }) => id)) });
    const [party, definitions] = [await tx.findOneByOrFail(Party, { id: partyId }), await definitionsIn(tx)];
    const fillings = latest.map(({ id }) => {
      const delivery = found.find((one) => one.id === id) as Delivery;
      const { uitvraagKey, uitvraagVersion, periodStart, periodEnd } = delivery;
      const definition = definitions.find(
        ({ key, version }) => key === uitvraagKey && version === uitvraagVersion,
      ) as UitvraagDefinition;
      const frequency = frequencyOf(periodStart, periodEnd);
      const form = formFor(definition, { kind: party.kind, frequency, periodStart, periodEnd });
      return { delivery, party, form, name: taskName(definition.name, periodStart, periodEnd) };
    });
    const amounts = await amountsIn(tx, fillings);
    return fillings.map(({ delivery, name }, at) => ({ delivery, name, ...(amounts[at] as (typeof amounts)[0]) }));
  });

/** The latest version of each. Days are those of the Netherlands. */
const LATEST = `
  select distinct on (uitvraag_key, period_start, period_end) id
  from delivery
  where party_id = $1 and (submitted_at is null or (submitted_at at time zone 'Europe/Amsterdam')::date > $2::date - $3::int)
  order by uitvraag_key, period_start, period_end, version desc`;
