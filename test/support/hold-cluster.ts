/** A program that starts the cluster of a folder, says where it is, and stays: to be killed by a test. */
import { startCluster } from '../../src/database/embedded';

startCluster({ dir: process.argv[2] as string, durable: true }).then(
  (cluster) => {
    process.stdout.write(`${cluster.url('owner')}\n`);
    setInterval(() => undefined, 60_000);
  },
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
