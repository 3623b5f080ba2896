import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { described } from '../schema/described';
import { Node } from '../schema/node';
import type { Context, Selection } from '../src/context';

const idSays = described('kenmerk', 'The id of the object, as any answer gave it.');
const idsSays = described('kenmerken', 'The ids of the objects, at most 100.');

@Resolver()
export class NodeDesk {
  @Query(() => Node, {
    nullable: true,
    description: described('object', 'One object of any type by its id; null when it is not there for you.'),
  })
  node(@Arg('id', () => ID, { description: idSays }) id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.node(id, info);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: described(
      'objecten',
      'Objects of any type by their ids, in the same order; null for each that is not there for you. What is no id at all refuses the list.',
    ),
  })
  nodes(@Arg('ids', () => [ID], { description: idsSays }) ids: string[], @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.nodes(ids, info);
  }
}
