import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { RiskModel } from '../schema/risk-model';
import type { Context, Selection } from '../src/context';
import { PRESENT } from '../src/domain/models';

const versionSays = described(
  'versie',
  'Which model, such as Assessment.modelVersion names it. Without it: the one that is in use.',
);

@Resolver()
export class RiskModelDesk {
  @Query(() => RiskModel, {
    nullable: true,
    description: described(
      'risicomodel',
      'The rules by which providers are assessed (covenant ch. 3); null when there is no model of that version.',
    ),
  })
  riskModel(
    @Arg('version', () => String, { nullable: true, description: versionSays }) version: string | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('RiskModel', { version: version ?? PRESENT.version }, info);
  }

  @Query(() => [RiskModel], {
    description: described('risicomodellen', 'Every model by which assessments can be made, the one in use first.'),
  })
  riskModels(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.all('RiskModel', info);
  }
}
