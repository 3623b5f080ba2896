import type { Ground } from './ground';

/** A file as it should not be, or as it may be but seldom is. */
export interface BadFile {
  readonly name: string;
  readonly make: (ground: Ground) => Buffer;
  /** Rules that have to be found when the file is read. Empty: it has to be read without an error. */
  readonly finds: readonly string[];
  /** What later checks have to make of it: the party, the period, the values and their coherence. */
  readonly later?: string;
}

export const bad = (name: string, make: (ground: Ground) => Buffer | string, ...finds: string[]): BadFile => ({
  name,
  make: (ground) => Buffer.from(make(ground) as string),
  finds,
});

export const later = (file: BadFile, what: string): BadFile => ({ ...file, later: what });
