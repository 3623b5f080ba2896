/** The API, from nothing to answering. A table of contents: each line is a room of the house. */
import 'reflect-metadata';
import { readConfig } from './config';
import { openDatabase } from './database/open';
import { logAs } from './log';
import { refuse } from './refuse';
import { onceAskedToStop } from './stop';
import { welcome } from './welcome';

/** A promise that is awaited later: until then its failure is nobody's surprise. */
function meanwhile<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function main(): Promise<void> {
  const config = readConfig();
  logAs(config.mode);
  // Making a database takes as long as loading the rest of the program: required only once that has begun.
  const opening = meanwhile(openDatabase(config));
  const { prepareDatabase } = require('./database/prepare') as typeof import('./database/prepare');
  const preparing = meanwhile(prepareDatabase(config, opening));
  const { startServer } = require('./api/server') as typeof import('./api/server');
  const { startJobs } = require('./jobs/schedule') as typeof import('./jobs/schedule');
  const database = await preparing;
  const server = await startServer({ config, database });
  const jobs = startJobs(database, config);
  onceAskedToStop(() =>
    server
      .stop()
      .finally(() => jobs.stop())
      .finally(() => database.stop()),
  );
  process.stdout.write(`${welcome(server.url, config)}\n`);
}

main().catch(refuse);
