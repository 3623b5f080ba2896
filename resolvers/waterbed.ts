import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { CareFormInRegion } from '../schema/care-form-in-region';
import { described } from '../schema/described';
import { ImpactIfStops } from '../schema/impact-if-stops';
import { Quarter } from '../schema/scalars';
import { careFormInRegion } from '../src/answers/care-form-in-region';
import { impactIfStops } from '../src/answers/impact-if-stops';
import type { Context, Selection } from '../src/context';

const formSays = described(
  'zorgvorm',
  'CBS code without spaces, such as "JH1221"; the forms beneath it are counted in.',
);
const regionSays = described('jeugdregio', 'CBS code, such as "JZ01".');
const providerSays = described('aanbieder', 'Its id, such as "Provider:<uuid>".');
const quarterSays = described(
  'kwartaal',
  'The last of the four quarters to look at, such as "2026Q3". Without it: the latest that was assessed. The answer is null when the archive does not hold the declarations of those four quarters.',
);

@Resolver()
export class WaterbedDesk {
  @Query(() => CareFormInRegion, {
    nullable: true,
    description: described(
      'zorgvorm in een regio',
      'Who gives a form of care in a region, and how dependent it is on one; null when nothing is known there.',
    ),
  })
  async careFormInRegion(
    @Arg('careFormCode', () => String, { description: formSays }) careFormCode: string,
    @Arg('regionCode', () => String, { description: regionSays }) regionCode: string,
    @Arg('quarter', () => Quarter, { nullable: true, description: quarterSays }) quarter: string | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('CareFormInRegion', await careFormInRegion(ctx, careFormCode, regionCode, quarter), info);
  }

  @Query(() => ImpactIfStops, {
    nullable: true,
    description: described(
      'gevolgen als een aanbieder stopt',
      'What moves, and who could take over, when a provider stops; null when there is no such provider.',
    ),
  })
  async impactIfStops(
    @Arg('providerId', () => ID, { description: providerSays }) providerId: string,
    @Arg('quarter', () => Quarter, { nullable: true, description: quarterSays }) quarter: string | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('ImpactIfStops', await impactIfStops(ctx, providerId, quarter), info);
  }
}
