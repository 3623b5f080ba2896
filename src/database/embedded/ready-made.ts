/**
 * A cluster made ahead. Filling an archive takes many times as long as copying one, so the installation fills one with
 * the program as it is then, and the first start in an empty folder takes a copy. It is known by a digest of the whole
 * program: once any of it has changed the copy is not trusted, and the archive is filled at the start.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { escapeLiteral } from 'pg';
import { type Account, runAs } from './account';
import type { Binaries } from './binaries';

/** The compiled program. Run from its source it has no digest, and nothing is ready-made. */
const PROGRAM = resolve(__dirname, '../../..');
const IS_COMPILED = __filename.endsWith('.js');
const PACKAGE = dirname(PROGRAM);
/** Where npm's tools keep what can be made again: `npm ci` empties it. */
export const SHELF = join(PACKAGE, 'node_modules', '.cache', 'early-warning-system');

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
  if (!IS_COMPILED) return undefined;
  digest ??= digestOfProgram();
  return join(SHELF, `${name}-${digest}`);
}

/** The ready-made cluster of a name, when there is one of this very program and we may read it. */
export function readyMade(name: string): string | undefined {
  try {
    const place = placeOnShelf(name);
    if (place) fs.accessSync(join(place, 'global', 'pg_control'), fs.constants.R_OK);
    return place;
  } catch {
    return undefined;
  }
}

interface Copying {
  readonly from: string;
  readonly pgdata: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** By the name of a role: a copy must not open with the keys of its original. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Makes a copy of a stopped cluster that is on disk when this is done, and opens with other passwords. */
export async function copyCluster({ from, pgdata, binaries, account, passwords }: Copying): Promise<void> {
  fs.cpSync(from, pgdata, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  fs.chmodSync(pgdata, 0o700);
  if (account) {
    for (const name of fs.readdirSync(pgdata, { recursive: true, encoding: 'utf8' })) {
      fs.lchownSync(join(pgdata, name), account.uid, account.gid);
    }
  }
  const statements = Object.entries(passwords).map(
    ([role, password]) => `alter role ${role} password ${escapeLiteral(password)}\n`,
  );
  const single = ['--single', '-c', 'exit_on_error=true', '-D', pgdata, 'template1'];
  await runAs(account, binaries.postgres, single, statements.join(''));
  // A checkpoint in the copy says of files that they are on disk: let that be true.
  await runAs(account, binaries.initdb, ['--sync-only', '-D', pgdata]);
}
