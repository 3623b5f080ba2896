import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/api/server';
import type { Door } from '../../src/api/server-door';
import { type Config, readConfig } from '../../src/config';
import { developmentIssuer } from '../../src/identity/development-issuer';
import { freshDatabase, type TestDatabase } from '../support/database';

/** The whole API on a free port, with a database of its own. */
export interface Served extends Door {
  readonly database: TestDatabase;
  readonly config: Config;
  tokenFor(subject: string, lifetime?: number): Promise<string>;
}

export async function serve(settings: NodeJS.ProcessEnv = {}, now?: () => Date): Promise<Served> {
  const database = await freshDatabase();
  // A test asks more in a minute than a party does in a day.
  const ample = { EWS_RATE_ACCOUNT: '1000000', EWS_RATE_ANONYMOUS: '1000000' };
  const folder = await mkdtemp(join(tmpdir(), 'ews-api-'));
  const config = { ...readConfig({ EWS_DATA: folder, ...ample, ...settings }), port: 0 };
  const prepared = { ...database, stop: async () => undefined, migrated: [] };
  const door = await startServer({ config, database: prepared, ...(now && { now }) });
  return {
    database,
    config,
    url: door.url,
    async stop() {
      await door.stop();
      await database.drop();
    },
    async tokenFor(subject, lifetime = 60) {
      const issuer = await developmentIssuer({ ...config, mode: 'development' });
      return (await issuer.issueToken(subject, { lifetime })).token;
    },
  };
}
