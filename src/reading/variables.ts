/**
 * What of the variables decides the SQL. A plan is kept per outline: values of filters and ids stay parameters, but page
 * sizes, orders and @include flags are written into the statement, and an absent filter leaves no trace in it.
 */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

const INLINED = new Set(['Int', 'Boolean']);

function outlineOf(value: unknown, type: GraphQLInputType): string {
  if (value === undefined) return '-';
  if (value === null) return '0';
  if (isNonNullType(type)) return outlineOf(value, type.ofType);
  if (isListType(type)) return '*';
  if (isInputObjectType(type)) return presence(value);
  return isEnumType(type) || INLINED.has(type.name) ? JSON.stringify(value) : '*';
}

/** Which members of an input object are there: its values are all parameters. */
function presence(value: unknown): string {
  if (value === null || value === undefined) return '0';
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof Date) return '*';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .map(([name, member]) => `${name}${presence(member)}`)
    .sort()
    .join()}}`;
}

const typesOf = new WeakMap<OperationDefinitionNode, readonly (readonly [name: string, type: GraphQLInputType])[]>();

/** The outline of the variables of one request. */
export function outlineOfVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  let types = typesOf.get(operation);
  if (!types) {
    types = (operation.variableDefinitions ?? []).map(
      ({ variable, type }) => [variable.name.value, typeFromAST(schema, type as never) as GraphQLInputType] as const,
    );
    typesOf.set(operation, types);
  }
  return types
    .map(([name, type]) => outlineOf(Object.hasOwn(variables, name) ? variables[name] : undefined, type))
    .join(';');
}
