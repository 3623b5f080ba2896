import { Arg, type ClassType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { described } from './described';
import { Node } from './node';
import { DateTime, Decimal, EuroCents, LocalDate, Quarter } from './scalars';

/**
 * The decorators of the language: each says the Dutch term and the meaning, and declares the type. Classes only declare
 * the contract; the planner of src/reading answers every nested field, so a class holds no behaviour.
 */

/** For a property whose class is imported in a circle: keeps the class itself out of the emitted metadata. */
export type Ref<T> = T;

/** Fields are nullable unless said otherwise: a party that may not read the information gets null and an error. */
interface Presence {
  readonly nullable: boolean;
}
/** Present whenever the object is: reference data, and what is part of the shape of the answer. */
export const always: Presence = { nullable: false };
/** A series in which what is not known is null. */
export const withGaps = { nullable: 'itemsAndList' } as const;
const policyDecides: Presence = { nullable: true };

type TypeThunk = () => object;
type Leaf = (nl: string, says: string, presence?: Presence | typeof withGaps) => PropertyDecorator;

const leaf =
  (type: TypeThunk): Leaf =>
  (nl, says, presence = policyDecides) =>
    Field(type, { ...presence, description: described(nl, says) });

export const Identity = leaf(() => ID);
export const Text = leaf(() => String);
/** A whole number of things, people, days or points. */
export const Count = leaf(() => Int);
export const Cents = leaf(() => EuroCents);
/** An exact decimal as it was delivered: a volume, an fte. */
export const Exact = leaf(() => Decimal);
/** A computed fraction (0.2 is 20 %) or a coordinate. */
export const Ratio = leaf(() => Float);
export const Flag = leaf(() => Boolean);
export const Day = leaf(() => LocalDate);
export const Moment = leaf(() => DateTime);
export const InQuarter = leaf(() => Quarter);

/** A word of a word list, or an object that this one leads to. */
export const Of = (type: TypeThunk, ...rest: Parameters<Leaf>) => leaf(type)(...rest);
/** Several words or objects, few enough to need no pages. */
export const Some = (type: TypeThunk, ...rest: Parameters<Leaf>) => leaf(() => [type()])(...rest);

/** The one argument of a nested field. type-graphql knows arguments of methods only; nested fields have no method. */
export function With(name: string, type: TypeThunk, nl: string, says: string): PropertyDecorator {
  return (prototype, property) =>
    Arg(name, type, { nullable: true, description: described(nl, says) })(prototype, property, 0);
}

/** An object type. simpleResolvers: no function of type-graphql is called per field. */
export const Type = (nl: string, says: string, node?: typeof Node): ClassDecorator =>
  ObjectType({
    description: described(nl, says),
    simpleResolvers: true,
    implements: node as ClassType | undefined,
  }) as ClassDecorator;

/** The conditions of a list. All are optional and combined with AND. */
export const Filter = (nl: string, what: string): ClassDecorator =>
  InputType({
    description: described(
      `filter op ${nl}`,
      `Which ${what}. Every condition is optional; those given must all hold. A condition on information that you may not read is refused.`,
    ),
  });
