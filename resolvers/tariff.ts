import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Tariffs } from '../schema/tariff';
import type { Context, Selection } from '../src/context';

@Resolver()
export class TariffDesk {
  @ListQuery(() => Tariffs, 'tarieven', 'Prices that clients pay providers (Bijlage 4, municipalities 5).')
  tariffs(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Tariff', info);
  }
}
