/** Arbitrary arguments of fields: filters, orders, pages and ids. */
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Given, PageWish } from './wish';
import type { Words } from './words';

const PAGING = ['first', 'after', 'last', 'before'];
/** Once in so many times something is asked that has to be refused. */
const WRONG_ONCE_IN = 150;

const rarely = <T>(usual: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: WRONG_ONCE_IN - 1, arbitrary: usual }, { weight: 1, arbitrary: wrong });

export class Arguments {
  constructor(private readonly words: Words) {}

  /** The arguments of a field but its page. */
  of(type: string, args: readonly GraphQLArgument[]): fc.Arbitrary<Given[]> {
    const others = args.filter(({ name }) => !PAGING.includes(name));
    return fc.tuple(...others.map((arg) => this.argument(type, arg))).map((given) => given.flat());
  }

  private argument(type: string, arg: GraphQLArgument): fc.Arbitrary<Given[]> {
    const isFilter = isInputObjectType(getNamedType(arg.type));
    const by = isFilter
      ? fc.constantFrom<Given['by'][]>('TEXT', 'VARIABLE', 'MEMBERS', 'DEFAULT', 'INSTEAD')
      : fc.constantFrom<Given['by'][]>('TEXT', 'VARIABLE', 'DEFAULT', 'INSTEAD');
    const given = fc.record({ name: fc.constant(arg.name), value: this.value(type, arg), by });
    if (isNonNullType(arg.type)) return given.map((one) => [one]);
    return fc.oneof(
      { weight: 6, arbitrary: fc.constant<Given[]>([]) },
      { weight: 8, arbitrary: given.map((one) => [one]) },
      { weight: 1, arbitrary: given.map((one) => [{ ...one, value: null }]) },
    );
  }

  private value(type: string, { name, type: wanted }: GraphQLArgument | GraphQLInputField): fc.Arbitrary<unknown> {
    const named = getNamedType(wanted);
    if (name === 'id') return this.id(type);
    if (name === 'ids') return fc.array(this.id(type), { maxLength: 6 });
    if (name === 'code' && this.words.ids[type]) return fc.constantFrom(...this.codes(type));
    const one = isInputObjectType(named)
      ? this.filter(named)
      : isEnumType(named)
        ? fc.constantFrom(...named.getValues().map((value) => value.name))
        : named.name === 'Boolean'
          ? fc.boolean()
          : this.word(name, named.name);
    return isListType(getNullableType(wanted)) ? fc.array(one, { maxLength: 3 }) : one;
  }

  private word(name: string, scalar: string): fc.Arbitrary<unknown> {
    const known = this.words.of[name] ?? this.words.of[scalar];
    if (!known || known.length === 0) throw new Error(`No words are known for ${name} (${scalar}).`);
    const usual = fc.constantFrom(...known);
    return name === 'providerId' ? rarely(usual, fc.constantFrom<unknown>('Region:JZ01', 'Provider:1', '')) : usual;
  }

  private id(type: string): fc.Arbitrary<string> {
    const known = type === 'Node' ? Object.values(this.words.ids).flat() : (this.words.ids[type] as readonly string[]);
    const usual = fc.constantFrom(...known);
    return rarely(usual, fc.constantFrom('Provider:', 'Viewer:1', 'nonsense', ':', 'Region:JZ01'));
  }

  private codes(type: string): string[] {
    return (this.words.ids[type] as readonly string[]).map((id) => id.slice(type.length + 1));
  }

  /** At most two conditions: more of them leave no rows. What an input has to have, it has. */
  private filter(type: GraphQLInputObjectType): fc.Arbitrary<Record<string, unknown>> {
    const members = Object.values(type.getFields()).map((field) =>
      fc.tuple(
        fc.constant(field.name),
        fc.oneof(
          { weight: 14, arbitrary: this.value(type.name, field) },
          { weight: isNonNullType(field.type) ? 0 : 1, arbitrary: fc.constant(null) },
        ),
      ),
    );
    const needed = members.filter((_, at) => isNonNullType(Object.values(type.getFields())[at]?.type));
    return fc
      .tuple(fc.array(fc.oneof(...members), { maxLength: 2 }), fc.tuple(...needed))
      .map(([given, all]) => Object.fromEntries([...given, ...all]));
  }
}

/** A page of at most so many rows. Null: as many as the product gives without being asked. */
export function pageOf(most: number, mayBeLeftOut: boolean): fc.Arbitrary<PageWish> {
  const size = fc.integer({ min: 1, max: most });
  const from = fc.constantFrom<PageWish['from'][]>('after', 'before');
  const usual: fc.Arbitrary<PageWish> = fc.oneof(
    { weight: 6, arbitrary: size.map((first) => ({ first })) },
    { weight: 3, arbitrary: size.map((last) => ({ last })) },
    { weight: 3, arbitrary: size.map((first) => ({ first, from: 'after' as const })) },
    { weight: 3, arbitrary: size.map((last) => ({ last, from: 'before' as const })) },
    ...(mayBeLeftOut
      ? [
          { weight: 1, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: from.map((side) => ({ from: side })) },
          { weight: 1, arbitrary: fc.constant({ first: null }) },
        ]
      : []),
  );
  const wrong = fc.constantFrom<PageWish>(
    { first: 0 },
    { first: 101 },
    { last: -1 },
    { first: 1, last: 1 },
    { first: 1, from: 'before' },
    { last: 1, from: 'after' },
  );
  return rarely(usual, wrong);
}
