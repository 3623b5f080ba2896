import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Indicators } from '../schema/indicator';
import type { Context, Selection } from '../src/context';

@Resolver()
export class IndicatorDesk {
  @ListQuery(() => Indicators, 'indicatoren', 'Risk indicators of providers (Bijlage 4; Regeling Jeugdwet 8g).')
  indicators(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Indicator', info);
  }
}
