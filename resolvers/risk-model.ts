import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { RiskModel } from '../schema/risk-model';
import type { Context, Selection } from '../src/context';

@Resolver()
export class RiskModelDesk {
  @Query(() => RiskModel, {
    description: described('risicomodel', 'The rules by which providers are assessed now (covenant ch. 3).'),
  })
  riskModel(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('RiskModel', {}, info);
  }
}
