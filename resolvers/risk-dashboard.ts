import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { RiskDashboard } from '../schema/risk-dashboard';
import { Quarter } from '../schema/scalars';
import type { Context, Selection } from '../src/context';

const quarterSays = described(
  'kwartaal',
  'Which quarter to show, such as "2026Q3". Without it: the latest that was assessed.',
);

@Resolver()
export class RiskDashboardDesk {
  @Query(() => RiskDashboard, {
    nullable: true,
    description: described('risicodashboard', 'The overview of the JA (covenant 3.1.1). Only for the JA.'),
  })
  riskDashboard(
    @Arg('quarter', () => Quarter, { nullable: true, description: quarterSays }) quarter: string | null,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('RiskDashboard', { quarter }, info);
  }
}
