import { Args, ArgsType, type ClassType, Field, Int, ObjectType, Query } from 'type-graphql';
import { described } from './described';

/** A page of a list as a client receives it (Relay cursor connections). */
export interface Page<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

@ObjectType({
  simpleResolvers: true,
  description: described('plaats in de lijst', 'Where a page lies in its list, and whether there is more (Relay).'),
})
export class PageInfo {
  @Field(() => Boolean, {
    description: described('er is een volgende pagina', 'Whether there are rows after this page.'),
  })
  hasNextPage: boolean;
  @Field(() => Boolean, {
    description: described('er is een vorige pagina', 'Whether there are rows before this page.'),
  })
  hasPreviousPage: boolean;
  @Field(() => String, {
    nullable: true,
    description: described('eerste cursor', 'Cursor of the first row of this page; null when the page is empty.'),
  })
  startCursor: string | null;
  @Field(() => String, {
    nullable: true,
    description: described('laatste cursor', 'Cursor of the last row of this page; null when the page is empty.'),
  })
  endCursor: string | null;
}

interface List {
  /** The type of a row, and what several of them are called. */
  readonly node: string;
  readonly nl: string;
  readonly type: () => ClassType;
  readonly filter: () => ClassType;
  /** The orders of the list; the first is the default, unless the planner knows a better one for the place. */
  readonly orderBy: Readonly<Record<string, string>>;
}

/** The types that a list of one node type needs, made once: connection, edge and arguments. */
export interface Listing {
  readonly Connection: ClassType;
  readonly Edge: ClassType;
  readonly Arguments: ClassType;
}

const MOST = 'From 1 to 100. Without first and last: the first 20.';

/**
 * Makes the connection, edge and argument types of a node type. Call it once per node type, at the end of its file: the
 * classes must exist before the schema is built.
 */
export function listing({ node, nl, type, filter, orderBy }: List): Listing {
  @ObjectType(`${node}Edge`, {
    simpleResolvers: true,
    description: described(`regel in de lijst van ${nl}`, `One row of a list of ${node}, with its place.`),
  })
  class Edge {
    @Field(() => String, {
      description: described(
        'cursor',
        'Place of this row in the list, for after and before. Opaque, and bound to this list and order.',
      ),
    })
    cursor: string;
    @Field(() => type(), { description: described('regel', `The ${node} itself.`) })
    node: unknown;
  }

  @ObjectType(`${node}Connection`, {
    simpleResolvers: true,
    description: described(
      `lijst van ${nl}`,
      `A page of a list of ${node}: only what you may see, also in the counts.`,
    ),
  })
  class Connection {
    @Field(() => [type()], {
      description: described('regels', `The ${node} objects of this page, without their cursors.`),
    })
    nodes: unknown;
    @Field(() => [Edge], {
      description: described('regels met hun plaats', `The ${node} objects of this page, each with its cursor.`),
    })
    edges: Edge[];
    @Field(() => PageInfo, {
      description: described('plaats in de lijst', 'Whether there is more before and after this page.'),
    })
    pageInfo: PageInfo;
    @Field(() => Int, {
      description: described(
        'totaal aantal',
        'How many rows the whole list has for you, with this filter. Counted only when asked.',
      ),
    })
    totalCount: number;
  }

  @ArgsType()
  class Arguments {
    @Field(() => Int, {
      nullable: true,
      description: described('eerste', `How many rows from the start, or after the cursor. ${MOST}`),
    })
    first?: number | null;
    @Field(() => String, { nullable: true, description: described('na', 'Only rows after this cursor.') })
    after?: string | null;
    @Field(() => Int, {
      nullable: true,
      description: described('laatste', `How many rows from the end, or before the cursor. ${MOST}`),
    })
    last?: number | null;
    @Field(() => String, { nullable: true, description: described('voor', 'Only rows before this cursor.') })
    before?: string | null;
    @Field(() => filter(), {
      nullable: true,
      description: described('filter', 'Only rows for which every condition given holds.'),
    })
    filter?: object | null;
    @Field(() => orderBy, {
      nullable: true,
      description: described(
        'volgorde',
        `In which order. Without it: ${Object.values(orderBy)[0]}, or what the list says. Ties are broken by identity.`,
      ),
    })
    orderBy?: string | null;
  }

  return { Connection, Edge, Arguments };
}

interface Nullable {
  readonly nullable: boolean;
}

/** A list that an object leads to. The planner reads its arguments from the query; no method ever receives them. */
export function Connected(
  list: () => Listing,
  nl: string,
  says: string,
  { nullable }: Nullable = { nullable: true },
): PropertyDecorator {
  return (prototype, property) => {
    Field(() => list().Connection, { nullable, description: described(nl, says) })(prototype, property);
    Args(() => list().Arguments)(prototype, property, 0);
  };
}

/** Where the arguments of a root list stand, after the context and the selection: its method has no need of them. */
const AFTER_CONTEXT_AND_SELECTION = 2;

/** A list at the root of the language, with the same arguments. */
export function ListQuery(
  list: () => Listing,
  nl: string,
  says: string,
  { nullable }: Nullable = { nullable: true },
): MethodDecorator {
  return (prototype, property, descriptor) => {
    Args(() => list().Arguments)(prototype, property, AFTER_CONTEXT_AND_SELECTION);
    Query(() => list().Connection, { nullable, description: described(nl, says) })(prototype, property, descriptor);
  };
}
