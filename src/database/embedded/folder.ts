import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Unavailable } from '../../errors';
import { log } from '../../log';
import { type Account, accountFor, barrier, runAs } from './account';
import type { Binaries } from './binaries';
import { copyCluster } from './ready-made';
import { REFUSALS, refusalOfDisk } from './refusals';

/** The superuser of the embedded cluster: owns the tables, runs migrations and seeds. */
export const OWNER = 'ews_owner';
/** What the API signs in as: bound by every policy. */
export const APP = 'ews_app';

/** A random password per role. */
export type Secrets = Readonly<Record<typeof OWNER | typeof APP, string>>;

/** The files of one cluster. Everything in here was made by us. */
export interface Folder {
  readonly pgdata: string;
  readonly log: string;
  readonly secrets: Secrets;
  /** Undefined: Postgres runs as we do. */
  readonly account: Account | undefined;
}

const password = () => randomBytes(24).toString('base64url');
const secretsOf = (home: string) => join(home, 'secrets.json');
const placesIn = (home: string) => ({ pgdata: join(home, 'pgdata'), log: join(home, 'postgres.log') });

/** What a cluster is made with. */
interface Making {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** The files of a cluster that was made ahead. */
  readonly ahead: string | undefined;
}

function makeFolder(path: string, mode: number): void {
  // Not by mkdir's own mode, which the umask narrows.
  if (fs.mkdirSync(path, { recursive: true }) !== undefined) fs.chmodSync(path, mode);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what processes left behind that were killed while they made a cluster. */
function sweep(home: string): void {
  const prefix = `${basename(home)}.new-`;
  for (const name of fs.readdirSync(dirname(home))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    // An initdb that outlived its starter may still be writing there.
    fs.rmSync(join(dirname(home), name), { recursive: true, force: true, maxRetries: 20 });
  }
}

/** A cluster of our own: checksums, passwords for everybody, one encoding on every machine. */
async function initialise({ pgdata, secrets, account }: Folder, { initdb }: Binaries): Promise<void> {
  const passwordFile = `${pgdata}.password`;
  fs.writeFileSync(passwordFile, secrets[OWNER], { mode: 0o600 });
  if (account) fs.chownSync(passwordFile, account.uid, account.gid);
  const options = [
    ...['-D', pgdata, '-U', OWNER, '--pwfile', passwordFile, '--auth=scram-sha-256', '--data-checksums'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Not waiting for the disk saves time now; all that could be lost with the power is an empty cluster.
    ...['--no-sync', '--no-instructions'],
  ];
  await runAs(account, initdb, options);
  fs.rmSync(passwordFile);
}

function makeOwnFolder({ pgdata, account }: Folder): void {
  makeFolder(pgdata, 0o700);
  if (account) fs.chownSync(pgdata, account.uid, account.gid);
}

/** Fills a new folder with a cluster, by a copy of the one that was made ahead where there is one. */
async function fill(home: string, { binaries, account, ahead }: Making): Promise<void> {
  // Postgres's own account must pass through this folder, and see nothing in it but its own.
  makeFolder(home, account ? 0o711 : 0o700);
  const secrets: Secrets = { [OWNER]: password(), [APP]: password() };
  fs.writeFileSync(secretsOf(home), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  const folder: Folder = { ...placesIn(home), secrets, account };
  if (ahead) {
    try {
      makeOwnFolder(folder);
      return await copyCluster({ ...folder, from: ahead, binaries, passwords: secrets });
    } catch (error) {
      log.warn({ err: error }, 'The archive that was made ahead cannot be copied, and another is made.');
      fs.rmSync(folder.pgdata, { recursive: true, force: true });
    }
  }
  makeOwnFolder(folder);
  await initialise(folder, binaries);
}

/** Makes the cluster beside its place and moves it there whole: it exists or it does not, whoever is killed when. */
async function create(home: string, making: Making): Promise<void> {
  const beside = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  makeFolder(dirname(home), making.account ? 0o711 : 0o700);
  sweep(home);
  try {
    await fill(beside, making);
    fs.renameSync(beside, home);
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true });
    // Another process was first: then its cluster is as good as ours.
    if (!fs.existsSync(secretsOf(home))) throw error;
  }
}

function read(home: string, account: Account | undefined): Folder {
  const secrets: Partial<Secrets> = JSON.parse(fs.readFileSync(secretsOf(home), 'utf8'));
  const places = placesIn(home);
  if (!secrets[OWNER] || !secrets[APP] || !fs.existsSync(places.pgdata)) throw REFUSALS.foreign(home);
  return { ...places, secrets: secrets as Secrets, account };
}

/** What initdb said last, when it said anything. */
function lastWords(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  const lines = (stderr || String(error)).split('\n').filter((line) => /error|fatal|could not|cannot/i.test(line));
  return (lines.pop() ?? 'initdb failed').replace(/^\S+: /, '').trim();
}

/**
 * Opens the folder of a cluster, and makes it first where there is none. Throws Unavailable with what to do.
 * @param ahead where a cluster is that was made ahead, if there is one
 */
export async function openFolder(
  home: string,
  binaries: Binaries,
  ahead: () => string | undefined = () => undefined,
): Promise<Folder> {
  try {
    const account = accountFor(placesIn(home).pgdata);
    const blocked = account && (barrier(dirname(binaries.postgres), account) ?? barrier(home, account));
    if (blocked) throw REFUSALS.unreachable(blocked, account.name);
    const isEmpty = !fs.existsSync(home) || fs.readdirSync(home).length === 0;
    if (isEmpty) await create(home, { binaries, account, ahead: ahead() });
    return read(home, account);
  } catch (error) {
    const refusal = refusalOfDisk(error, home);
    if (refusal !== error || error instanceof Unavailable) throw refusal;
    if ((error as Error).name === 'SyntaxError' || (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw REFUSALS.foreign(home);
    throw REFUSALS.silent(lastWords(error), home);
  }
}
