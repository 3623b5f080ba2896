import { join } from 'node:path';
import type { Config, DatabaseUrls } from '../config';
import { startCluster } from './embedded';

/** A database that answers, whoever runs it. */
export interface Opened {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

/** Where the embedded database lives. */
export const embeddedFolder = (dataFolder: string) => join(dataFolder, 'pg18');

/** The database of the settings, or else the embedded one, which is started here. Loads little, so that it starts soon. */
export async function openDatabase({ database, dataFolder }: Config): Promise<Opened> {
  if (database) return { urls: database, stop: async () => undefined };
  const cluster = await startCluster({ dir: embeddedFolder(dataFolder), durable: true });
  return { urls: { app: cluster.url('app'), owner: cluster.url('owner') }, stop: () => cluster.stop() };
}
