/** Contestant (a) as a program: see bare-server.ts. BARE_DATABASE_URL is the role that owns the tables. */
import type { AddressInfo } from 'node:net';
import { bareServer } from './bare-server';
import { serveParent } from './processes';

const server = bareServer(process.env.BARE_DATABASE_URL ?? '');
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  serveParent({ port }, () => process.cpuUsage(), stop);
});
