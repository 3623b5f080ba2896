import type { ClientBase } from 'pg';

const FORCED = `
  select format('%I', relname) as table
  from pg_class
  where relkind in ('r', 'p') and relforcerowsecurity and relnamespace = 'public'::regnamespace
  order by relname`;

/**
 * COPY is refused to an owner whom the policies bind as well. Lifts that from the owner, inside the transaction and for
 * no one else, and gives what puts it back.
 */
export async function liftFromOwner(client: ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string }>(FORCED);
  const alter = async (how: string) => {
    await client.query(rows.map(({ table }) => `alter table ${table} ${how} row level security`).join(';\n'));
  };
  if (rows.length === 0) return async () => undefined;
  await alter('no force');
  return () => alter('force');
}
