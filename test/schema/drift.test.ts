import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges, validateSchema } from 'graphql';
import { buildApiSchema, printApiSchema } from '../../src/api/build-schema';

const committed = readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8');

describe('the schema file that people review', () => {
  it('is the schema that the classes declare', () => {
    const breaking = findBreakingChanges(buildSchema(committed), buildApiSchema());
    expect(breaking).toEqual([]);
    expect(committed === printApiSchema() || 'run: npm run ews -- schema, and review the difference').toBe(true);
  });

  it('is a valid schema', () => {
    expect(validateSchema(buildSchema(committed))).toEqual([]);
  });

  it('prints the same twice, because building one schema leaves nothing behind in the next', () => {
    expect(printApiSchema()).toBe(printApiSchema());
  });
});
