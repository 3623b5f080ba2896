import type { ClientBase } from 'pg';

const FORCED = `
  select format('%I', relname) as table
  from pg_class
  where relkind in ('r', 'p') and relforcerowsecurity and relnamespace = 'public'::regnamespace
  order by relname`;

const TRIGGERED = `
  select distinct format('%I', c.relname) as table
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
  order by 1`;

/**
 * COPY is refused to an owner whom the policies bind as well, and triggers refuse a history of what was ended. Lifts that
 * from the owner, inside the transaction and for no one else, and gives what puts it back.
 */
export async function liftFromOwner(client: ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string }>(FORCED);
  const triggered = await client.query<{ table: string }>(TRIGGERED);
  const alter = async (force: string, able: string) => {
    const bound = rows.map(({ table }) => `alter table ${table} ${force} row level security`);
    const fired = triggered.rows.map(({ table }) => `alter table ${table} ${able} trigger user`);
    if (bound.length + fired.length > 0) await client.query([...bound, ...fired].join(';\n'));
  };
  await alter('no force', 'disable');
  return () => alter('force', 'enable');
}
