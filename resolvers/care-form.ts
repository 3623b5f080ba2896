import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { CareForm, CareForms } from '../schema/care-form';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { always } from '../schema/leaves';
import type { Context, Selection } from '../src/context';

const codeSays = described('code', 'CBS code without spaces, such as "JH1221".');

@Resolver()
export class CareFormDesk {
  @Query(() => CareForm, {
    nullable: true,
    description: described('zorgvorm', 'One form of care; null when the code is unknown.'),
  })
  careForm(
    @Arg('code', () => ID, { description: codeSays }) code: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('CareForm', { code }, info);
  }

  @ListQuery(() => CareForms, 'zorgvormen', 'The forms of youth care, as a tree.', always)
  careForms(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('CareForm', info);
  }
}
