import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Contracts } from '../schema/contract';
import type { Context } from '../src/context';

@Resolver()
export class ContractDesk {
  @ListQuery(() => Contracts, 'contracten', 'Contracts, as either side reported them (Bijlage 4).')
  contracts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return ctx.page('Contract', info);
  }
}
