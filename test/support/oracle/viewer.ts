import type { GraphQLFieldResolver } from 'graphql';
import { columnOf, TABLE } from '../../../src/policy/table';
import type { Sight } from './sight';
import type { Row } from './world';

type Resolver = GraphQLFieldResolver<Row, Sight>;

/** Who is asking, and what of the table is for them. */
export const viewerFields: Readonly<Record<string, Resolver>> = {
  kind: (_row, _args, { viewer }) => viewer.kind,
  functions: (_row, _args, { viewer }) => viewer.functions,
  isSignedIn: (_row, _args, { viewer }) => viewer.kind !== 'ANONYMOUS',
  assurance: (_row, _args, { viewer }) => viewer.assurance,
  party: (_row, _args, see) => see.find('Party', 'id', see.viewer.partyId),
  capabilities: (_row, _args, { viewer }) =>
    Object.entries(TABLE)
      .map(([information, { says, basis, cells }]) => ({ information, says, basis, scopes: cells[columnOf(viewer)] }))
      .filter(({ scopes }) => scopes.every((scope) => scope !== 'none')),
};
