/** The table of fields and the schema know each other whole: what only one of them knows is named. */
import { buildSchema, type GraphQLSchema } from 'graphql';
import { FIELDS, type FieldKind, kindOf, objectTypesOf, unlistedFields } from '../../src/policy/fields';
import { TABLE } from '../../src/policy/table';

type Fields = Readonly<Record<string, readonly string[]>>;
const LISTED: Fields = Object.fromEntries(Object.entries(FIELDS).map(([type, fields]) => [type, Object.keys(fields)]));

/** A schema with these fields, and with types that hold nothing of their own. */
const schemaOf = (fields: Fields): GraphQLSchema =>
  buildSchema(
    [
      ...Object.entries(fields).map(
        ([type, names]) => `type ${type} { ${names.map((name) => `${name}: Int`).join(' ')} }`,
      ),
      'interface Named { name: Int } enum Word { ONE } input Given { name: Int } scalar Day',
    ].join('\n'),
  );

test('the fields of a schema that is the table are all listed', () => {
  expect(unlistedFields(schemaOf(LISTED))).toEqual([]);
});

test('a field, or a whole type, that only the schema knows is named', () => {
  const more = { ...LISTED, Provider: [...(LISTED.Provider ?? []), 'shoeSize'], Afterthought: ['b', 'a'] };
  expect(unlistedFields(schemaOf(more))).toEqual(['Afterthought.a', 'Afterthought.b', 'Provider.shoeSize']);
});

test('a field, or a whole type, that only the table knows is named', () => {
  const { Province: _gone, Concern, ...others } = LISTED;
  const fewer = { ...others, Concern: (Concern ?? []).filter((name) => name !== 'name') };
  expect(unlistedFields(schemaOf(fewer))).toEqual(['Concern.name', 'Province.code', 'Province.name']);
});

test('only types with fields of their own are asked for, and not those by which a schema speaks of itself', () => {
  const names = objectTypesOf(schemaOf({ Query: ['viewer'], Own__: ['name'] })).map(({ name }) => name);
  expect(names).toEqual(['Query', 'Own__']);
});

test('every type of the table has fields, and every field falls under a row of the table or shows nothing', () => {
  const known = new Set<FieldKind>([...(Object.keys(TABLE) as FieldKind[]), 'structure', 'mismatch']);
  for (const [type, fields] of Object.entries(FIELDS)) {
    expect([type, Object.keys(fields)]).not.toEqual([type, []]);
    for (const [field, kind] of Object.entries(fields)) {
      expect([field, known.has(kind)]).toEqual([field, true]);
      expect(kindOf(type, field)).toBe(kind);
    }
  }
});

test('a kind is found only under a type and a field that the table names itself', () => {
  expect(kindOf('toString', 'name')).toBeUndefined();
  expect(kindOf('Provider', 'toString')).toBeUndefined();
  expect(kindOf('Nothing', 'id')).toBeUndefined();
});
