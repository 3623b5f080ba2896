/** Every text that is sent to us is of a fixed form, or is searched for personal data; and every field of an input has a rule. */
import { getMetadataStorage } from 'class-validator';
import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { getMetadataStorage as languageStorage } from 'type-graphql';
import { buildApiSchema } from '../../src/api/build-schema';

const schema = buildApiSchema();
const storage = getMetadataStorage();

/** Rules that leave no room for a sentence. */
const OF_A_FIXED_FORM = ['matches', 'isIn', 'isDateString'];
const IDENTITIES = ['ID'];
/**
 * Searched all the same, but not by a rule of the input: which texts may name an office is known by the form of the delivery
 * alone. test/delivery/personal-data.test.ts holds what searches it to its word.
 */
const SEARCHED_BY_THE_FORM = ['ValueInput.text'];

function rulesOf(input: string, field: string): string[] {
  const target = (
    languageStorage() as unknown as { inputTypes: { name: string; target: () => void }[] }
  ).inputTypes.find(({ name }) => name === input)?.target;
  const all = target ? storage.getTargetValidationMetadatas(target as never, '', false, false) : [];
  return all.filter(({ propertyName }) => propertyName === field).map(({ name, type }) => name ?? type);
}

/** Every leaf that a mutation takes, as "Input.field" or "Mutation.field(argument)". */
function leavesOf(type: GraphQLInputType, place: string, seen = new Set<string>()): [place: string, type: string][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [[place, named.name]];
  if (seen.has(named.name)) return [];
  seen.add(named.name);
  return Object.values(named.getFields()).flatMap((field) => leavesOf(field.type, `${named.name}.${field.name}`, seen));
}
const sent = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  args.flatMap((arg) => leavesOf(arg.type, `Mutation.${name}(${arg.name})`)),
);

test('no free text comes in unsearched', () => {
  const texts = sent.filter(([, type]) => type === 'String').map(([place]) => place);
  expect(texts).toContain('MeldingInput.explanation');
  const unsearched = texts.filter((place) => {
    const [input, field] = place.split('.') as [string, string];
    return !rulesOf(input, field).some((rule) => [...OF_A_FIXED_FORM, 'noPersonalData'].includes(rule));
  });
  expect(unsearched).toEqual(SEARCHED_BY_THE_FORM);
});

test('what is an id on its own is read as one, and nothing else comes in as an argument of its own', () => {
  const alone = sent
    .filter(([place]) => place.startsWith('Mutation.'))
    .filter(([, type]) => !IDENTITIES.includes(type));
  expect(alone).toEqual([]);
});

test('every field of an input that is validated has a rule: the others are refused as unknown', () => {
  const inputs = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => !name.endsWith('Filter'));
  expect(inputs.map(({ name }) => name)).toContain('FigureChangeInput');
  const without = inputs.flatMap(({ name, getFields: _, ...type }) =>
    Object.keys((schema.getType(name) as typeof type & { getFields(): object }).getFields())
      .filter((field) => rulesOf(name, field).length === 0)
      .map((field) => `${name}.${field}`),
  );
  expect(without).toEqual([]);
});
