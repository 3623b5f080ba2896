import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Folder } from './folder';
import { REFUSALS } from './refusals';
import { alreadyRunning, announced, type Running } from './running';
import { type Supervised, supervise } from './supervisor';

/** How long a start may take. Recovery after a crash is part of it. */
const PATIENCE_MS = 30_000;
const POLL_MS = 10;

/** Reasons to try again: another process starts or stops this cluster just now, or took our port. */
const PASSING = /lock file .* already exists|shared memory block|Address already in use/i;
const COMPLAINT = /FATAL|PANIC|error while loading|could not/i;

/** A server, and its supervisor where it was us who started it. */
export interface Started {
  readonly running: Running;
  readonly server: Supervised | undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

async function untilReady(folder: Folder, server: Supervised, deadline: number): Promise<Running | undefined> {
  const pid = await server.pid;
  while (!server.hasEnded() && Date.now() < deadline) {
    const running = announced(folder);
    if (running?.pid === pid) return running;
    await pause(POLL_MS);
  }
  return undefined;
}

/** What the server complained of since a position in its log; its last word where there are more. */
function complaint(log: string, since: number): string {
  const said = readFileSync(log).subarray(since).toString('utf8').split('\n');
  return said.filter((line) => COMPLAINT.test(line)).pop() ?? 'it says nothing';
}

/** Starts the server of a folder, or joins it where it runs. A port is asked for by who must find it back there. */
export async function start(
  folder: Folder,
  postgres: string,
  settings: readonly string[],
  port?: number,
): Promise<Started> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await alreadyRunning(folder);
    if (found) return { running: found, server: undefined };
    const log = openSync(folder.log, 'a', 0o600);
    const since = statSync(folder.log).size;
    const command = [postgres, '-D', folder.pgdata, '-p', `${port ?? (await freePort())}`];
    const server = supervise([...command, ...settings.flatMap((setting) => ['-c', setting])], log, folder.account);
    closeSync(log);
    const running = await untilReady(folder, server, deadline);
    if (running) return { running, server };
    server.stop();
    const reason = complaint(folder.log, since);
    if (!PASSING.test(reason) || Date.now() > deadline) {
      throw REFUSALS.silent(reason.replace(/^.*?(FATAL|PANIC): +/, ''), folder.log);
    }
    await pause(10 * POLL_MS);
  }
}
