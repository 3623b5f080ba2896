import 'reflect-metadata';
import { readConfig } from '../../src/config';
import { type Cluster, startThrowAwayCluster } from '../../src/database/embedded';
import { prepareDatabase } from '../../src/database/prepare';
import { TEMPLATE } from './database';

declare global {
  /** Between set-up and tear-down, which run in one process; the tests run in others. */
  var testCluster: Cluster | undefined;
}

/** One throw-away cluster per run, with a migrated and seeded database that every test file clones. */
export default async function globalSetup(): Promise<void> {
  const cluster = await startThrowAwayCluster();
  globalThis.testCluster = cluster;
  // The only way from here to the processes of the tests.
  process.env.EWS_TEST_OWNER_URL = cluster.url('owner');
  process.env.EWS_TEST_APP_URL = cluster.url('app');
  try {
    await cluster.ensureDatabase(TEMPLATE);
    const database = { app: cluster.url('app', TEMPLATE), owner: cluster.url('owner', TEMPLATE) };
    const prepared = await prepareDatabase({ ...readConfig({}), database, world: 'small' });
    await prepared.stop();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
