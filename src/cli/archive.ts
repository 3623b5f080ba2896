import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { embeddedFolder, openDatabase } from '../database/open';
import { asSystem, prepareDatabase } from '../database/prepare';
import { Unavailable } from '../errors';

export const EMPTY = new Unavailable({
  en: 'There is nothing to assess in this database yet: start the server once with npm start.',
  nl: 'Er is in deze database nog niets te beoordelen: start de server een keer met npm start.',
});

/** Works in the archive of the settings, signed in as the system. A command is no reason to make an archive. */
export async function inArchive<T>(config: Config, work: (archive: DataSource) => Promise<T>): Promise<T> {
  if (!config.database && !existsSync(embeddedFolder(config.dataFolder))) throw EMPTY;
  const opened = await openDatabase(config);
  const { contextKey, stop } = await prepareDatabase({ ...config, world: null }, Promise.resolve(opened));
  return asSystem(opened.urls.owner, contextKey, work).finally(stop);
}
