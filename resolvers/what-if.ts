import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { DistanceToLimits } from '../schema/distance-to-limits';
import { Quarter } from '../schema/scalars';
import { WhatIf } from '../schema/what-if';
import { WhatIfInput } from '../schema/what-if-input';
import { distanceToLimits } from '../src/answers/distance-to-limits';
import { whatIf } from '../src/answers/what-if';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const inputSays = described('veronderstelling', 'Which figures of which quarter are supposed to be others.');
const providerSays = described('aanbieder', 'Its id, such as "Provider:<uuid>".');
const quarterSays = described(
  'kwartaal',
  'The quarter of the figures, such as "2026Q3": one of Provider.quarters. Without it: the latest of those.',
);

@Resolver()
export class WhatIfDesk {
  @Query(() => WhatIf, {
    nullable: true,
    description: described(
      'wat als',
      'Where a provider would stand with other figures (covenant ch. 3); null when none of its figures of that quarter is there for you.',
    ),
  })
  async whatIf(
    @Arg('input', () => WhatIfInput, { description: inputSays, validateFn: refuseProblems }) input: WhatIfInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('WhatIf', await whatIf(ctx, input), info);
  }

  @Query(() => DistanceToLimits, {
    nullable: true,
    description: described(
      'afstand tot de grenzen',
      'How far a provider is from every limit of the ladder (covenant ch. 3); null when none of its figures of that quarter is there for you.',
    ),
  })
  async distanceToLimits(
    @Arg('providerId', () => ID, { description: providerSays }) providerId: string,
    @Arg('quarter', () => Quarter, { nullable: true, description: quarterSays }) quarter: string | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('DistanceToLimits', await distanceToLimits(ctx, providerId, quarter), info);
  }
}
