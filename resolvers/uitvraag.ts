import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { always } from '../schema/leaves';
import { LocalDate } from '../schema/scalars';
import { Uitvragen } from '../schema/uitvraag';
import { WhatUitvragenAllow } from '../schema/what-uitvragen-allow';
import { whatUitvragenAllow } from '../src/answers/what-uitvragen-allow';
import type { Context, Selection } from '../src/context';

const daySays = described('dag', 'The day on which the definitions have to hold. Without it: today.');
const withoutSays = described(
  'zonder',
  'Items to leave out, as a pilot might: the key of the uitvraag and the code of the item, "regeling-jeugdwet-8g b9".',
);

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

  @Query(() => WhatUitvragenAllow, {
    nullable: true,
    description: described(
      'wat uitvragen toelaten',
      'Which criteria, ratios and indicators can be judged from what is asked of providers, and what would be lost without some items.',
    ),
  })
  async whatUitvragenAllow(
    @Arg('day', () => LocalDate, { nullable: true, description: daySays }) day: string | null,
    @Arg('without', () => [String], { nullable: true, description: withoutSays }) without: string[] | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('WhatUitvragenAllow', await whatUitvragenAllow(ctx, day ?? null, without ?? []), info);
  }
}
