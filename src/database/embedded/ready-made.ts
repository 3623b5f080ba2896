/**
 * A cluster made ahead. Filling an archive takes many times as long as copying one, so the installation fills one with
 * the program as it is then, and the first start in an empty folder takes a copy. It is known by a digest of the whole
 * program: once any of it has changed the copy is not trusted, and the archive is filled at the start.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { escapeLiteral } from 'pg';
import type { Account } from './account';

/** The compiled program. Run from its source it has no digest, and nothing is ready-made. */
const PROGRAM = resolve(__dirname, '../../..');
const PACKAGE = dirname(PROGRAM);
/** Where npm's tools keep what can be made again: `npm ci` empties it. */
const SHELF = join(PACKAGE, 'node_modules', '.cache', 'early-warning-system');

let digest: string | undefined;

/** Of all that a cluster depends on: the program, its data and the versions of its packages. */
function digestOfProgram(): string {
  const files = fs
    .readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.map') && fs.statSync(join(PROGRAM, name)).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const path of [join(PACKAGE, 'package-lock.json'), ...files.map((name) => join(PROGRAM, name))]) {
    hash.update(`${path.slice(PACKAGE.length)}\n`).update(fs.readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Where the ready-made cluster of a name is, or would be. Undefined when the program runs from its source. */
export function placeOnShelf(name: string): string | undefined {
  if (basename(PROGRAM) !== 'dist') return undefined;
  digest ??= digestOfProgram();
  return join(SHELF, `${name}-${digest}`);
}

/** The ready-made cluster of a name, when there is one of this very program and we may read it. */
export function readyMade(name: string): string | undefined {
  const place = placeOnShelf(name);
  try {
    if (place) fs.accessSync(place, fs.constants.R_OK | fs.constants.X_OK);
    return place;
  } catch {
    return undefined;
  }
}

/** Puts the files of a stopped cluster on the shelf, in the place of whatever is there. */
export function keepOnShelf(pgdata: string, place: string): void {
  fs.rmSync(SHELF, { recursive: true, force: true });
  const beside = `${place}.new`;
  fs.cpSync(pgdata, beside, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  fs.renameSync(beside, place);
}

/** A copy of a stopped cluster that belongs to the account Postgres runs as. */
export function copyCluster(from: string, pgdata: string, account: Account | undefined): void {
  fs.cpSync(from, pgdata, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  fs.chmodSync(pgdata, 0o700);
  if (!account) return;
  for (const name of fs.readdirSync(pgdata, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(join(pgdata, name), account.uid, account.gid);
  }
}

/** Gives the roles of a stopped cluster other passwords: a copy must not open with the keys of its original. */
export async function changePasswords(
  postgres: string,
  pgdata: string,
  passwords: Readonly<Record<string, string>>,
  account: Account | undefined,
): Promise<void> {
  const working = promisify(execFile)(postgres, ['--single', '-D', pgdata, 'template1'], {
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const statements = Object.entries(passwords).map(
    ([role, password]) => `alter role ${role} password ${escapeLiteral(password)}\n`,
  );
  working.child.stdin?.end(statements.join(''));
  await working;
}
