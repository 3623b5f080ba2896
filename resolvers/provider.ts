import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { Provider, Providers } from '../schema/provider';
import type { Context, Selection } from '../src/context';

const idSays = described('kenmerk', 'Its id, such as "Provider:<uuid>".');

@Resolver()
export class ProviderDesk {
  @Query(() => Provider, {
    nullable: true,
    description: described('aanbieder', 'One provider; null when it is not there for you.'),
  })
  provider(@Arg('id', () => ID, { description: idSays }) id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Provider', { id }, info);
  }

  @ListQuery(() => Providers, 'aanbieders', 'Providers of youth care and certified institutions.')
  providers(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Provider', info);
  }
}
