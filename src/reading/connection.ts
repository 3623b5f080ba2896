/** A Relay connection as SQL: keyset paging in both directions, filters and orders from the shape, counts only when asked. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { Invalid } from '../errors';
import { mayAsk } from '../policy/grant';
import type { Information } from '../policy/table';
import { cursorKey, cursorSql, openCursor } from './cursor';
import { expression, glue, literal, type Piece } from './json-text';
import type { Planner } from './planner';
import type { Run } from './run';
import type { Field, Filter, Row, Shape, Sort } from './shape';

export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 100;

interface Asked {
  readonly field: Field & { kind: 'many' };
  readonly shape: Shape;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly parent: Row;
  readonly path: readonly string[];
}

/** The page that was asked for, from its arguments. */
interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly boundary: 'after' | 'before' | null;
}

export function writeConnection(planner: Planner, asked: Asked): string {
  const { shape, definition, nodes } = asked;
  const type = getNamedType(definition.type) as GraphQLObjectType;
  const { at, now } = planner.site(definition, nodes[0] as FieldNode);
  const page = pageOf(now);
  const order = String(now.orderBy ?? asked.field.sort ?? Object.keys(shape.sorts)[0]);
  const sort = shape.sorts[order];
  if (!sort || !shape.table) throw new Error(`No order ${order} is known of ${shape.type}.`);
  const filter = (now.filter ?? {}) as Record<string, unknown>;
  const kinds = kindsRead(asked, sort, filter);
  if (kinds.some((kind) => !mayAsk(planner.viewer, kind)) && planner.deny(asked.path)) return "'null'";
  planner.reads(kinds);

  const row = planner.sql.alias();
  const where = [
    asked.field.on(row, asked.parent, planner.sql),
    ...filtered(planner, asked, filter, row, at),
    ...usual(planner, shape, filter, row),
  ];
  const visible = where.join(' and ') + planner.sql.andScope(shape.table, row);
  return new ConnectionWriter(planner, type, asked, { row, at, page, order, sort, visible }).write();
}

const owners = new WeakMap<GraphQLSchema, ReadonlyMap<unknown, string>>();

/** The type that a field is of: the contracts of a provider are another list than those of a municipality. */
function ownerOf(schema: GraphQLSchema, definition: GraphQLField<unknown, unknown>): string {
  let known = owners.get(schema);
  if (!known) {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    known = new Map(types.flatMap((type) => Object.values(type.getFields()).map((field) => [field, type.name])));
    owners.set(schema, known);
  }
  return known.get(definition) as string;
}

function pageOf(args: Readonly<Record<string, unknown>>): Page {
  const size = (args.first ?? args.last ?? PAGE_DEFAULT) as number;
  const both = (one: string, other: string) => given(args[one]) && given(args[other]);
  if (!(size >= 1 && size <= PAGE_MAX)) throw new Invalid([SIZE]);
  const backward = given(args.last);
  if (both('first', 'last') || both('after', 'before')) throw new Invalid([DIRECTION]);
  if ((given(args.before) && given(args.first)) || (given(args.after) && backward)) throw new Invalid([DIRECTION]);
  if (given(args.before)) return { size, backward: true, boundary: 'before' };
  return { size, backward, boundary: given(args.after) ? 'after' : null };
}

const given = (value: unknown) => value !== undefined && value !== null;

/** A filter or order is a read: it may name only what the viewer could have selected, and is written down like it. */
function kindsRead({ shape }: Asked, sort: Sort, filter: Record<string, unknown>): Information[] {
  const asked = Object.keys(filter).filter((name) => given(filter[name]));
  const kinds = [...asked.map((name) => shape.filters[name]?.information), sort.information];
  return kinds.filter((kind) => kind !== undefined);
}

function filtered(
  planner: Planner,
  { shape, path }: Asked,
  filter: Record<string, unknown>,
  row: Row,
  at: number,
): string[] {
  return Object.keys(filter)
    .filter((name) => given(filter[name]))
    .map((name) => {
      const known = shape.filters[name];
      if (!known) throw new Error(`No filter ${name} is known of ${shape.type}.`);
      const read = known.read ?? ((value: unknown) => value);
      const value = planner.sql.param(`filter.${at}.${name}`, known.cast, (run) =>
        read((run.args(at).filter as Record<string, unknown>)[name]),
      );
      if (known.isByName) planner.isAboutProvider(value, path);
      return known.holds(row, value, planner.sql);
    });
}

