import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Findings } from '../schema/finding';
import type { Context, Selection } from '../src/context';

@Resolver()
export class FindingDesk {
  @ListQuery(() => Findings, 'bevindingen', 'Figures that were delivered and cannot be right, or hardly.')
  findings(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Finding', info);
  }
}
