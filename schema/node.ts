import { Field, ID, InterfaceType } from 'type-graphql';
import { described } from './described';

/** "Provider:<uuid>" belongs to Provider: an id says of itself of what type it is. */
export const typeOf = (id: string) => id.slice(0, Math.max(0, id.indexOf(':')));

/** Everything that can be fetched again by one identity (Relay). */
@InterfaceType('Node', {
  description: described(
    'object met een kenmerk',
    'Anything that can be fetched again by its identity alone, with Query.node.',
  ),
  resolveType: (value: { id: string }) => typeOf(value.id),
})
export abstract class Node {
  @Field(() => ID, {
    description: described(
      'kenmerk',
      'Identity in the whole API: the type, a colon and a key, such as "Provider:<uuid>" or "Municipality:GM0014".',
    ),
  })
  id: string;
}
