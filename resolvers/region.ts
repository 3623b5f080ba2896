import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { always } from '../schema/leaves';
import { Region, Regions } from '../schema/region';
import type { Context, Selection } from '../src/context';

const codeSays = described('regiocode', 'CBS code, such as "JZ01".');

@Resolver()
export class RegionDesk {
  @Query(() => Region, {
    nullable: true,
    description: described('jeugdregio', 'One youth-care region; null when the code is unknown.'),
  })
  region(@Arg('code', () => ID, { description: codeSays }) code: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Region', { code }, info);
  }

  @ListQuery(() => Regions, "jeugdregio's", 'The youth-care regions.', always)
  regions(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Region', info);
  }
}
