import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';

interface Described {
  readonly at: string;
  readonly name: string;
  readonly description: string | null | undefined;
}

const schema = buildApiSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

const member = (parent: string, { name, description }: Omit<Described, 'at'>): Described => ({
  at: `${parent}.${name}`,
  name,
  description,
});

function partsOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) return type.getValues().map((value) => member(type.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => member(type.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    member(type.name, field),
    ...field.args.map((argument) => member(`${type.name}.${field.name}`, argument)),
  ]);
}

/** The operation types are words of GraphQL, not of ours. */
const OPERATIONS = ['Query', 'Mutation'];
const ownTypes = types
  .filter((type) => !OPERATIONS.includes(type.name))
  .map((type) => ({ ...member('', type), at: type.name }));
const everything = [...ownTypes, ...types.flatMap(partsOf)];
/** The words of a word list are few and say what the vocabulary says; everything else is described here. */
const words = new Set(types.filter(isEnumType).flatMap((type) => partsOf(type).map(({ at }) => at)));
const inDutch = everything.filter(({ at }) => !/Sort\./.test(at));

/** The words of a description, without the term in front of it. */
const meaning = (description: string) => description.replace(/^Dutch: [^.]+\. /, '');
const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

describe('everything in the language', () => {
  it('is described in at least ten characters', () => {
    const bare = everything.filter(({ description }) => (description ?? '').length < 10);
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  it('is described by more than its own name', () => {
    const repeated = everything.filter(
      ({ at, name, description }) =>
        letters(words.has(at) ? (description ?? '') : meaning(description ?? '')) === letters(name),
    );
    expect(repeated.map(({ at }) => at)).toEqual([]);
  });

  it('is described in ten characters besides its Dutch term, unless it is a word of the vocabulary', () => {
    const bare = everything.filter(({ at, description }) => !words.has(at) && meaning(description ?? '').length < 10);
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  it('says its Dutch term, except the orders of a list, which say it together', () => {
    const without = inDutch.filter(({ description }) => !/^Dutch: \S/.test(description ?? ''));
    expect(without.map(({ at }) => at)).toEqual([]);
  });

  it('says the unit of every amount of money', () => {
    const amounts = everything.filter(({ name }) => name.endsWith('Cents'));
    expect(amounts.length).toBeGreaterThan(20);
    expect(amounts.filter(({ description }) => !/euro cents/.test(description ?? '')).map(({ at }) => at)).toEqual([]);
  });
});
