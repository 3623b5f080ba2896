import { Ctx, Info, Resolver } from 'type-graphql';
import { Assessments } from '../schema/assessment';
import { ListQuery } from '../schema/connection';
import type { Context, Selection } from '../src/context';

@Resolver()
export class AssessmentDesk {
  @ListQuery(() => Assessments, 'beoordelingen', 'Computed assessments of providers (covenant ch. 3).')
  assessments(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Assessment', info);
  }
}
