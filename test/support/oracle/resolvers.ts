/** Ordinary resolvers over rows in memory, one per field, for graphql-js to execute. */
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { PRESENT } from '../../../src/domain/models';
import { formatQuarter, isQuarter, parseQuarter } from '../../../src/domain/period';
import { refusalOf } from '../../../src/policy/refusal';
import type { Information } from '../../../src/policy/table';
import { runs } from './around';
import { models } from './models';
import { type Asked, conditionsOf, orderOf, type Page, pageOf } from './page';
import type { Sight } from './sight';
import type { Arguments } from './told';
import { TOLD } from './told/index';

import { viewerFields } from './viewer';
import { WORKED_OUT } from './worked-out';
import type { Row } from './world';

type Resolver = GraphQLFieldResolver<Row, Sight>;

/** What a filter or order reads beyond the rows that it is about. */
export function informationIn(asked: Asked): Information[] {
  const told = TOLD[asked.type];
  const read = [
    told?.orders?.[orderOf(asked)]?.information,
    ...conditionsOf(asked).map(([name]) => told?.filters?.[name]?.information),
  ];
  return read.filter((information): information is Information => information !== undefined);
}

function list(rows: readonly Row[], asked: Asked, see: Sight): Page {
  // A filter or an order is a read: it may name only what the viewer could have selected.
  if (informationIn(asked).some((information) => !see.mayRead(information))) throw refusalOf(see.viewer);
  return pageOf(rows, asked, see);
}

/** The type of the rows of a list, from the name of its connection type. */
export const rowsOfList = (field: GraphQLField<unknown, unknown>): string | null =>
  /^(\w+)Connection$/.exec(getNamedType(field.type).name)?.[1] ?? null;

const found = (type: string, id: string, see: Sight) => {
  const key = id.slice(id.indexOf(':') + 1);
  const property = TOLD[type]?.key ?? 'id';
  return see.find(type, property, property === 'id' ? key.toLowerCase() : key);
};

/** The type that an id names. */
export const typeOfId = (id: string) => id.slice(0, Math.max(0, id.indexOf(':')));

const ROOTS: Readonly<Record<string, Resolver>> = {
  ...Object.fromEntries(
    Object.entries(WORKED_OUT).map(([name, work]): [string, Resolver] => [name, (_root, args, see) => work(args, see)]),
  ),
  viewer: () => ({}),
  node: (_root, { id }, see) => found(typeOfId(id), id, see),
  nodes: (_root, { ids }, see) => ids.map((id: string) => found(typeOfId(id), id, see)),
  provider: (_root, { id }, see) => found('Provider', id, see),
  melding: (_root, { id }, see) => found('Melding', id, see),
  region: (_root, { code }, see) => see.find('Region', 'code', code),
  municipality: (_root, { code }, see) => see.find('Municipality', 'code', code),
  careForm: (_root, { code }, see) => see.find('CareForm', 'code', code),
  riskModel: (_root, { version }) => models.find((model) => model.version === (version ?? PRESENT.version)) ?? null,
  riskModels: () => models,
  riskDashboard: (_root, { quarter }, see) => {
    const quarters = see.all('AreaRisk').map((risk) => String(risk.quarter));
    const latest = quarters.sort().at(-1) ?? null;
    return { day: quarter ? parseQuarter(quarter) : latest, quarter: quarter ? parseQuarter(quarter) : latest };
  },
};

/** Root lists that show only some of their rows. */
const SOME: Readonly<Record<string, (row: Row, see: Sight) => boolean>> = {
  sharedWithMe: (row, see) => row.recipientPartyId === see.viewer.partyId && runs(row, see.now),
};

const PAGE: Readonly<Record<string, (page: Page) => unknown>> = {
  nodes: ({ rows }) => rows,
  edges: (page) => page.rows.map((row) => ({ cursor: page.cursor(row), node: row })),
  pageInfo: (page) => ({
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.rows[0] ? page.cursor(page.rows[0]) : null,
    endCursor: page.rows.length > 0 ? page.cursor(page.rows.at(-1) as Row) : null,
  }),
  totalCount: ({ totalCount }) => totalCount,
};

/** Scalars whose form in the archive is not the form in the answer. */
const AS_SHOWN: Readonly<Record<string, (value: unknown) => unknown>> = {
  Quarter: (value) => (typeof value === 'string' && isQuarter(value) ? formatQuarter(value) : value),
  Float: (value) => (typeof value === 'string' ? Number(value) : value),
};

function leafOf(type: string, field: GraphQLField<unknown, unknown>): Resolver {
  const told = TOLD[type];
  const listed = told?.lists?.[field.name];
  if (listed) {
    const [rowType, rows, order] = listed;
    return (row, args: Arguments, see) =>
      list(rows(row, see), { field: `${type}.${field.name}`, type: rowType, args, order }, see);
  }
  const value = told?.values?.[field.name];
  if (value) return (row, args: Arguments, see) => value(row, see, args);
  if (field.name === 'id') return (row) => `${type}:${row[told?.key ?? 'id']}`;
  const show = AS_SHOWN[getNamedType(field.type).name] ?? ((stored: unknown) => stored);
  return (row) => show(row[field.name]);
}

function resolverOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Resolver {
  if (type.name === 'Viewer') return viewerFields[field.name] as Resolver;
  if (type.name.endsWith('Connection')) return (page) => PAGE[field.name]?.(page as unknown as Page);
  if (type.name !== 'Query') return leafOf(type.name, field);
  const rows = rowsOfList(field);
  if (rows === null) return ROOTS[field.name] as Resolver;
  const some = SOME[field.name] ?? ((_row: Row) => true);
  return (_root, args: Arguments, see) =>
    list(
      see.all(rows).filter((row) => some(row, see)),
      { field: `Query.${field.name}`, type: rows, args },
      see,
    );
}

const objectTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && type.name !== 'Mutation',
  );

/** Puts an ordinary resolver on every field. To be done before the guard, which wraps them. */
export function attachResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) field.resolve = resolverOf(type, field);
  }
  return schema;
}

/** A guard that asks the rules of the sight itself: for an oracle that owes nothing to the shield. */
export function guardedBySight(schema: GraphQLSchema): GraphQLSchema {
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve as Resolver;
      field.resolve = (row, args, see: Sight, info) =>
        see.mayAsk(type.name, field) ? resolve(row, args, see, info) : refusalOf(see.viewer);
    }
  }
  return schema;
}

/** A row knows its type: it is an instance of its entity. To be done after the guard, which copies the types. */
export function attachTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: object) => row.constructor.name;
    if (isObjectType(type)) type.isTypeOf = undefined;
  }
  return schema;
}
