import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { Viewer } from '../schema/viewer';
import type { Context, Selection } from '../src/context';

@Resolver()
export class ViewerDesk {
  @Query(() => Viewer, { description: described('gebruiker', 'Who is asking, and what that viewer may see.') })
  viewer(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Viewer', {}, info);
  }
}
