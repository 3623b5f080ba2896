import { hash } from 'node:crypto';

/** What a refresh needs of a transaction: to ask and to write, as whoever began it. */
export interface Queries {
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM says no more about rows either; who asks says what they are.
  query(sql: string, parameters?: unknown[]): Promise<any>;
}

type Cell = string | number | bigint | boolean | null;

/** The type of a column, and one value per row. */
export interface ColumnOf {
  readonly type: 'uuid' | 'date' | 'bigint' | 'integer' | 'numeric' | 'boolean' | 'text' | 'timestamptz';
  readonly values: readonly Cell[];
}

/** One JSON text per row. */
export interface JsonColumn {
  readonly type: 'jsonb';
  readonly values: readonly string[];
}

/** Columns by name. A computed column is SQL over the others. */
export type Columns = Readonly<Record<string, ColumnOf | JsonColumn>>;

/** So many rows per statement: few round trips, and never all of a table in one parameter. */
const AT_ONCE = 10_000;

/** Of an array literal: quoted unless it is a plain word, id or number. JSON quotes as Postgres does, but for control characters. */
const PLAIN = /^(?!null$)[\w.:-]+$/i;
const element = (value: Cell) =>
  typeof value !== 'string' ? String(value) : PLAIN.test(value) ? value : JSON.stringify(value);

/** JSON text holds no line break, so a line break separates one from the next. */
const literal = ({ type, values }: ColumnOf | JsonColumn, from: number, count = AT_ONCE): string => {
  const part = values.slice(from, from + count);
  return type === 'jsonb' ? part.join('\n') : `{${part.map((value) => element(value as Cell)).join(',')}}`;
};

/** Rows as `r`, out of one parameter per column (unnest): as fast as COPY, and unlike COPY also for a role bound by policies. */
function insertFrom(table: string, columns: Columns, computed: Readonly<Record<string, string>>): string {
  const names = Object.keys(columns);
  const types = Object.values(columns).map(({ type }) => type);
  const sources = types.map((type, at) =>
    type === 'jsonb' ? `string_to_table($${at + 1}, E'\\n')` : `unnest($${at + 1}::${type}[])`,
  );
  const chosen = names.map((name, at) => (types[at] === 'jsonb' ? `r.${name}::jsonb` : `r.${name}`));
  return `
    insert into ${table} (${[...names, ...Object.keys(computed)].join(', ')})
    select ${[...chosen, ...Object.values(computed)].join(', ')}
    from rows from (${sources.join(', ')}) as r(${names.join(', ')})`;
}

const DIGEST = 'digest';

/** The columns with a digest of each row beside them, for a table that keeps it. */
export function withDigest(columns: Columns): Columns {
  const given = Object.values(columns);
  const values = (given[0]?.values ?? []).map((_, at) =>
    hash('md5', given.map((column) => column.values[at]).join('|')),
  );
  return { ...columns, [DIGEST]: { type: 'uuid', values } };
}

/** A uuid without hyphens, as idOf and a digest are made. */
export const PLAIN_ID = (column: string) => `replace(${column}::text, '-', '')`;

/**
 * The rows of which the table has another digest, or none. What it has comes over as one text: hundreds of rows are told
 * apart here in less time than it takes to send their keys there.
 */
async function differing(tx: Queries, table: string, columns: Columns, key: readonly string[]): Promise<Columns> {
  const names = [...key, DIGEST];
  const [scope = DIGEST] = key;
  const [{ stored }]: [{ stored: string | null }] = await tx.query(
    `select ${PLAIN_ID(`string_agg(concat_ws('|', ${names.join(', ')}), E'\\n')`)} as stored
     from ${table} where ${scope} = any ($1)`,
    [[...new Set(columns[scope]?.values)]],
  );
  const known = new Set(stored?.split('\n'));
  const told = names.map((name) => columns[name]?.values ?? []);
  const wanted = (told[0] ?? []).flatMap((_, at) => {
    const row = told.map((values) => values[at]).join('|');
    return known.has(row.replaceAll('-', '')) ? [] : [at];
  });
  return Object.fromEntries(
    Object.entries(columns).map(([name, { type, values }]) => [
      name,
      { type, values: wanted.map((at) => values[at]) } as ColumnOf | JsonColumn,
    ]),
  );
}

/**
 * Inserts many rows in few statements. Gives their number.
 * @param computed columns that Postgres works out from the others, as SQL over `r`
 */
export async function insertRows(
  tx: Queries,
  table: string,
  columns: Columns,
  computed: Readonly<Record<string, string>> = {},
): Promise<number> {
  const given = Object.values(columns);
  const count = given[0]?.values.length ?? 0;
  const insert = insertFrom(table, columns, computed);
  for (let from = 0; from < count; from += AT_ONCE) {
    await tx.query(
      insert,
      given.map((column) => literal(column, from)),
    );
  }
  return count;
}

/**
 * Inserts rows, or updates those that are there and differ. Gives what is asked of the rows that were new or changed: what
 * stayed as it was costs no write, and nothing that depends on it has to be made again.
 * @param key the columns that tell rows apart
 * @param quietly columns that are written along, and alone are no change: the time of computing
 * @param byDigest whether to send only rows of which the table has another digest. After a delivery nine in ten are the same,
 *   and sending and comparing those is most of what writing them costs
 */
export async function upsertRows<Row>(
  tx: Queries,
  table: string,
  columns: Columns,
  { key, computed = {}, quietly = [], byDigest = false, returning }: UpsertOptions,
): Promise<Row[]> {
  const given = Object.values(byDigest ? await differing(tx, table, columns, key) : columns);
  const count = given[0]?.values.length ?? 0;
  const others = [...Object.keys(columns), ...Object.keys(computed)].filter((name) => !key.includes(name));
  const compared = others.filter((name) => !quietly.includes(name));
  const listed = (names: readonly string[], of: string) => `(${names.map((name) => `${of}.${name}`).join(', ')})`;
  const upsert = `${insertFrom(table, columns, computed)}
    on conflict (${key.join(', ')}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
    where ${listed(compared, table)} is distinct from ${listed(compared, 'excluded')}
    returning ${returning}`;
  const changed: Row[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows: Row[] = await tx.query(
      upsert,
      given.map((column) => literal(column, from)),
    );
    for (const row of rows) changed.push(row);
  }
  return changed;
}

interface UpsertOptions {
  readonly key: readonly string[];
  readonly computed?: Readonly<Record<string, string>>;
  readonly quietly?: readonly string[];
  readonly byDigest?: boolean;
  readonly returning: string;
}
