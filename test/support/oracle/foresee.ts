/**
 * What can be said of an operation before a row is read: which fields this kind of viewer is refused, and at which root
 * fields the input is wrong. The planner says it once per field, also where there turns out to be no row, because an
 * error may not tell whether there is one.
 */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { openCursor } from '../../../src/reading/cursor';
import { type Asked, conditionsOf, keyOfCursors, reachOf } from './page';
import { informationIn, rowsOfList, typeOfId } from './resolvers';
import type { Sight } from './sight';
import { TOLD } from './told/index';
import { isWrong } from './worked-out';

export interface Foreseen {
  /** Paths (without the numbers of lists) of fields that are refused. */
  readonly refused: ReadonlySet<string>;
  /** Response keys of root fields whose input is wrong. */
  readonly wrong: ReadonlySet<string>;
  /** One of those may never be null, so that there is no answer at all. */
  readonly breaks: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CODE = /^[a-z0-9-]{1,20}$/i;
const CODED = ['Region', 'Municipality', 'CareForm'];
const NODES_MAX = 100;

const isIdOf = (type: string, id: string) =>
  typeOfId(id) === type && (CODED.includes(type) ? CODE : UUID).test(id.slice(type.length + 1));

const throws = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

class Foresight {
  readonly refused = new Set<string>();
  readonly wrong = new Set<string>();
  breaks = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Parameters<typeof collectSubfields>[1],
    private readonly variables: { [name: string]: unknown },
    private readonly see: Sight,
  ) {}

  root(type: GraphQLObjectType, nodes: readonly FieldNode[], key: string): void {
    this.field(type, nodes, [key]);
    const field = type.getFields()[nodes[0]?.name.value as string];
    this.breaks ||= this.wrong.has(key) && isNonNullType(field?.type);
  }

  field(type: GraphQLObjectType, nodes: readonly FieldNode[], path: readonly string[]): void {
    const [node] = nodes as [FieldNode];
    if (node.name.value.startsWith('__')) return;
    const field = type.getFields()[node.name.value] as GraphQLField<unknown, unknown>;
    const args = getArgumentValues(field, node, this.variables);
    if (!this.see.mayAsk(type.name, field)) {
      this.refuse(path);
      return;
    }
    if (!this.isAccepted(type.name, field, args, path)) return;
    for (const next of this.leadsTo(type, field, args)) {
      for (const [key, fields] of collectSubfields(
        this.schema,
        this.fragments,
        this.variables,
        next,
        nodes as FieldNode[],
      )) {
        this.field(next, fields, [...path, key]);
      }
    }
  }

  private refuse(path: readonly string[]): void {
    this.refused.add(path.join('.'));
  }

  private isAccepted(
    type: string,
    field: GraphQLField<unknown, unknown>,
    args: Record<string, unknown>,
    path: readonly string[],
  ): boolean {
    const [root] = path as [string];
    const ids = field.args.some(({ name }) => name === 'id') ? [args.id] : ((args.ids as unknown[] | undefined) ?? []);
    if (!this.areIds(field, ids as string[])) this.wrong.add(root);
    const { providerId = args.providerId } = (args.input ?? {}) as { providerId?: unknown };
    if (providerId !== undefined && !isIdOf('Provider', String(providerId))) this.wrong.add(root);
    if (args.deliveryId !== undefined && !isIdOf('Delivery', String(args.deliveryId))) this.wrong.add(root);
    if (isWrong(field.name, args, this.see)) this.wrong.add(root);
    const rows = rowsOfList(field);
    if (rows === null) return true;
    const asked: Asked = {
      field: `${type}.${field.name}`,
      type: rows,
      args,
      order: TOLD[type]?.lists?.[field.name]?.[2],
    };
    if (throws(() => reachOf(args))) this.wrong.add(root);
    if (informationIn(asked).some((information) => !this.see.mayRead(information))) {
      this.refuse(path);
      return false;
    }
    if (!this.isList(asked)) this.wrong.add(root);
    return true;
  }

  private areIds(field: GraphQLField<unknown, unknown>, ids: readonly string[]): boolean {
    if (ids.length > NODES_MAX) return false;
    const type = getNamedType(field.type);
    return ids.every((id) => {
      if (isObjectType(type)) return isIdOf(type.name, id);
      const named = this.schema.getType(typeOfId(id));
      return isObjectType(named) && named.getInterfaces().length > 0 && isIdOf(named.name, id);
    });
  }

  private isList(asked: Asked): boolean {
    const providers = conditionsOf(asked).filter(([name]) => name === 'providerId');
    if (!providers.every(([, id]) => isIdOf('Provider', id as string))) return false;
    const cursors = [asked.args.after, asked.args.before].filter((cursor) => typeof cursor === 'string');
    return cursors.every((cursor) => !throws(() => openCursor(keyOfCursors(asked, this.see), cursor)));
  }

  /** The types that the objects in a field can have; for a node they are in its id. */
  private leadsTo(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, args: Record<string, unknown>) {
    const named = getNamedType(field.type);
    if (isObjectType(named)) return [named];
    if (!isAbstractType(named)) return [];
    const possible = this.schema.getPossibleTypes(named);
    if (type.name !== 'Query') return possible;
    const ids = [args.id, ...((args.ids as unknown[] | undefined) ?? [])].filter((id) => typeof id === 'string');
    return possible.filter(({ name }) => ids.some((id) => typeOfId(id) === name));
  }
}

export function foresee(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: { [name: string]: unknown },
  see: Sight,
): Foreseen {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const root = schema.getQueryType();
  if (!operation || !root) throw new Error('A document of a query is wanted.');
  const foresight = new Foresight(schema, fragments, variables, see);
  for (const [key, nodes] of collectFields(schema, fragments, variables, root, operation.selectionSet)) {
    foresight.root(root, nodes, key);
  }
  return foresight;
}
