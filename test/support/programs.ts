import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts Node in a process of its own, with only these variables set. */
export const startNode = (words: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, words, { cwd: ROOT, env: { PATH: process.env.PATH, ...environment } });

/** Runs a program of the repository from its source. */
export const launch = (file: string, words: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) =>
  startNode(['-r', '@swc-node/register', join(ROOT, file), ...words], environment);

/** Runs a program to its end. */
export async function run(
  file: string,
  words: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return ended(launch(file, words, environment));
}

/** How a program ends, and what it said until then. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, ...said };
}

/** The first line a program prints. Throws what it complained of when it ends without one. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint += text;
  });
  const line = once(child.stdout as NodeJS.ReadableStream, 'data').then(([text]) => String(text).trim());
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(complaint)));
  ended.catch(() => undefined);
  return Promise.race([line, ended]);
}
