import { execFile } from 'node:child_process';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The operating-system account that Postgres runs as when we are root, which it refuses to be. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];
const LAST_RESORT: Account = { name: 'nobody', uid: 65_534, gid: 65_534 };

function accounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Undefined: Postgres runs as we do. An existing data folder decides, because Postgres insists on owning it. */
export function accountFor(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = accounts();
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { name: known.find(({ uid }) => uid === owner.uid)?.name ?? `${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  const found = CANDIDATES.map((candidate) => known.find(({ name }) => name === candidate));
  return found.find((account) => account !== undefined) ?? LAST_RESORT;
}

function mayEnter(folder: Stats, account: Account): boolean {
  const execute = folder.uid === account.uid ? 0o100 : folder.gid === account.gid ? 0o010 : 0o001;
  return (folder.mode & execute) !== 0;
}

/** The outermost folder on the way to a path that the account may not enter, such as /root. */
export function barrier(path: string, account: Account): string | undefined {
  const parent = dirname(path);
  const outer = parent === path ? undefined : barrier(parent, account);
  if (outer !== undefined) return outer;
  const here = statSync(path, { throwIfNoEntry: false });
  return here?.isDirectory() && !mayEnter(here, account) ? path : undefined;
}

/** Runs a program to its end as an account, or as who we are. Throws what it complained of. */
export async function runAs(account: Account | undefined, program: string, words: readonly string[], input = '') {
  const running = promisify(execFile)(program, words, {
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  // A program that ends without reading is heard by its exit code.
  running.child.stdin?.on('error', () => undefined).end(input);
  await running;
}
