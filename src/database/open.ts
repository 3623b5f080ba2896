import { join } from 'node:path';
import type { Config, DatabaseUrls } from '../config';
import { readyMade, startCluster } from './embedded';

/** A database that answers, whoever runs it. */
export interface Opened {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

/** Where the embedded database lives. */
export const embeddedFolder = (dataFolder: string) => join(dataFolder, 'pg18');

/** The archive that the installation made ahead, with the world that is asked for. */
export const archiveMadeAhead = ({ world }: Config) => (world ? readyMade(world) : undefined);

/** The database of the settings, or else the embedded one, which is started here. Loads little, so that it starts soon. */
export async function openDatabase(config: Config): Promise<Opened> {
  const { database, dataFolder } = config;
  if (database) return { urls: database, stop: async () => undefined };
  const cluster = await startCluster({
    dir: embeddedFolder(dataFolder),
    durable: true,
    ahead: () => archiveMadeAhead(config),
  });
  return { urls: { app: cluster.url('app'), owner: cluster.url('owner') }, stop: () => cluster.stop() };
}
