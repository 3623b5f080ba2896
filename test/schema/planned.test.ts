import { type GraphQLEnumType, type GraphQLInputObjectType, type GraphQLNamedType, isObjectType } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import { objectTypesOf } from '../../src/policy/fields';
import { SHAPES } from '../../src/reading/shapes';

const schema = buildApiSchema();
/** The planner writes pages and roots itself; every other type has a shape. */
const WRITTEN = /^(Query|Mutation|PageInfo|\w+Connection|\w+Edge)$/;
const shaped = objectTypesOf(schema).filter(({ name }) => !WRITTEN.test(name));
const fieldsOf = (type: GraphQLNamedType | undefined) =>
  Object.keys((type as GraphQLInputObjectType | undefined)?.getFields() ?? {});
const valuesOf = (type: GraphQLNamedType | undefined) =>
  (type as GraphQLEnumType | undefined)?.getValues().map(({ name }) => name) ?? [];

describe.each(shaped)('the language and the planner agree on $name', (type) => {
  const shape = SHAPES[type.name];

  it('about where every field comes from', () => {
    const missing = Object.keys(type.getFields()).filter((field) => !Object.hasOwn(shape?.fields ?? {}, field));
    expect(missing).toEqual([]);
  });

  it('about the filters', () => {
    expect(Object.keys(shape?.filters ?? {}).sort()).toEqual(fieldsOf(schema.getType(`${type.name}Filter`)).sort());
  });

  it('about the orders, of which the first is the default', () => {
    expect(Object.keys(shape?.sorts ?? {})).toEqual(valuesOf(schema.getType(`${type.name}Sort`)));
  });
});

describe('a connection', () => {
  it('has the same arguments at the root and inside another object', () => {
    const root = schema
      .getQueryType()
      ?.getFields()
      .contracts?.args.map(({ name }) => name);
    const provider = schema.getType('Provider');
    const nested = isObjectType(provider) && provider.getFields().contracts?.args.map(({ name }) => name);
    expect(nested).toEqual(root);
    expect(root).toEqual(['first', 'after', 'last', 'before', 'filter', 'orderBy']);
  });

  it('costs no resolver inside another object', () => {
    const nested = objectTypesOf(schema).filter(({ name }) => !['Query', 'Mutation'].includes(name));
    const resolved = nested.flatMap((type) => Object.values(type.getFields()).filter(({ resolve }) => resolve));
    expect(resolved.map(({ name }) => name)).toEqual([]);
  });
});
