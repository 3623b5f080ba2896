import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printApiSchema } from '../api/build-schema';
import type { Command } from './command';

/** Next to the classes that declare it, in the checkout in which the command runs. */
const SCHEMA_FILE = join('schema', 'schema.graphql');

export const schemaCommand: Command = {
  says: 'write the language of the API into schema/schema.graphql',
  async run() {
    writeFileSync(SCHEMA_FILE, printApiSchema());
    process.stdout.write(`${SCHEMA_FILE}\n`);
  },
};
