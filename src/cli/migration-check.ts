import { makeDataSource } from '../database/data-source';
import { startThrowAwayCluster } from '../database/embedded';
import { alone, drift, migrate } from '../database/migrate';
import { Conflict } from '../errors';
import type { Command } from './command';

export const migrationCheckCommand: Command = {
  says: 'do the migrations make exactly the tables that the entities describe?',
  async run() {
    const cluster = await startThrowAwayCluster();
    try {
      const owner = await makeDataSource(cluster.url('owner')).initialize();
      await alone(owner, (runner) => migrate(runner, cluster.appRole));
      const missing = await drift(owner);
      await owner.destroy();
      if (missing.length === 0) return;
      process.stdout.write(`${missing.join(';\n')};\n`);
      throw new Conflict({
        en: 'The migrations and the entities differ: write a migration with the statements above.',
        nl: 'De migraties en de entiteiten verschillen: schrijf een migratie met de opdrachten hierboven.',
      });
    } finally {
      await cluster.stop();
    }
  },
};
