import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowLevelSecurity } from '../policy/row-level-security';
import type { Command } from './command';

const MIGRATION = join(__dirname, '../database/migrations/0003-policies.sql');

export const policiesCommand: Command = {
  says: 'write the row-level security of the authorization table into its migration',
  async run() {
    writeFileSync(MIGRATION, rowLevelSecurity());
    process.stdout.write(`${MIGRATION}\n`);
  },
};
