import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { PersonnelReports } from '../schema/personnel-report';
import type { Context, Selection } from '../src/context';

@Resolver()
export class PersonnelReportDesk {
  @ListQuery(() => PersonnelReports, 'personeel', 'Personnel of providers per half-year (Bijlage 4, providers 5).')
  personnel(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('PersonnelReport', info);
  }
}
