import { buildSchema, extendSchema, isNonNullType, parse } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import { columnMayAsk } from '../../src/policy/ask';
import { FIELDS, kindOf, objectTypesOf, unlistedFields } from '../../src/policy/fields';
import { COLUMNS } from '../../src/policy/table';

const schema = buildApiSchema();
const fields = objectTypesOf(schema).flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    type: type.name,
    name: field.name,
    at: `${type.name}.${field.name}`,
    field,
  })),
);
const forEveryone = ({ type, name }: { type: string; name: string }) =>
  COLUMNS.every((column) => columnMayAsk(column, type, name));

describe('the table of fields', () => {
  it('knows every field of the schema, and no other', () => {
    expect(unlistedFields(schema)).toEqual([]);
  });

  it('misses a field that the schema gained', () => {
    const grown = extendSchema(schema, parse('extend type Provider { secret: String }'));
    expect(unlistedFields(grown)).toEqual(['Provider.secret']);
  });

  it('has too much when the schema lost a type', () => {
    const shrunk = buildSchema('type Query { viewer: Viewer } type Viewer { isSignedIn: Boolean }');
    expect(unlistedFields(shrunk)).toContain('Melding.handling');
  });

  it('does not mistake a word of JavaScript for a field', () => {
    expect(kindOf('constructor', 'name')).toBeUndefined();
    expect(kindOf('Provider', 'toString')).toBeUndefined();
  });

  it('lets a field that some party may never read be null, except an identity', () => {
    const refusedButNotNull = fields.filter((field) => !forEveryone(field) && isNonNullType(field.field.type));
    expect(refusedButNotNull.filter(({ name }) => name !== 'id').map(({ at }) => at)).toEqual([]);
  });

  it('is repeated in the description of every field that not everyone may read', () => {
    const silent = fields.filter(
      (field) => !forEveryone(field) && !/ Information: \w+/.test(field.field.description ?? ''),
    );
    expect(silent.map(({ at }) => at)).toEqual([]);
  });

  it("keeps what the JA does with a melding under a kind that is the JA's alone", () => {
    expect(new Set(Object.values(FIELDS.MeldingHandling))).toEqual(new Set(['meldingHandling']));
    const readers = COLUMNS.filter((column) => columnMayAsk(column, 'Melding', 'handling'));
    expect(readers).toEqual(['JA', 'SYSTEM']);
  });

  it('leaves to each row of a mismatch whose figures it shows', () => {
    expect(columnMayAsk('MUNICIPALITY', 'Mismatch', 'verdict')).toBe(true);
    expect(columnMayAsk('MUNICIPALITY', 'Provider', 'mismatches')).toBe(false);
    expect(columnMayAsk('RESEARCHER', 'Query', 'mismatches')).toBe(false);
  });
});
