/** Arbitrary operations over the whole language, of bounded size. They shrink by losing parts. */
import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import { Arguments, pageOf } from './arguments';
import type { Flag, Part, Wish } from './wish';
import type { Words } from './words';

/** How many objects deep an operation goes at most. */
const DEEPEST = 5;
const MOST_ROOTS = 2;
const MOST_PARTS = 4;
/** Rows per page by how much deeper it may still go: an answer stays small. */
const ROWS = [6, 4, 3, 3, 3, 8];

const flag: fc.Arbitrary<Flag> = fc.record({
  directive: fc.constantFrom<Flag['directive'][]>('skip', 'include'),
  value: fc.boolean(),
  byVariable: fc.boolean(),
});
const flags: fc.Arbitrary<Flag | null> = fc.oneof(
  { weight: 15, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: flag },
);
const isAliased = fc.nat({ max: 5 }).map((dice) => dice === 5);
const typename: fc.Arbitrary<Part> = fc.record({ kind: fc.constant('typename' as const), isAliased, flag: flags });

type Field = GraphQLField<unknown, unknown>;
const isList = (type: GraphQLCompositeType) => type.name.endsWith('Connection');
const CURSOR_LISTS = ['first', 'after', 'last', 'before'];

class Wishes {
  private readonly known = new Map<string, fc.Arbitrary<Part[]>>();
  private readonly args: Arguments;

  constructor(
    private readonly schema: GraphQLSchema,
    words: Words,
  ) {
    this.args = new Arguments(words);
  }

  root(): fc.Arbitrary<Wish> {
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const fields = Object.values(query.getFields()).map((field) => this.field(query.name, field, DEEPEST));
    const parts = fc.oneof(
      { weight: 12, arbitrary: fc.oneof(...fields) },
      { weight: 1, arbitrary: typename },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.oneof(...fields), { minLength: 1, maxLength: 2 })
          .chain((all) => this.wrapped(query, fc.constant(all))),
      },
    );
    return fc.record({
      name: fc.constantFrom(null, 'Everything'),
      parts: fc.array(parts, { minLength: 1, maxLength: MOST_ROOTS }),
    });
  }

  /** Parts of a selection of a type that may go so much deeper. */
  private parts(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Part[]> {
    const id = `${type.name} ${depth}`;
    const known = this.known.get(id) ?? this.newParts(type, depth);
    this.known.set(id, known);
    return known;
  }

  private newParts(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Part[]> {
    const fields = 'getFields' in type ? Object.values<Field>(type.getFields()) : [];
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const further = fields.filter(
      (field) => isCompositeType(getNamedType(field.type)) && (depth > 0 || !goesDeeper(field)),
    );
    const part = fc.oneof(
      { weight: 1, arbitrary: typename },
      ...weigh(
        6,
        leaves.map((field) => this.field(type.name, field, depth)),
      ),
      ...weigh(
        isList(type) ? 8 : 6,
        further.map((field) => this.field(type.name, field, depth)),
      ),
      ...weigh(depth > 0 ? (isAbstractType(type) ? 20 : 2) : 0, this.fragments(type, depth - 1)),
    );
    return fc.array(part, { minLength: 1, maxLength: isList(type) ? 3 : MOST_PARTS });
  }

  private field(type: string, field: Field, depth: number): fc.Arbitrary<Part> {
    const to = getNamedType(field.type);
    const deeper = goesDeeper(field) ? depth - 1 : depth;
    const pages = field.args.some(({ name }) => CURSOR_LISTS.includes(name));
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(field.name),
      isAliased,
      flag: flags,
      args: this.args.of(type === 'Query' ? to.name : type, field.args),
      page: pages ? pageOf(ROWS[depth] as number, depth <= 1 || depth === DEEPEST) : fc.constant(null),
      parts: isCompositeType(to) ? this.parts(to, deeper) : fc.constant(null),
    });
  }

  /** Inline fragments and spreads on the type itself, on one it belongs to, and on one it can be. */
  private fragments(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Part>[] {
    if (depth < 0) return [];
    const own = isObjectType(type) ? [type, ...type.getInterfaces()] : [type, ...this.schema.getPossibleTypes(type)];
    const fragments = own.map((on) => this.wrapped(on, this.parts(on, depth)));
    return [...fragments, this.bare(type, depth)];
  }

  private bare(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Part> {
    return fc.record({
      kind: fc.constant('inline' as const),
      on: fc.constant(null),
      flag: flags,
      parts: this.parts(type, depth),
    });
  }

  private wrapped(on: GraphQLCompositeType, parts: fc.Arbitrary<Part[]>): fc.Arbitrary<Part> {
    const shared = { on: fc.constant(on.name), flag: flags, parts };
    return fc.oneof(
      fc.record({ kind: fc.constant('inline' as const), ...shared }),
      fc.record({ kind: fc.constant('spread' as const), again: fc.boolean(), ...shared }),
    );
  }
}

/** A page is not deeper than what it is a page of: its rows are. */
const goesDeeper = (field: Field) => !/(Connection|Edge|PageInfo)$/.test(getNamedType(field.type).name);

const weigh = (weight: number, all: readonly fc.Arbitrary<Part>[]) =>
  weight > 0 && all.length > 0 ? [{ weight, arbitrary: fc.oneof(...all) }] : [];

export const wishes = (schema: GraphQLSchema, words: Words): fc.Arbitrary<Wish> => new Wishes(schema, words).root();
