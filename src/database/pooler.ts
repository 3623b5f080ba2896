/**
 * A pooler in transaction mode, such as PgBouncer, gives every transaction another backend. What Postgres keeps per
 * connection is then not ours: statements with a name, and settings that were given when the connection was opened. The
 * address says so: `DATABASE_URL=postgres://…/ews?pooler=transaction`. The context of row-level security is in every
 * statement itself, and needs nothing more.
 */
import pg from 'pg';

const isPooled = (url: string) => new URL(url).searchParams.get('pooler') === 'transaction';

/** Statements go without their name: the next one may reach a backend that never heard it, or heard it from another. */
class NamelessClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen ways to call this one.
  override query(statement: any, ...others: any[]): any {
    const said = typeof statement?.name === 'string' ? { ...statement, name: undefined } : statement;
    return super.query(said, ...(others as []));
  }
}

/** The client to connect with. */
export const clientFor = (url: string): typeof pg.Client => (isPooled(url) ? NamelessClient : pg.Client);

/** What to ask for when a connection opens: behind a pooler nothing, because the role must have it (see refusals.ts). */
export const settingsFor = <T extends object>(url: string, settings: T): Partial<T> => (isPooled(url) ? {} : settings);
