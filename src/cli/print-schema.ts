import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printApiSchema } from '../api/build-schema';

/** Where the language of the API is kept, next to the classes that declare it. */
export const SCHEMA_FILE = join('schema', 'schema.graphql');

/** Writes the schema of the API to schema/schema.graphql of the checkout in which it runs. */
export function writeSchemaFile(): void {
  writeFileSync(SCHEMA_FILE, printApiSchema());
}

if (require.main === module) writeSchemaFile();
