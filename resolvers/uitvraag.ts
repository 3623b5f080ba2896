import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { always } from '../schema/leaves';
import { Uitvragen } from '../schema/uitvraag';
import type { Context, Selection } from '../src/context';

@Resolver()
export class UitvraagDesk {
  @ListQuery(
    () => Uitvragen,
    'uitvragen',
    'What is asked of parties: versioned definitions (Bijlage 4; Regeling Jeugdwet 8g).',
    always,
  )
  uitvragen(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Uitvraag', info);
  }
}
