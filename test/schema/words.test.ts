import { type GraphQLEnumType, isEnumType } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import * as vocabulary from '../../src/domain/vocabulary';

const schema = buildApiSchema();
const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
const valuesOf = (type: GraphQLEnumType) =>
  type
    .getValues()
    .map(({ name }) => name)
    .join();

/** Word lists that no field of the API shows as an enum. */
const INTERNAL = ['MISMATCH_INFORMATION', 'TREDEN', 'SIGNAL_KINDS'];
const lists = Object.entries(vocabulary)
  .filter(([name, value]) => typeof value === 'object' && !INTERNAL.includes(name))
  .map(([name, words]) => ({ name, words: words as vocabulary.Words }));

describe('the enums of the API', () => {
  it.each(lists)('hold exactly the words of $name', ({ words }) => {
    expect(enums.map(valuesOf)).toContain(Object.keys(words).join());
  });

  it('say what the vocabulary says', () => {
    const reason = schema.getType('MeldingReason') as GraphQLEnumType;
    const { nl, says } = vocabulary.MELDING_REASONS.ALDERMAN_CHANGE;
    expect(reason.getValue('ALDERMAN_CHANGE')?.description).toBe(`Dutch: ${nl}. ${says}`);
  });

  it('stand for themselves, as in the archive', () => {
    const values = enums.filter(({ name }) => !name.startsWith('__')).flatMap((type) => type.getValues());
    expect(values.filter(({ name, value }) => name !== value)).toEqual([]);
  });
});
