import { Ctx, Info, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { Deliveries } from '../schema/delivery';
import type { Context, Selection } from '../src/context';

@Resolver()
export class DeliveryDesk {
  @ListQuery(() => Deliveries, 'aanleveringen', 'What was asked of parties and what they delivered (covenant 3.1.2).')
  deliveries(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Delivery', info);
  }
}
