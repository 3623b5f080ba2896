/** The product as a program: its own server with everything on, as src/main.ts starts it, but on any free port. */
import 'reflect-metadata';
import { startServer } from '../src/api/server';
import { readConfig } from '../src/config';
import { prepareDatabase } from '../src/database/prepare';
import { logAs } from '../src/log';
import { refuse } from '../src/refuse';
import { serveParent } from './processes';

async function main(): Promise<void> {
  const config = readConfig();
  logAs(config.mode);
  const database = await prepareDatabase(config);
  const server = await startServer({ config, database });
  const stop = () => server.stop().finally(() => database.stop());
  serveParent({ port: Number(new URL(server.url).port) }, () => process.cpuUsage(), stop);
}

main().catch(refuse);
