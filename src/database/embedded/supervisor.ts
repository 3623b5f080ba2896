/**
 * Postgres lives exactly as long as the process that started it, however that process ends. A supervisor between the two
 * reads from a pipe that we never write to: when we end, also by kill -9, the pipe closes and it tells Postgres to stop.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account';

/** Prints the server's pid, then waits for the server to end or the pipe to close. */
const FOR_SHELL = `
exec 3<&0
"$@" </dev/null >&2 3<&- & server=$!
echo $server
( read -r _ <&3; kill -INT $server ) 2>/dev/null & watch=$!
wait $server; code=$?
kill $watch 2>/dev/null
exit $code
`;

/** The same where there is no shell. Windows has no SIGINT for other processes: the server recovers at its next start. */
const FOR_NODE = `
const [command, ...args] = process.argv.slice(1);
const server = require('node:child_process').spawn(command, args, { stdio: ['ignore', 2, 2], windowsHide: true });
console.log(server.pid);
process.stdin.on('close', () => server.kill('SIGINT')).resume();
server.on('exit', (code) => process.exit(code ?? 1));
`;

export interface Supervised {
  /** The pid of Postgres itself, not of the supervisor. */
  readonly pid: Promise<number>;
  readonly ended: Promise<void>;
  readonly hasEnded: () => boolean;
  /** Asks Postgres to stop, at once but in good order. */
  stop(): void;
}

function launch(command: readonly string[], log: number, account: Account | undefined): ChildProcess {
  const [program, ...script] =
    process.platform === 'win32' ? [process.execPath, '-e', FOR_NODE, '--'] : ['/bin/sh', '-c', FOR_SHELL, 'sh'];
  return spawn(program as string, [...script, ...command], {
    stdio: ['pipe', 'pipe', log],
    // A session of its own: Ctrl-C in the terminal is for us, and we stop Postgres when we are done with it.
    detached: true,
    windowsHide: true,
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  });
}

/** Starts a server under a supervisor, with its output in an open file. */
export function supervise(command: readonly string[], log: number, account: Account | undefined): Supervised {
  const child = launch(command, log, account);
  let hasEnded = false;
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  }).finally(() => {
    hasEnded = true;
  });
  const pid = new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(Number.parseInt(text.toString(), 10)));
    ended.then(() => resolve(0), reject);
  });
  return { pid, ended, hasEnded: () => hasEnded, stop: () => child.stdin?.end() };
}
