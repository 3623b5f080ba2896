import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Unavailable } from '../../errors';
import { type Account, accountFor, barrier } from './account';
import type { Binaries } from './binaries';
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
const pgdataOf = (home: string) => join(home, 'pgdata');

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

/** Fills a new folder with a cluster of our own: checksums, passwords for everybody, one encoding on every machine. */
async function fill(home: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  // Postgres's own account must pass through this folder, and see nothing in it but its own.
  makeFolder(home, account ? 0o711 : 0o700);
  const secrets: Secrets = { [OWNER]: password(), [APP]: password() };
  fs.writeFileSync(secretsOf(home), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  const passwordFile = join(home, 'password');
  fs.writeFileSync(passwordFile, secrets[OWNER], { mode: 0o600 });
  makeFolder(pgdataOf(home), 0o700);
  if (account) for (const path of [pgdataOf(home), passwordFile]) fs.chownSync(path, account.uid, account.gid);
  const options = [
    ...['-D', pgdataOf(home), '-U', OWNER, '--pwfile', passwordFile, '--auth=scram-sha-256', '--data-checksums'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Not waiting for the disk saves time now; all that could be lost with the power is an empty cluster.
    ...['--no-sync', '--no-instructions'],
  ];
  await promisify(execFile)(binaries.initdb, options, {
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  fs.rmSync(passwordFile);
}

/** Makes the cluster beside its place and moves it there whole: it exists or it does not, whoever is killed when. */
async function create(home: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  const beside = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  makeFolder(dirname(home), account ? 0o711 : 0o700);
  sweep(home);
  try {
    await fill(beside, binaries, account);
    fs.renameSync(beside, home);
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true });
    // Another process was first: then its cluster is as good as ours.
    if (!fs.existsSync(secretsOf(home))) throw error;
  }
}

function read(home: string, account: Account | undefined): Folder {
  const secrets: Partial<Secrets> = JSON.parse(fs.readFileSync(secretsOf(home), 'utf8'));
  if (!secrets[OWNER] || !secrets[APP] || !fs.existsSync(pgdataOf(home))) throw REFUSALS.foreign(home);
  return { pgdata: pgdataOf(home), log: join(home, 'postgres.log'), secrets: secrets as Secrets, account };
}

/** What initdb said last, when it said anything. */
function lastWords(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  const lines = (stderr || String(error)).split('\n').filter((line) => /error|fatal|could not|cannot/i.test(line));
  return (lines.pop() ?? 'initdb failed').replace(/^\S+: /, '').trim();
}

/** Opens the folder of a cluster, and makes it first where there is none. Throws Unavailable with what to do. */
export async function openFolder(home: string, binaries: Binaries): Promise<Folder> {
  try {
    const account = accountFor(pgdataOf(home));
    const blocked = account && (barrier(dirname(binaries.postgres), account) ?? barrier(home, account));
    if (blocked) throw REFUSALS.unreachable(blocked, account.name);
    const isEmpty = !fs.existsSync(home) || fs.readdirSync(home).length === 0;
    if (isEmpty) await create(home, binaries, account);
    return read(home, account);
  } catch (error) {
    const refusal = refusalOfDisk(error, home);
    if (refusal !== error || error instanceof Unavailable) throw refusal;
    if ((error as Error).name === 'SyntaxError' || (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw REFUSALS.foreign(home);
    throw REFUSALS.silent(lastWords(error), home);
  }
}
