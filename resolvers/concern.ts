import { Ctx, Info, Resolver } from 'type-graphql';
import { Concerns } from '../schema/concern';
import { ListQuery } from '../schema/connection';
import type { Context, Selection } from '../src/context';

@Resolver()
export class ConcernDesk {
  @ListQuery(() => Concerns, 'concerns', 'Holdings to which providers belong.')
  concerns(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Concern', info);
  }
}
