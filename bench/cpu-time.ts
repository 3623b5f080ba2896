/** How much processor time processes have used, from /proc. All in milliseconds; null where the machine does not tell. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';

const NS_PER_MS = 1e6;
/** Linux counts the time of children that have ended in hundredths of a second. */
const MS_PER_TICK = 10;

/** Processes of Postgres that work for nobody in particular. */
const BACKGROUND = /checkpointer|background writer|walwriter|autovacuum|logical replication/;

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It ended while we looked.
    return '';
  }
}

/** The fields of /proc/<pid>/stat behind the name, which may hold anything: state, ppid, ... */
const statOf = (pid: number) => read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];

function childrenOf(pid: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((child) => Number(statOf(child)[1]) === pid);
}

/** All threads of one process, those that compile and collect garbage too. */
function ofProcess(pid: number): number {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  const ns = threads.map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] || 0));
  return ns.reduce((sum, one) => sum + one, 0) / NS_PER_MS;
}

export const isCounted = process.platform === 'linux' && read('/proc/self/schedstat') !== '';

/** A process and everything it started. */
export function cpuOfTree(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + cpuOfTree(child), ofProcess(pid));
}

/** What children of this process used that have ended, such as psql. */
export function cpuOfEndedChildren(): number {
  const stat = isCounted ? statOf(process.pid) : [];
  return (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) * MS_PER_TICK;
}

/** What Postgres spent on answering: its backends, their helpers, and helpers that have ended since. */
export function cpuOfPostgres(postmaster: number): number {
  const answering = childrenOf(postmaster).filter((pid) => !BACKGROUND.test(read(`/proc/${pid}/cmdline`)));
  const stat = statOf(postmaster);
  const ended = (Number(stat[13]) + Number(stat[14])) * MS_PER_TICK;
  return answering.reduce((sum, pid) => sum + ofProcess(pid), ended);
}

/** The process of the Postgres behind a connection; null when it runs on another machine, or is not to be seen. */
export async function postmasterOf(client: Client): Promise<number | null> {
  if (!isCounted) return null;
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid as number;
  const isHere = read(`/proc/${pid}/cmdline`).startsWith('postgres');
  return isHere ? Number(statOf(pid)[1]) : null;
}
