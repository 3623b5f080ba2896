import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Contracts } from '../schema/contract';
import type { Context, Selection } from '../src/context';

@Resolver()
export class ContractDesk {
  @ListQuery(() => Contracts, 'contracten', 'Contracts, as either side reported them (Bijlage 4).')
  contracts(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Contract', info);
  }
}
