/**
 * Every path by which information can be reached, made from the language itself: each list at the root with each of its
 * filters and orders, each object by its id with everything it leads to, and the dashboard.
 */
import {
  astFromValue,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';
import { rowsOfList } from '../oracle/resolvers';
import type { Sight } from '../oracle/sight';
import { TOLD } from '../oracle/told/index';
import type { Row } from '../oracle/world';
import type { Words } from './words';

/** Properties of a row that are themselves a value of a filter. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  providerId: ['providerId'],
  municipalityCode: ['municipalityCode', 'clientMunicipalityCode'],
  regionCode: ['regionCode', 'seatRegionCode'],
  seatMunicipalityCode: ['seatMunicipalityCode'],
  seatRegionCode: ['seatRegionCode'],
  careFormCode: ['careFormCode'],
};

type Field = GraphQLField<unknown, unknown>;
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const isNode = (type: GraphQLNamedType) => isObjectType(type) && type.getInterfaces().length > 0;
const hasIdOf = (type: GraphQLObjectType, row: Row) => `${type.name}:${row[TOLD[type.name]?.key ?? 'id']}`;

export class Paths {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly words: Words,
    /** Of somebody who sees everything: to find values that would hit a row. */
    private readonly everything: Sight,
  ) {}

  /** The types that can be fetched by their id. */
  nodeTypes(): GraphQLObjectType[] {
    return Object.values(this.schema.getTypeMap()).filter((type): type is GraphQLObjectType => isNode(type));
  }

  /** One object by its id, alone and among others, with everything that it leads to. */
  toNode(type: GraphQLObjectType, row: Row): string {
    const id = JSON.stringify(hasIdOf(type, row));
    const selected = `... on ${type.name} ${this.withRelations(type)}`;
    return `{ node(id: ${id}) { id ${selected} } nodes(ids: [${id}, ${id}]) { __typename id } ${this.single(type, id)} }`;
  }

  private single(type: GraphQLObjectType, id: string): string {
    const fields = fieldsOf(this.schema.getQueryType() as GraphQLObjectType);
    const field = fields.find((one) => getNamedType(one.type) === type && one.args.length === 1);
    const [arg] = field?.args ?? [];
    if (!field || !arg) return '';
    const value = arg.name === 'id' ? id : JSON.stringify(JSON.parse(id).slice(type.name.length + 1));
    return `${field.name}(${arg.name}: ${value}) ${this.leaves(type)}`;
  }

  /** A list at the root: all of it, in every order, and with every filter that would hit one of these rows. */
  toList(field: Field, rows: readonly Row[]): string {
    const type = this.schema.getType(rowsOfList(field) as string) as GraphQLObjectType;
    const key = this.key(type);
    const orders = this.argument(field, 'orderBy') as GraphQLEnumType;
    const filter = this.argument(field, 'filter') as GraphQLInputObjectType;
    const whole = `whole: ${field.name}(first: 30) { totalCount nodes ${this.leaves(type)} edges { cursor node ${key} } ${PAGE_INFO} }`;
    const ordered = orders
      .getValues()
      .map(({ name }) => `${name}: ${field.name}(last: 3, orderBy: ${name}) { nodes ${key} ${PAGE_INFO} }`);
    const filtered = rows.flatMap((row, at) =>
      Object.values(filter.getFields()).flatMap((member) => {
        const value = this.hitting(type.name, member.name, row, filter);
        if (value === undefined) return [];
        const written = print(astFromValue({ [member.name]: value }, filter) as never);
        return [`${member.name}${at}: ${field.name}(first: 2, filter: ${written}) { totalCount nodes ${key} }`];
      }),
    );
    return `{ ${[whole, ...ordered, ...filtered].join('\n')} }`;
  }

  lists(): Field[] {
    return fieldsOf(this.schema.getQueryType() as GraphQLObjectType).filter((field) => rowsOfList(field) !== null);
  }

  toDashboard(): string {
    return `{ riskDashboard ${this.withRelations(this.schema.getType('RiskDashboard') as GraphQLObjectType)} }`;
  }

  /** Everything that is worked out about a provider. */
  toWorkedOut(provider: unknown): string {
    const id = `"Provider:${provider}"`;
    const fields = [
      this.workedOut('ImpactIfStops', `impactIfStops(providerId: ${id})`),
      this.workedOut('WhatIf', `whatIf(input: { providerId: ${id}, changes: [{ figure: equity, byFraction: -0.5 }] })`),
      this.workedOut('DistanceToLimits', `distanceToLimits(providerId: ${id})`),
    ];
    return `{ ${fields.join('\n')} }`;
  }

  /** A form of care in a region. */
  toMarket(form: unknown, region: unknown): string {
    const field = `careFormInRegion(careFormCode: "${form}", regionCode: "${region}")`;
    return `{ ${this.workedOut('CareFormInRegion', field)} }`;
  }

  /** What somebody has to deliver, how far a delivery is, and what it means: everything, however deep. */
  toDraft(delivery: unknown): string {
    const id = `deliveryId: "Delivery:${delivery}"`;
    const whole = (type: string) => this.whole(this.schema.getType(type) as GraphQLObjectType);
    return `{ tasks ${whole('TaskList')} burden ${whole('BurdenOverview')} draft(${id}) ${whole('Draft')} deliveryMeaning(${id}) ${whole('DeliveryMeaning')} }`;
  }

  private whole(type: GraphQLObjectType): string {
    const selected = fieldsOf(type).map((field) => {
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return field.name;
      return `${field.name} ${isNode(named) ? this.key(named) : this.whole(named)}`;
    });
    return `{ __typename ${selected.join(' ')} }`;
  }

  private workedOut(type: string, field: string): string {
    return `${field} ${this.withRelations(this.schema.getType(type) as GraphQLObjectType)}`;
  }

  private argument(field: Field, name: string): GraphQLNamedType {
    return getNamedType(field.args.find((arg) => arg.name === name)?.type) as GraphQLNamedType;
  }

  /** A value of a filter for which it would hold for this row. */
  private hitting(type: string, member: string, row: Row, filter: GraphQLInputObjectType): unknown {
    const wanted = filter.getFields()[member]?.type;
    const named = getNamedType(wanted) as GraphQLNamedType;
    const one = this.candidates(member, named, row);
    const candidates = isListType(getNullableType(wanted)) ? one.map((value) => [value]) : one;
    const condition = TOLD[type]?.filters?.[member];
    return candidates.find((value) => condition?.holds(row, asArgument(value, named) as never, this.everything));
  }

  private candidates(member: string, type: GraphQLNamedType, row: Row): readonly unknown[] {
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (type.name === 'Boolean') return [true, false];
    const own = (OWN[member] ?? []).map((property) => row[property]).filter((value) => typeof value === 'string');
    const known = this.words.of[member] ?? this.words.of[type.name] ?? [];
    return [...(member === 'providerId' ? own.map((id) => `Provider:${id}`) : own), ...known];
  }

  private leaves(type: GraphQLObjectType): string {
    const names = fieldsOf(type).filter((field) => isLeafType(getNamedType(field.type)));
    return `{ __typename ${names.map(({ name }) => name).join(' ')} }`;
  }

  private key(type: GraphQLObjectType): string {
    return isNode(type) ? '{ id }' : this.leaves(type);
  }

  private withRelations(type: GraphQLObjectType, deeper = true): string {
    const selected = fieldsOf(type).map((field) => this.relation(field, deeper));
    return `{ __typename ${selected.filter(Boolean).join(' ')} }`;
  }

  /** What a field leads to. An object that has no id of its own is followed one step further. */
  private relation(field: Field, deeper: boolean): string {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return field.name;
    const rows = rowsOfList(field);
    if (rows !== null) {
      const type = this.schema.getType(rows) as GraphQLObjectType;
      const node = deeper && !isNode(type) ? this.withRelations(type, false) : this.key(type);
      return `${field.name}(first: 3) { totalCount nodes ${node} edges { cursor node ${this.key(type)} } ${PAGE_INFO} }`;
    }
    if (isUnionType(named)) return `${field.name} { __typename ... on Node { id } ... on NationalClient { name } }`;
    if (!isObjectType(named)) return '';
    return `${field.name} ${deeper && !isNode(named) ? this.withRelations(named, false) : this.key(named)}`;
  }
}

const asArgument = (value: unknown, { name }: GraphQLNamedType) =>
  name === 'DateTime' ? new Date(value as string) : value;
