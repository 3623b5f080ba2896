/**
 * Run by the installation, so that the first start has little left to do: fills an archive and keeps it beside the
 * packages. Where that cannot be done it says so, and the first start fills one: nothing is lost but seconds.
 */
import 'reflect-metadata';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig } from '../config';
import { placeOnShelf, SHELF } from '../database/embedded';
import { embeddedFolder, openDatabase } from '../database/open';
import { prepareDatabase } from '../database/prepare';
import { log } from '../log';

/** Who copies the archive makes a key of its own. */
async function forgetKey(owner: string): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('delete from ews_sec.context_key');
  } finally {
    await client.end();
  }
}

async function makeAhead(): Promise<void> {
  const settings = readConfig();
  const place = settings.world && placeOnShelf(settings.world);
  if (!place || settings.database) return;
  // Also what an installation left that was interrupted.
  rmSync(SHELF, { recursive: true, force: true });
  mkdirSync(SHELF, { recursive: true });
  const dataFolder = join(SHELF, `making-${process.pid}`);
  // The key of the settings is for the archive that people work with, and leaves no trace in this one.
  const config = { ...settings, dataFolder, contextKey: null };
  try {
    const opened = await openDatabase(config);
    const { stop } = await prepareDatabase(config, Promise.resolve(opened));
    await forgetKey(opened.urls.owner).finally(stop);
    renameSync(join(embeddedFolder(dataFolder), 'pgdata'), place);
    log.info('The first start in an empty folder takes a copy of this archive.');
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

makeAhead().catch((error: Error) => log.warn({ err: error }, 'No archive was made ahead; the first start fills one.'));