/** The conditions that hold unless the filter names its own. */
export function usual(planner: Planner, shape: Shape, filter: Record<string, unknown>, row: Row): string[] {
  return Object.entries(shape.unlessAsked ?? {})
    .filter(([name]) => !given(filter[name]))
    .map(([name, value]) => {
      const known = shape.filters[name] as Filter;
      return known.holds(
        row,
        planner.sql.param(`usual.${shape.type}.${name}`, known.cast, () => value),
        planner.sql,
      );
    });
}

interface Written {
  readonly row: Row;
  readonly at: number;
  readonly page: Page;
  readonly order: string;
  readonly sort: Sort;
  readonly visible: string;
}

class ConnectionWriter {
  /** What the inner select yields per row: JSON of nodes and edges, and the cursor. */
  private readonly columns: string[] = [];
  private readonly shape: Shape;
  private readonly selected: ReadonlyMap<string, readonly FieldNode[]>;
  /** One row more than the page is read to know whether there is more; it is never shown. */
  private readonly numbered: boolean;

  constructor(
    private readonly planner: Planner,
    private readonly type: GraphQLObjectType,
    private readonly asked: Asked,
    private readonly now: Written,
  ) {
    this.shape = asked.shape;
    this.selected = planner.subfields(type, asked.nodes);
    this.numbered = [...this.selected.values()].some(([node]) => node?.name.value === 'pageInfo');
  }

  write(): string {
    const pieces: Piece[] = [literal('{')];
    for (const [key, nodes] of this.selected) {
      pieces.push(literal(`${pieces.length > 1 ? ',' : ''}"${key}":`), this.member(key, nodes));
    }
    const json = glue([...pieces, literal('}')]);
    if (this.columns.length > 0) return `(select ${json} from ${this.rows()} r)`;
    // Without rows to read, the answer is a count or a name. A wrong cursor is wrong all the same.
    this.beyond(this.by());
    return `(${json})`;
  }

  private member(key: string, nodes: readonly FieldNode[]): Piece {
    const name = nodes[0]?.name.value as string;
    const path = [...this.asked.path, key];
    if (name === '__typename') return literal(JSON.stringify(this.type.name));
    if (name === 'totalCount') return expression(this.count());
    if (name === 'pageInfo') return expression(this.pageInfo(nodes));
    const write = name === 'nodes' ? () => this.node(nodes, path) : () => this.edge(nodes, path);
    const column = this.column(this.planner.times(this.now.page.size, write));
    return expression(`'['||coalesce(string_agg(r.${column},',')${this.within()},'')||']'`);
  }

  private column(sql: string): string {
    const known = this.columns.findIndex((column) => column.startsWith(`${sql} `));
    const name = known < 0 ? `c${this.columns.length}` : `c${known}`;
    if (known < 0) this.columns.push(`${sql} ${name}`);
    return name;
  }

  private count(): string {
    const { row, visible } = this.now;
    return `(select count(*) from ${this.shape.table} ${row} where ${visible})::text`;
  }

  private node(nodes: readonly FieldNode[], path: readonly string[]): string {
    return this.planner.object(this.shape, nodes, this.now.row, path);
  }

  private edge(nodes: readonly FieldNode[], path: readonly string[]): string {
    const edgeType = getNamedType(this.type.getFields().edges?.type as never) as unknown as GraphQLObjectType;
    const pieces: Piece[] = [literal('{')];
    for (const [key, members] of this.planner.subfields(edgeType, nodes)) {
      const name = members[0]?.name.value;
      pieces.push(literal(`${pieces.length > 1 ? ',' : ''}"${key}":`));
      if (name === '__typename') pieces.push(literal(JSON.stringify(edgeType.name)));
      else if (name === 'cursor') pieces.push(literal('"'), expression(this.cursor()), literal('"'));
      else pieces.push(expression(this.node(members, [...path, key])));
    }
    return glue([...pieces, literal('}')]);
  }

