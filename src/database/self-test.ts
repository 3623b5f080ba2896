/**
 * Proves at start-up that row-level security holds on the server at hand: that a context set in the FROM of a statement is
 * there when its policies are evaluated, that nothing is left of it afterwards, and that a forged one is refused.
 */
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../policy/viewer';
import { signContext } from './signed-context';

const SEEN = `select (select count(*) from ews.proof)::text from (select set_config('ews.context',$1,true) s offset 0) g where g.s is not null`;

const count = async (app: DataSource, context: string) =>
  Number(Object.values((await app.query(SEEN, [context]))[0])[0]);

/** Throws when a lock does not hold. `app` must be logged in as the application role. */
export async function proveRowLevelSecurity(app: DataSource, contextKey: Buffer): Promise<void> {
  const signed = signContext(SYSTEM, contextKey, new Date());
  if ((await count(app, signed)) === 0) fail('a signed context does not open the rows it should');
  // At once, on the connection that is free again: any other context would wipe out what was left.
  const [left] = await app.query(`select count(*)::int as rows from ews.proof`);
  if (left.rows !== 0) fail('a context outlives its statement');
  if ((await count(app, '')) !== 0) fail('rows are visible without a context');
  const forged = signed.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const refused = await count(app, forged).then(
    () => false,
    (error: { code?: string }) => error.code === '28000',
  );
  if (!refused) fail('a forged context is believed');
  const [role] = await app.query(
    `select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user`,
  );
  if (role.mighty) fail('the application logs in as a role that row-level security does not bind');
}

function fail(what: string): never {
  throw new Error(`Row-level security does not hold on this server: ${what}. The server does not start.`);
}
