import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Declarations } from '../schema/declaration';
import type { Context, Selection } from '../src/context';

@Resolver()
export class DeclarationDesk {
  @ListQuery(
    () => Declarations,
    'declaraties',
    'Declared production: amounts and volumes, never a person (Bijlage 4, providers 3).',
  )
  declarations(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Declaration', info);
  }
}
