/**
 * Run by the installation, so that the first start has little left to do: fills an archive and keeps it beside the
 * packages. Where that cannot be done it says so, and the first start fills one: nothing is lost but seconds.
 */
import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig } from '../config';
import { keepOnShelf, placeOnShelf } from '../database/embedded';
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
  const dataFolder = mkdtempSync(join(tmpdir(), 'ews-'));
  const config = { ...readConfig(), dataFolder };
  const place = config.world && placeOnShelf(config.world);
  try {
    if (!place || config.database) return;
    // Postgres may run as another user than we do, who must pass.
    chmodSync(dataFolder, 0o711);
    const opened = await openDatabase(config);
    const { stop } = await prepareDatabase(config, Promise.resolve(opened));
    await forgetKey(opened.urls.owner).finally(stop);
    keepOnShelf(join(embeddedFolder(dataFolder), 'pgdata'), place);
    log.info('The first start in an empty folder takes a copy of this archive.');
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

makeAhead().catch((error: Error) => log.warn({ err: error }, 'No archive was made ahead; the first start fills one.'));
