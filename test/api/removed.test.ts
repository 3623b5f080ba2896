/** Take any field out of the authorization table, and the server does not start. */
import type { GraphQLSchema } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import { guarded } from '../../src/api/guard';
import { FIELDS } from '../../src/policy/fields';

type Fields = Record<string, Record<string, unknown>>;
const TABLE = FIELDS as unknown as Fields;

/** Does something while a table lacks a word, and puts it back where it was. */
function without<T>(table: Record<string, unknown>, word: string, work: () => T): T {
  const whole = Object.entries(table);
  delete table[word];
  try {
    return work();
  } finally {
    for (const [name] of whole) delete table[name];
    Object.assign(table, Object.fromEntries(whole));
  }
}

/** What the start says, or that it started. */
function startOf(schema: GraphQLSchema): string {
  try {
    guarded(schema);
    return 'started';
  } catch (error) {
    return (error as Error).message;
  }
}

const schema = buildApiSchema();

test('with the whole table the server starts', () => {
  expect(startOf(schema)).toBe('started');
});

test.each(Object.keys(TABLE))('without a field of %s it does not start, and says which', (type) => {
  const fields = TABLE[type] as Record<string, unknown>;
  for (const field of Object.keys(fields)) {
    const says = without(fields, field, () => startOf(schema));
    expect(says).toMatch(/^The authorization table does not know: /);
    expect(says).toMatch(new RegExp(`\\b${type}\\.${field}\\b`));
  }
  expect(without(TABLE, type, () => startOf(schema))).toContain(`${type}.`);
});
