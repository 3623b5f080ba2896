import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { APP, type Folder, OWNER } from './folder';

export type Role = 'owner' | 'app';
const ROLE_NAMES = { owner: OWNER, app: APP } as const satisfies Record<Role, string>;

/** The database that is always there, to ask questions about the cluster itself. */
export const HOME = 'template1';

/** A server that accepts connections. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** How to sign in, password included: never to be printed. */
export function urlOf({ secrets }: Folder, port: number, role: Role, database: string): string {
  const name = ROLE_NAMES[role];
  return `postgres://${name}:${secrets[name]}@127.0.0.1:${port}/${database}`;
}

/** What postmaster.pid says of a server that is ready. A killed server leaves its file behind: this is hearsay. */
export function announced({ pgdata }: Folder): Running | undefined {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready' ? { pid: Number(lines[0]), port: Number(lines[3]) } : undefined;
  } catch {
    return undefined;
  }
}

/** One connection as the owner, for as long as the question takes. */
export async function asOwner<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away while we are connected is an error of the question, not of the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server of this folder, where one runs already: it knows our password and says that this is its folder. */
export async function alreadyRunning(folder: Folder): Promise<Running | undefined> {
  const hearsay = announced(folder);
  if (hearsay === undefined) return undefined;
  try {
    const { rows } = await asOwner(urlOf(folder, hearsay.port, 'owner', HOME), (client) =>
      client.query<{ pgdata: string }>("select current_setting('data_directory') as pgdata"),
    );
    return rows[0] && realpathSync(rows[0].pgdata) === realpathSync(folder.pgdata) ? hearsay : undefined;
  } catch {
    return undefined;
  }
}
