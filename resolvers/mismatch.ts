import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Mismatches } from '../schema/mismatch';
import type { Context, Selection } from '../src/context';

@Resolver()
export class MismatchDesk {
  @ListQuery(
    () => Mismatches,
    'mismatches',
    'Sources that should agree and do not, such as budget and realisation (Bijlage 4).',
  )
  mismatches(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Mismatch', info);
  }
}
