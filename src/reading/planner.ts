/**
 * The read planner: walks a selection once and writes one SQL statement that answers it as JSON text. Aliases, fragments,
 * @skip and @include are collected by graphql-js itself; policy is inside: a field that the viewer may not ask is never
 * selected, and every row carries the predicate of the viewer's scope.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields';
import { Invalid } from '../errors';
import { type FieldKind, kindOf } from '../policy/fields';
import type { Information } from '../policy/table';
import type { Viewer } from '../policy/viewer';
import { ABOUT_ANY, type AnswerAbout, notedAdmissions, notedAnswer, notedObject } from './by-name';
import { usual, writeConnection } from './connection';
import type { HoleSite } from './holes';
import { expression, glue, literal, type Piece, valueAsJson } from './json-text';
import { type DeniedField, type Plan, type Site, statementOf } from './plan';
import type { Arguments, Field, Row, Shape } from './shape';
import { Statement } from './statement';

/** More objects than this in one answer is an export, not a question. */
const OBJECTS_MAX = 200_000;

/** From these one comes to the rows of others. */
const LEADS_TO_OTHERS: ReadonlySet<string> = new Set(['Provider', 'Municipality', 'Region', 'Concern']);

/** As many objects as are counted for a list without pages. */
const FEW = 20;

/** What the planner knows of the world: the contract, where each type comes from, and who may ask what. */
export interface World {
  readonly schema: GraphQLSchema;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** May this kind of viewer ever read this field? */
  mayAsk(viewer: Viewer, type: string, field: string): boolean;
  /** False only where a test leaves one of the other locks on alone. */
  readonly scoped: boolean;
}

/** Throws Invalid when an answer could hold more objects than a question may ask for. */
export function refuseTooMany(objects: number): void {
  if (objects > OBJECTS_MAX) throw new Invalid([TOO_MUCH]);
}

type Path = readonly string[];

export class Planner {
  readonly sql: Statement;
  readonly sites: Site[] = [];
  private readonly denied: DeniedField[] = [];
  private readonly holes: HoleSite[] = [];
  /** The kinds of information that are read, and the parameters that single out a provider: for the reading log. */
  private readonly kinds = new Set<FieldKind>();
  private readonly byName: string[] = [];
  private objects = 0;
  /** How many objects there can be where the walk is now. */
  private many = 1;

  constructor(
    readonly world: World,
    private readonly info: GraphQLResolveInfo,
    readonly viewer: Viewer,
  ) {
    this.sql = new Statement(viewer, world.scoped);
  }

  /** The plan for one row (or none) of a shape, found by the columns in `key`. */
  planOne(shape: Shape, key: readonly string[]): Plan {
    if (this.isRootDenied()) return this.finish("'null'");
    const row = this.sql.alias();
    const selected = this.object(shape, this.info.fieldNodes, row, [this.rootKey]);
    const isAbout = Object.keys(shape.about).length > 0;
    const object = isAbout
      ? notedObject(selected, row, shape.about, this.kindsRead(), this.viewer, this.sql)
      : selected;
    if (shape.from) {
      return this.finish(`coalesce((select ${object} from (${shape.from(this.sql)} offset 0) ${row}),'null')`);
    }
    if (!shape.table) return this.finish(object);
    const conditions = key.map((column) => {
      const cast = column === shape.tie.column ? shape.tie.cast : 'text';
      return `${row}.${column} = ${this.sql.param(`key.${column}`, cast, (run) => run.key[column])}`;
    });
    const found = `from ${shape.table} ${row} where ${conditions.join(' and ')}${this.sql.andScope(shape.table, row)}`;
    const named = shape.about.provider ? `select ${row}.${shape.about.provider} ${found}` : null;
    const among = shape.type === 'Provider' && !this.sql.admitsToOthers ? named : null;
    return this.finish(`coalesce((select ${object} ${found}),'null')`, { among, named });
  }

  /** The plan for every row of a shape without a table: so few that they need no pages. */
  planAll(shape: Shape): Plan {
    if (this.isRootDenied()) return this.finish("'null'");
    if (!shape.from) throw new Error(`The rows of ${shape.type} are asked for in pages.`);
    const row = this.sql.alias();
    const object = this.times(FEW, () => this.object(shape, this.info.fieldNodes, row, [this.rootKey]));
    const rows = `(${shape.from(this.sql)} offset 0) ${row}`;
    return this.finish(`(select '['||coalesce(string_agg(${object},','),'')||']' from ${rows})`);
  }

