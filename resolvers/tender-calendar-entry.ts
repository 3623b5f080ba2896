import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { TenderCalendar } from '../schema/tender-calendar-entry';
import type { Context, Selection } from '../src/context';

@Resolver()
export class TenderCalendarDesk {
  @ListQuery(() => TenderCalendar, 'aanbestedingskalender', 'Tenders to come (Bijlage 4, municipalities 3).')
  tenderCalendar(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('TenderCalendarEntry', info);
  }
}
