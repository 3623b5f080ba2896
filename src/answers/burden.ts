import type { Context } from '../context';
import { type BurdenCounts, sayBurden, TIME_CLASSES, type TimeClass } from '../domain/intake/burden';
import { taskName } from '../domain/intake/task-name';
import type { Statement } from '../reading/statement';

interface Counted extends BurdenCounts {
  readonly uitvraagKey: string;
  readonly uitvraag: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly times: readonly { readonly timeTaken: TimeClass; readonly deliveries: number }[];
}

/**
 * What each uitvraag cost to answer, per period: of the deliveries that the viewer may see, so the JA of everybody, and a party
 * of its own. First versions alone: a correction begins with everything that was delivered.
 */
export async function burden(ctx: Context) {
  const all = await ctx.rows<Counted>(counted);
  const uitvragen = all.map(({ uitvraag, ...one }) => {
    const name = taskName(uitvraag, one.periodStart, one.periodEnd);
    return { ...one, name, says: sayBurden(name, one) };
  });
  return { uitvragen };
}

const counted = (sql: Statement) => `
  with submitted as (
    select d.*, u.name from delivery d join uitvraag u on (u.key, u.version) = (d.uitvraag_key, d.uitvraag_version)
    where d.asked is not null and d.version = 1${sql.andScope('delivery', 'd')}
  )
  select s.uitvraag_key as "uitvraagKey", s.period_start::text as "periodStart", s.period_end::text as "periodEnd",
    max(s.name) as uitvraag, count(*)::int as deliveries, sum(s.asked)::int as asked, sum(s.prefilled)::int as prefilled,
    sum(s.reused)::int as reused,
    (select coalesce(jsonb_agg(jsonb_build_object('timeTaken', t.minutes, 'deliveries', t.count)
       order by array_position('{${Object.keys(TIME_CLASSES).join()}}', t.minutes)), '[]')
     from (
       select o.minutes, count(*) from submitted o
       where o.minutes is not null and (o.uitvraag_key, o.period_start, o.period_end) = (s.uitvraag_key, s.period_start, s.period_end)
       group by o.minutes
     ) t) as times
  from submitted s
  group by s.uitvraag_key, s.period_start, s.period_end
  order by s.period_end desc, s.period_start desc, s.uitvraag_key`;
