/** The lists of the root, read from the language itself: a list that is added is tested without being named anywhere. */
import { type GraphQLField, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';

const lists = (schema: GraphQLSchema): GraphQLField<unknown, unknown>[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );

/** Whether the rows of a list can be filtered by a field. */
function filtersBy(list: GraphQLField<unknown, unknown>, condition: string): boolean {
  const filter = list.args.find(({ name }) => name === 'filter');
  const type = filter && getNamedType(filter.type);
  return isInputObjectType(type) && condition in type.getFields();
}

/** Every list of things that have an identity. */
export const listsOfNodes = (schema: GraphQLSchema): string[] =>
  lists(schema)
    .filter(({ type }) => {
      const node = schema.getType(getNamedType(type).name.replace(/Connection$/, ''));
      return node && 'getFields' in node && 'id' in node.getFields();
    })
    .map(({ name }) => name);

/** Every list whose rows can be asked of one provider. */
export const listsOfOneProvider = (schema: GraphQLSchema): string[] => {
  const nodes = listsOfNodes(schema);
  return lists(schema)
    .filter((list) => filtersBy(list, 'providerId'))
    .map(({ name }) => name)
    .filter((name) => nodes.includes(name));
};