  private by(): string {
    return this.now.sort.by(this.now.row, this.planner.sql);
  }

  private cursor(): string {
    const key = this.planner.sql.param(`cursorKey.${this.now.at}`, 'bytea', (run) => this.key(run));
    return cursorSql(key, this.by(), `${this.now.row}.${this.shape.tie.column}`);
  }

  private key(run: Run): Buffer {
    const connection = `${ownerOf(this.planner.world.schema, this.asked.definition)}.${this.asked.definition.name}:${this.shape.type}`;
    return cursorKey(run.cursorSecret, run.viewer, connection, run.args(this.now.at).filter, this.now.order);
  }

  private pageInfo(nodes: readonly FieldNode[]): string {
    const { size, backward, boundary } = this.now.page;
    const type = this.planner.objectType('PageInfo');
    const beyond = () => {
      this.column('1');
      return expression(`(count(*)>${size})::text`);
    };
    // No "order by" inside an aggregate: Postgres would sort the rows for it, and every other aggregate with them.
    const cursorAt = (place: string) => {
      const column = this.column(this.cursor());
      return expression(`coalesce('"'||(array_agg(r.${column})${this.within()})[${place}]||'"','null')`);
    };
    const members: Readonly<Record<string, () => Piece>> = {
      __typename: () => literal('"PageInfo"'),
      hasNextPage: () => (backward ? literal(String(boundary !== null)) : beyond()),
      hasPreviousPage: () => (backward ? beyond() : literal(String(boundary !== null))),
      startCursor: () => cursorAt('1'),
      endCursor: () => cursorAt(`(count(*)${this.within()})::int`),
    };
    const pieces: Piece[] = [literal('{')];
    for (const [key, fieldNodes] of this.planner.subfields(type, nodes)) {
      const name = fieldNodes[0]?.name.value as string;
      pieces.push(literal(`${pieces.length > 1 ? ',' : ''}"${key}":`), (members[name] as () => Piece)());
    }
    return glue([...pieces, literal('}')]);
  }

  private within(): string {
    return this.numbered ? ` filter (where r.rn<=${this.now.page.size})` : '';
  }

  /** The rows of the page, in the order of the list whichever way it is read. */
  private rows(): string {
    const { row, page, sort, visible } = this.now;
    const { table, tie } = this.shape;
    const by = this.by();
    const direction = sort.descending !== page.backward ? ' desc' : '';
    const limit = this.numbered ? page.size + 1 : page.size;
    const inner =
      `select ${this.columns.join(',')}${this.numbered || page.backward ? ',row_number() over () rn' : ''}` +
      ` from (select * from ${table} ${row} where ${visible}${this.beyond(by)}` +
      ` order by ${by}${direction},${row}.${tie.column}${direction} limit ${limit}) ${row}`;
    return page.backward ? `(select * from (${inner}) q order by rn desc)` : `(${inner})`;
  }

  private beyond(by: string): string {
    const { page, sort, row, at } = this.now;
    const boundary = page.boundary;
    if (!boundary) return '';
    const open = (part: 0 | 1) => (run: Run) => openCursor(this.key(run), run.args(at)[boundary] as string)[part];
    const value = this.planner.sql.param(`boundary.${at}.by`, sort.cast, open(0));
    const tie = this.planner.sql.param(`boundary.${at}.tie`, this.shape.tie.cast, open(1));
    const sign = sort.descending === (boundary === 'after') ? '<' : '>';
    return ` and (${by},${row}.${this.shape.tie.column}) ${sign} (${value},${tie})`;
  }
}

const SIZE = {
  field: 'first/last',
  en: `A page has 1 to ${PAGE_MAX} items. Ask for a size between those, and page with after or before.`,
  nl: `Een pagina heeft 1 tot ${PAGE_MAX} regels. Vraag een omvang daartussen, en blader met after of before.`,
};
const DIRECTION = {
  field: 'first/last',
  en: 'Page forward with first and after, or backward with last and before; not both at once.',
  nl: 'Blader vooruit met first en after, of achteruit met last en before; niet beide tegelijk.',
};