  /** The plan for a connection over all rows of a shape that the viewer may see. */
  planPage(shape: Shape): Plan {
    if (this.isRootDenied()) return this.finish("'null'");
    const field = this.info.parentType.getFields()[this.info.fieldName] as GraphQLField<unknown, unknown>;
    const some = shape.some?.[this.info.fieldName];
    const on = (row: Row) => some?.(row, this.sql) ?? 'true';
    const root = { kind: 'many', shape: shape.type, on } as const;
    return this.finish(this.connection(root, field, this.info.fieldNodes, '', [this.rootKey]));
  }

  /** The guard in front refuses root fields too; this lock does not lean on that one. */
  private isRootDenied(): boolean {
    return this.isDenied(this.info.parentType.name, this.info.fieldName, [this.rootKey]);
  }

  private get rootKey(): string {
    return String(this.info.path.key);
  }

  private finish(json: string, about: AnswerAbout = this.aboutNamed()): Plan {
    const { denied, holes, objects, sites } = this;
    const named = this.byName.length > 0 ? notedAnswer(json, this.byName, this.kindsRead(), this.sql) : json;
    const text = notedAdmissions(named, about, this.sql);
    return { ...statementOf(text, this.sql.values), sites, denied, holes, objects };
  }

  /**
   * What is written down of whom a question names: also what let the viewer in, for of that nothing else is written about
   * the one that is named.
   */
  private kindsRead(): ReadonlySet<FieldKind> {
    const cases = [...this.sql.admissions].filter(({ by }) => by === 'case').map(({ of }) => of);
    return new Set([...this.kinds, ...cases, ...this.sql.escalated.keys()]);
  }

  /** Whom filters name, and whether there may be others as well. */
  private aboutNamed(): AnswerAbout {
    if (this.byName.length === 0) return ABOUT_ANY;
    const named = `values ${this.byName.map((one) => `(${one})`).join(',')}`;
    const isOfOne = this.sql.ofOne !== null && !this.sql.admitsToOthers;
    return { named, among: isOfOne ? named : null };
  }

  /** A JSON object with the selected fields of one row. */
  object(shape: Shape, nodes: readonly FieldNode[], row: Row, path: Path): string {
    const type = this.objectType(shape.type);
    this.objects += this.many;
    refuseTooMany(this.objects);
    const wasBeyond = this.sql.isBeyond;
    this.sql.isBeyond ||= path.length > 1 && LEADS_TO_OTHERS.has(shape.type);
    const pieces: Piece[] = [literal('{')];
    for (const [key, fieldNodes] of this.subfields(type, nodes)) {
      pieces.push(literal(`${pieces.length > 1 ? ',' : ''}"${key}":`));
      pieces.push(...this.field(shape, type, fieldNodes, row, [...path, key]));
    }
    this.sql.isBeyond = wasBeyond;
    return glue([...pieces, literal('}')]);
  }

