import { prepareDatabase } from '../database/prepare';
import type { Command } from './command';

export const migrateCommand: Command = {
  says: 'bring the tables of the database up to date, and fill nothing',
  async run(config) {
    const { stop, migrated } = await prepareDatabase({ ...config, world: null });
    process.stdout.write(migrated.length === 0 ? 'Nothing to do.\n' : `${migrated.join('\n')}\n`);
    await stop();
  },
};
