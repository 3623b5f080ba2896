/** The programs of a measurement are processes of their own, so that the CPU time of each can be told apart. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';

/** How long a program may take to say that it is ready, in milliseconds. */
const PATIENCE_MS = 60_000;

export interface Program<Reply> {
  readonly pid: number;
  /** What it said when it was ready. */
  readonly ready: Reply;
  /** Sends a message and waits for the reply. One at a time. */
  ask<T>(message: unknown): Promise<T>;
  stop(): Promise<void>;
}

async function reply<T>(child: ChildProcess, name: string): Promise<T> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(([code]) => {
    throw new Error(`The program ${name} of the benchmark ended with code ${code}.`);
  });
  ended.catch(() => undefined);
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
    return message as T;
  } finally {
    gone.abort();
  }
}

/** Starts bench/<name> and waits until it has said that it is ready. Its own output goes to stderr. */
export async function startProgram<Reply>(
  name: string,
  environment: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): Promise<Program<Reply>> {
  const child = fork(join(__dirname, `${name}${extname(__filename)}`), {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    execArgv: [...process.execArgv, ...options],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const late = setTimeout(() => child.kill(), PATIENCE_MS);
  const ready = await reply<Reply>(child, name).finally(() => clearTimeout(late));
  return {
    pid: child.pid as number,
    ready,
    ask<T>(message: unknown): Promise<T> {
      const answer = reply<T>(child, name);
      child.send(message as object);
      return answer;
    },
    async stop() {
      if (child.exitCode !== null || !child.connected) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** For the program itself: says that it is ready, answers every message, and ends when the parent lets go. */
export function serveParent(ready: unknown, answer: (message: never) => unknown, stop: () => Promise<unknown>): void {
  process.on('message', async (message) => process.send?.(await answer(message as never)));
  process.once('disconnect', () => void stop().finally(() => process.exit()));
  process.send?.(ready);
}