  /** The selected fields of an object type, by response key; fragments and conditions are already resolved. */
  subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): ReadonlyMap<string, readonly FieldNode[]> {
    return collectSubfields(this.info.schema, this.info.fragments, this.info.variableValues, type, nodes);
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.world.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is not an object type of the schema.`);
    return type;
  }

  /** Multiplies the count of objects while a list of at most `size` is written. */
  times<T>(size: number, write: () => T): T {
    const before = this.many;
    this.many *= size;
    const written = write();
    this.many = before;
    return written;
  }

  /** Registers a field with arguments; its values are looked up anew for every run. */
  site(field: GraphQLField<unknown, unknown>, node: FieldNode): { at: number; now: Readonly<Record<string, unknown>> } {
    this.sites.push({ field, node });
    return { at: this.sites.length - 1, now: getArgumentValues(field, node, this.info.variableValues) };
  }

  private field(shape: Shape, type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row, path: Path): Piece[] {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    if (name === '__typename') return [literal(JSON.stringify(type.name))];
    const definition = type.getFields()[name] as GraphQLField<unknown, unknown>;
    if (this.isDenied(type.name, name, path)) return [literal('null')];
    const field = shape.fields[name];
    if (!field) throw new Error(`No shape says where ${type.name}.${name} comes from.`);
    return [expression(this.written(field, definition, nodes, row, path))];
  }

  /** Notes the error of a field that this kind of viewer may never read. */
  isDenied(type: string, field: string, path: Path): boolean {
    const isDenied = !this.world.mayAsk(this.viewer, type, field) && this.deny(path);
    const kind = kindOf(type, field);
    if (!isDenied && kind) this.kinds.add(kind);
    return isDenied;
  }

  /** Notes what is read without being selected. */
  reads(kinds: readonly Information[]): void {
    for (const kind of kinds) this.kinds.add(kind);
  }

  /** Notes that a list, which may be the answer itself, is about the provider whose uuid this parameter holds. */
  isAboutProvider(parameter: string, path: Path): void {
    this.byName.push(parameter);
    if (path.length === 1) this.sql.ofOne = parameter;
  }

  /** False when the planner's lock is off: the field is then left to the other locks. */
  deny(path: Path): boolean {
    if (this.world.scoped) this.denied.push({ path });
    return this.world.scoped;
  }

  private written(
    field: Field,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    row: Row,
    path: Path,
  ): string {
    const args = this.argumentsAt(definition, nodes[0] as FieldNode);
    switch (field.kind) {
      case 'value':
        return valueAsJson(field.sql(row, this.sql, args), getNamedType(definition.type).name, {
          isEnum: isEnumType(getNamedType(definition.type)),
          isList: isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type),
          nullable: field.nullable,
        });
      case 'one':
        return this.related(field, nodes, row, path);
      case 'many':
        return this.connection(field, definition, nodes, row, path);
      case 'rows':
        return this.rows(field, nodes, row, args, path);
      case 'union':
        return this.union(field, definition, nodes, row, args, path);
      case 'hole': {
        const { at } = this.site(definition, nodes[0] as FieldNode);
        this.holes.push({ path, hole: field.hole, site: at });
        return valueAsJson(field.key(row, this.sql, args), 'ID', {
          isEnum: false,
          isList: false,
          nullable: field.nullable,
        });
      }
    }
  }

  private argumentsAt(definition: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
    if (definition.args.length === 0) return () => null;
    const { at, now } = this.site(definition, node);
    return (name, cast) => {
      const given = now[name] !== undefined && now[name] !== null;
      return given ? this.sql.param(`arg.${at}.${name}`, cast, (run) => run.args(at)[name]) : null;
    };
  }

  private related(field: Field & { kind: 'one' }, nodes: readonly FieldNode[], parent: Row, path: Path): string {
    const shape = this.shape(field.shape);
    const row = this.sql.alias();
    const object = this.object(shape, nodes, row, path);
    if (!shape.table) return object;
    const usually = field.order ? usual(this, shape, {}, row) : [];
    const where = [field.on(row, parent, this.sql), ...usually].join(' and ') + this.sql.andScope(shape.table, row);
    const first = field.order ? ` order by ${row}.${field.order} limit 1` : '';
    return `coalesce((select ${object} from ${shape.table} ${row} where ${where}${first}),'null')`;
  }

  private rows(
    field: Field & { kind: 'rows' },
    nodes: readonly FieldNode[],
    parent: Row,
    args: Arguments,
    path: Path,
  ): string {
    const row = this.sql.alias();
    const object = this.times(FEW, () => this.object(this.shape(field.shape), nodes, row, path));
    return `(select '['||coalesce(string_agg(${object},','),'')||']' from (${field.from(parent, this.sql, args)}) ${row})`;
  }

  private union(
    field: Field & { kind: 'union' },
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    row: Row,
    args: Arguments,
    path: Path,
  ): string {
    const cases = Object.entries(field.cases).map(
      ([word, member]) => `when '${word}' then ${this.written(member, definition, nodes, row, path)}`,
    );
    return `coalesce(case ${field.word(row, this.sql, args)} ${cases.join(' ')} end,'null')`;
  }

  private connection(
    field: Field & { kind: 'many' },
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: Row,
    path: Path,
  ): string {
    return writeConnection(this, { field, shape: this.shape(field.shape), definition, nodes, parent, path });
  }

  private shape(type: string): Shape {
    const shape = this.world.shapes[type];
    if (!shape) throw new Error(`No shape describes the type ${type}.`);
    return shape;
  }
}

const TOO_MUCH = {
  field: 'first/last',
  en: `This question could return more than ${OBJECTS_MAX} objects. Ask for smaller pages, or for less inside them.`,
  nl: `Deze vraag kan meer dan ${OBJECTS_MAX} objecten opleveren. Vraag kleinere pagina's, of vraag daarbinnen minder.`,
};
