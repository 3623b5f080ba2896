import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster } from './cluster';

/** A cluster for tests and checks: nothing of it is left when it stops. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), 'ews-'));
  // Postgres may run as another user than we do, who must pass.
  chmodSync(home, 0o711);
  const forget = () => rmSync(home, { recursive: true, force: true });
  try {
    const cluster = await startCluster({ dir: join(home, 'pg18'), durable: false });
    return { ...cluster, stop: () => cluster.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}
