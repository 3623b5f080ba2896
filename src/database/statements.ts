/**
 * Sends single statements to Postgres. Short ones share a few pipelined connections (no checking out, no waiting for a
 * turn); heavy ones take a connection of the pool, because a pipelined connection answers in order.
 */
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { Unavailable } from '../errors';
import { log } from '../log';
import type { Ask } from '../reading/reader';
import { clientFor, settingsFor } from './pooler';

const SHARED_CONNECTIONS = 3;
/** A statement may take ten times what an operation may cost on a quiet machine. */
const SETTINGS = { statement_timeout: 5_000, options: '-c jit=off -c timezone=UTC' };
const CONNECT_TIMEOUT_MS = 2_000;

/** The one column is text, and stays text. */
const AS_TEXT = { rowMode: 'array', types: { getTypeParser: () => (value: unknown) => value } } as const;

const AWAY = {
  en: 'The database cannot be reached at the moment. Try again in a few seconds.',
  nl: 'De database is op dit moment niet bereikbaar. Probeer het over enkele seconden opnieuw.',
};

/** One shared connection, opened when first needed and again after it was lost. */
class SharedConnection {
  private opening: Promise<pg.Client> | null = null;
  /** Statements under way. */
  busy = 0;

  constructor(private readonly url: string) {}

  async client(): Promise<pg.Client> {
    this.opening ??= this.open();
    const opening = this.opening;
    try {
      return await opening;
    } catch (error) {
      this.forget(opening);
      log.warn({ err: error }, 'The database does not answer.');
      throw new Unavailable(AWAY);
    }
  }

  private open(): Promise<pg.Client> {
    const client = new (clientFor(this.url))({
      connectionString: this.url,
      pipeline: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'ews-read',
      ...settingsFor(this.url, SETTINGS),
    } as pg.ClientConfig);
    const opening = client.connect().then(() => client);
    // Without a listener, a lost connection would end the process.
    client.on('error', (error) => {
      log.warn({ err: error }, 'A database connection was lost.');
      this.forget(opening);
    });
    client.on('end', () => this.forget(opening));
    return opening;
  }

  /** Forgets this connection, and not one that was opened in its place. */
  private forget(opening: Promise<pg.Client>): void {
    if (this.opening === opening) this.opening = null;
  }

  async close(): Promise<void> {
    const opened = await this.opening?.catch(() => null);
    await opened?.end();
  }
}

export interface Statements {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** Statements to the database behind a data source: its pool for heavy ones, shared connections for the rest. */
export function openStatements(app: DataSource, url: string): Statements {
  const shared = Array.from({ length: SHARED_CONNECTIONS }, () => new SharedConnection(url));
  const pool = (app.driver as unknown as { master: pg.Pool }).master;
  const askOn = async (connection: pg.Pool | pg.Client, query: Omit<Parameters<Ask>[0], 'heavy'>) => {
    const { rows } = await connection.query<[string]>({ ...query, ...AS_TEXT } as unknown as pg.QueryArrayConfig);
    return (rows[0] as [string])[0];
  };
  return {
    ask: async ({ heavy, ...query }) => {
      if (heavy) return askOn(pool, query);
      // The least busy, and of those the first: a backend that was asked just now has its caches warm.
      const connection = shared.reduce((least, next) => (next.busy < least.busy ? next : least));
      connection.busy += 1;
      try {
        return await askOn(await connection.client(), query);
      } finally {
        connection.busy -= 1;
      }
    },
    close: async () => {
      await Promise.all(shared.map((connection) => connection.close()));
    },
  };
}
