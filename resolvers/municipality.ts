import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { always } from '../schema/leaves';
import { Municipalities, Municipality } from '../schema/municipality';
import type { Context, Selection } from '../src/context';

const codeSays = described('gemeentecode', 'CBS code, such as "GM0014".');

@Resolver()
export class MunicipalityDesk {
  @Query(() => Municipality, {
    nullable: true,
    description: described('gemeente', 'One municipality; null when the code is unknown.'),
  })
  municipality(
    @Arg('code', () => ID, { description: codeSays }) code: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Municipality', { code }, info);
  }

  @ListQuery(() => Municipalities, 'gemeenten', 'The municipalities.', always)
  municipalities(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Municipality', info);
  }
}
