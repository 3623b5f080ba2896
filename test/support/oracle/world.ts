import type { DataSource } from 'typeorm';

/** A row as TypeORM gives it: by the names of the properties of its entity. */
export type Row = Readonly<Record<string, unknown>>;

/** What an index or a comparison goes by: a date may be two objects and one moment. */
const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);

interface Kept {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly indexes: Map<string, ReadonlyMap<unknown, readonly Row[]>>;
}

/**
 * Every row of every table, in memory, by the name of its entity. Read once by the owner, whom no policy binds: what the
 * oracle answers owes nothing to a statement of the planner.
 */
export class World {
  private readonly byColumns = new WeakMap<Row, Row>();

  private constructor(
    private readonly kept: ReadonlyMap<string, Kept>,
    private readonly names: ReadonlyMap<string, readonly (readonly [property: string, column: string])[]>,
  ) {}

  static async load(owner: DataSource): Promise<World> {
    const kept = new Map<string, Kept>();
    const names = new Map<string, readonly (readonly [string, string])[]>();
    for (const { name, tableName, target, columns } of owner.entityMetadatas) {
      const rows = (await owner.getRepository(target).find()) as Row[];
      kept.set(name, { table: tableName, rows, indexes: new Map() });
      names.set(
        name,
        columns.map((column) => [column.propertyName, column.databaseName] as const),
      );
    }
    return new World(kept, names);
  }

  table(type: string): string {
    return this.of(type).table;
  }

  all(type: string): readonly Row[] {
    return this.of(type).rows;
  }

  /** The rows of a type of which a property has a value. Null is the value of no row. */
  where(type: string, property: string, value: unknown): readonly Row[] {
    if (value === null || value === undefined) return [];
    const { rows, indexes } = this.of(type);
    const index = indexes.get(property) ?? indexOf(rows, property);
    indexes.set(property, index);
    return index.get(plain(value)) ?? [];
  }

  /** The row by the names of its columns, as the authorization table speaks of it. */
  columns(type: string, row: Row): Row {
    const known = this.byColumns.get(row) ?? this.newColumns(type, row);
    this.byColumns.set(row, known);
    return known;
  }

  private newColumns(type: string, row: Row): Row {
    const columns: Record<string, unknown> = {};
    for (const [property, column] of this.names.get(type) ?? []) columns[column] = row[property];
    return columns;
  }

  private of(type: string): Kept {
    const kept = this.kept.get(type);
    if (!kept) throw new Error(`No table holds rows of ${type}.`);
    return kept;
  }
}

function indexOf(rows: readonly Row[], property: string): ReadonlyMap<unknown, readonly Row[]> {
  const index = new Map<unknown, Row[]>();
  for (const row of rows) {
    const value = plain(row[property]);
    const known = index.get(value);
    if (known) known.push(row);
    else index.set(value, [row]);
  }
  return index;
}
