/**
 * A shape says of one API type where each of its fields comes from: a column (known from the entity, not repeated), an
 * SQL expression, a relation to another shape, or a hole that TypeScript fills. The planner turns a selection of it into
 * one SQL statement.
 */
import { getMetadataArgsStorage } from 'typeorm';
import { Naming } from '../database/naming';
import type { Information } from '../policy/table';
import type { HoleName } from './holes';
import type { Statement } from './statement';

/** A row in the SQL being written: its alias. */
export type Row = string;
/** The arguments of a field as parameters: name -> placeholder with a cast, or null when the argument is absent. */
export type Arguments = (name: string, cast: string) => string | null;

type Sql = (row: Row, sql: Statement, args: Arguments) => string;
type Join = (child: Row, parent: Row, sql: Statement) => string;

export type Field =
  | { readonly kind: 'value'; readonly sql: Sql; readonly nullable: boolean }
  | { readonly kind: 'one'; readonly shape: string; readonly on: Join; readonly order?: string }
  | { readonly kind: 'many'; readonly shape: string; readonly on: Join; readonly sort?: string }
  /** Rows that are part of this row, such as the criteria in an assessment: no table, no scope of their own. */
  | { readonly kind: 'rows'; readonly shape: string; readonly from: Sql }
  /** One of several types, by a word in a column. */
  | { readonly kind: 'union'; readonly word: Sql; readonly cases: Readonly<Record<string, Field>> }
  | { readonly kind: 'hole'; readonly hole: HoleName; readonly key: Sql; readonly nullable: boolean };

export interface Filter {
  /** The type of the value in Postgres. */
  readonly cast: string;
  readonly holds: (row: Row, value: string, sql: Statement) => string;
  /** From the API's value to the database's, such as from "Provider:<uuid>" to the uuid. */
  readonly read?: (value: unknown) => unknown;
  /** The kind of information that the filter reads, when it is not the row's own. */
  readonly information?: Information;
  /** It singles out one provider: its value is the uuid. */
  readonly isByName?: boolean;
}

export interface Sort {
  /** Never null, so that a page can continue after it. */
  readonly by: (row: Row, sql: Statement) => string;
  readonly cast: string;
  readonly descending: boolean;
  readonly information?: Information;
}

/** By which columns a row is about one provider, or else one municipality, or else one region. */
export type About = Readonly<Partial<Record<'provider' | 'municipality' | 'region', string>>>;

export interface Shape {
  readonly type: string;
  /** The guarded table; null for a shape that is part of another row or has no rows at all. */
  readonly table: string | null;
  /** Whom a row is about, when it is about somebody. */
  readonly about: About;
  /** For a shape without a table: the one row that its fields share, worked out once. */
  readonly from?: (sql: Statement) => string;
  /** The column that makes a row unique among its siblings, with its type; ends every sort. */
  readonly tie: { readonly column: string; readonly cast: string };
  readonly fields: Readonly<Record<string, Field>>;
  readonly filters: Readonly<Record<string, Filter>>;
  /** Root lists that show only some of the rows, by the name of the field. */
  readonly some?: Readonly<Record<string, (row: Row, sql: Statement) => string>> | undefined;
  /** Filters with the value they have in every list that does not ask another, and in a relation to the first of a list. */
  readonly unlessAsked?: Readonly<Record<string, unknown>> | undefined;
  /** The first is the default. */
  readonly sorts: Readonly<Record<string, Sort>>;
}

const naming = new Naming();

/** Every column of an entity as a field of the same name. */
function columnsOf(entity: new () => object): Record<string, Field> {
  const columns = getMetadataArgsStorage().filterColumns(entity);
  return Object.fromEntries(
    columns.map(({ propertyName, options }) => {
      const name = naming.columnName(propertyName, options.name, []);
      return [
        propertyName,
        { kind: 'value', sql: (row: Row) => `${row}.${name}`, nullable: options.nullable === true },
      ];
    }),
  );
}

const IS: Readonly<Record<string, About>> = {
  provider: { provider: 'id' },
  municipality: { municipality: 'code' },
  region: { region: 'code' },
};
const NAMES = { provider: 'providerId', municipality: 'municipalityCode', region: 'regionCode' } as const;

/** By the members that name a party: those of the party itself, or else those that every table calls the same. */
export function aboutOf(members: Readonly<Record<string, unknown>>, table: string | null = null): About {
  const named = Object.entries(NAMES).filter(([, member]) => members[member] !== undefined);
  const columns = Object.fromEntries(named.map(([party, member]) => [party, naming.columnName(member, undefined, [])]));
  return (table && IS[table]) || columns;
}

type Rest = Partial<Pick<Shape, 'fields' | 'filters' | 'some' | 'unlessAsked' | 'sorts' | 'tie'>>;
const UUID_TIE = { column: 'id', cast: 'uuid' };

/** The shape of a type that is stored in a table. */
export function shape(type: string, entity: new () => object, rest: Rest & { key?: string } = {}): Shape {
  const key = rest.key ?? 'id';
  const id: Field = { kind: 'value', sql: (row) => `'${type}:'||${row}.${key}`, nullable: false };
  const table = naming.tableName(entity.name);
  const columns = columnsOf(entity);
  return {
    type,
    table,
    about: aboutOf(columns, table),
    tie: rest.tie ?? (key === 'id' ? UUID_TIE : { column: key, cast: 'text' }),
    fields: { ...columns, id, ...rest.fields },
    filters: rest.filters ?? {},
    some: rest.some,
    unlessAsked: rest.unlessAsked,
    sorts: rest.sorts ?? {},
  };
}

/** The shape of a type without a table of its own: part of another row, or made of parts. */
export function part(type: string, fields: Shape['fields'], from?: Shape['from'], about: About = {}): Shape {
  return { type, table: null, about, from, tie: UUID_TIE, fields, filters: {}, sorts: {} };
}

/** A value that Postgres computes from the row. */
export const computed = (sql: Sql, nullable = true): Field => ({ kind: 'value', sql, nullable });

/** A fraction, rounded as domain/ratio does: null (not assessable) unless the denominator is positive. */
export const quotient = (above: (row: Row) => string, below: (row: Row) => string): Field =>
  computed((row) => `case when ${below(row)} > 0 then round((${above(row)})::numeric / ${below(row)}, 6) end`);

const joined =
  (columns: Readonly<Record<string, string>>): Join =>
  (child, parent) =>
    Object.entries(columns)
      .map(([mine, theirs]) => `${child}.${mine} = ${parent}.${theirs}`)
      .join(' and ');

/** At most one row of another shape: child column -> column of this row. With an order: the first by it. */
export const one = (shape: string, columns: Readonly<Record<string, string>> | Join, order?: string): Field => ({
  kind: 'one',
  shape,
  on: typeof columns === 'function' ? columns : joined(columns),
  order,
});

/** A connection to rows of another shape; `sort` overrides that shape's default order. */
export const many = (shape: string, columns: Readonly<Record<string, string>> | Join, sort?: string): Field => ({
  kind: 'many',
  shape,
  on: typeof columns === 'function' ? columns : joined(columns),
  sort,
});
