import { type Asked, sealReadings } from '../database/logs';
import type { Job } from './every';

/** Until it is sealed, a reading can be changed without a trace by who owns the database: so that is a few seconds. */
const EVERY_MS = 5_000;

export const sealing = (db: Asked, systemContext: () => string): Job => ({
  name: 'seal readings',
  everyMs: EVERY_MS,
  run: async () => {
    await sealReadings(db, systemContext());
  },
});
