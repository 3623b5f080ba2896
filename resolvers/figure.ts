import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Figures } from '../schema/figure';
import type { Context, Selection } from '../src/context';

@Resolver()
export class FigureDesk {
  @ListQuery(() => Figures, 'cijfers', 'Figures as they were delivered (Bijlage 4; Regeling Jeugdwet 8g).')
  figures(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Figure', info);
  }
}
