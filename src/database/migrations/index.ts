import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrationFrom } from './from-file';

/** Every NNNN-name.sql beside this file, in the order of their numbers. */
export const MIGRATIONS = readdirSync(__dirname)
  .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  .sort()
  .map((name) => migrationFrom(join(__dirname, name)));
