import type { ClientBase } from 'pg';

/** A constraint stays when another table refers to it; an index stays when a constraint needs it. */
const FOUND = `
  with k as (
    select k.*
    from pg_constraint k
    where k.conrelid = any ($1::regclass[]) and k.contype in ('f', 'u', 'p')
      and not exists (select from pg_constraint r where r.contype = 'f' and k.contype <> 'f' and r.conindid = k.conindid)
  )
  select c.relname as table,
    array(
      select format('alter table %I drop constraint %I', c.relname, k.conname)
      from k where k.conrelid = c.oid
      order by k.contype, k.conname
    ) || array(
      select format('drop index %s', i.indexrelid::regclass)
      from pg_index i
      where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
    ) as down,
    array(
      select format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
      from k where k.conrelid = c.oid and k.contype in ('u', 'p')
      order by k.conname
    ) || array(
      select pg_get_indexdef(i.indexrelid)
      from pg_index i
      where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
      order by i.indexrelid
    ) || array(
      select format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
      from k where k.conrelid = c.oid and k.contype = 'f'
      order by k.conname
    ) as restore
  from pg_class c
  where c.oid = any ($1::regclass[])`;

/**
 * Takes indexes and references off tables that are about to be filled, and remembers by which statements they come back
 * exactly as they were, per table. Sorting a whole index and checking all references at once is five times as fast as
 * doing so row by row. Only inside the transaction that fills the tables: if it fails, nothing was taken off.
 */
export async function standDown(client: ClientBase, tables: readonly string[]): Promise<Map<string, string[]>> {
  if (tables.length === 0) return new Map();
  const { rows } = await client.query<{ table: string; down: string[]; restore: string[] }>(FOUND, [tables]);
  await client.query(rows.flatMap(({ down }) => down).join(';\n'));
  return new Map(rows.map(({ table, restore }) => [table, restore]));
}
