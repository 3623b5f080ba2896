import { refreshSummaries } from '../actions/refresh-summaries';
import { inArchive } from './archive';
import type { Command } from './command';

export const refreshCommand: Command = {
  says: 'bring every summary up to date as of today: once a day, for silence and lateness come without a delivery',
  async run(config) {
    await inArchive(config, (archive) =>
      archive.transaction((tx) =>
        refreshSummaries(tx, 'all', new Date(), (table, rows) => process.stderr.write(`${table}: ${rows} rows\n`)),
      ),
    );
    process.stdout.write('Every summary is up to date.\n');
  },
};
