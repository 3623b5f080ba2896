/** A server in a process of its own, which a test may kill: `node served-apart.ts` with its settings in EWS_APART. */
import 'reflect-metadata';
import { startServer } from '../../src/api/server';
import { readConfig } from '../../src/config';
import { makeDataSource } from '../../src/database/data-source';

export interface Apart {
  readonly appUrl: string;
  readonly contextKey: string;
  readonly folder: string;
  readonly now: string;
}

async function serveApart(): Promise<void> {
  const { appUrl, contextKey, folder, now } = JSON.parse(process.env.EWS_APART ?? '') as Apart;
  const app = await makeDataSource(appUrl).initialize();
  const database = {
    ...{ app, appUrl, contextKey: Buffer.from(contextKey, 'hex') },
    ...{ migrated: [], stop: async () => undefined },
  };
  const config = { ...readConfig({ EWS_DATA: folder, EWS_RATE_ACCOUNT: '1000000' }), port: 0 };
  const { url } = await startServer({ config, database, now: () => new Date(now) });
  process.stdout.write(`LISTENS ${url}\n`);
}

if (require.main === module) void serveApart();
