/**
 * What the oracle is told of a type of the API: where its fields lead, which filters and orders its lists have. Written
 * from the description of the language and never from the shapes of the planner, so that the two can contradict.
 */
import { parseQuarter } from '../../../src/domain/period';
import type { Information } from '../../../src/policy/table';
import type { Sight } from './sight';
import type { Row } from './world';

export type Arguments = Readonly<Record<string, unknown>>;

export interface Order {
  /** Never null. Text is compared letter by letter, numbers and moments by size. */
  readonly by: (row: Row, see: Sight) => string | bigint | Date;
  readonly descending: boolean;
  /** What the order reads beyond the rows themselves. */
  readonly information?: Information;
}

export interface Condition {
  readonly holds: (row: Row, value: never, see: Sight) => boolean;
  readonly information?: Information;
}

export type List = readonly [type: string, rows: (row: Row, see: Sight) => readonly Row[], order?: string];

export interface Told {
  /** The property that makes a row unique among its siblings; also the key of its id. */
  readonly key?: string;
  /** Ends every order; the key unless said otherwise. */
  readonly tie?: string;
  /** A field that leads to one row, or to a value that is not a property of the row. */
  readonly values?: Readonly<Record<string, (row: Row, see: Sight, args: Arguments) => unknown>>;
  /** A field that leads to a list: the type of its rows, which, and their order where it is not the usual one. */
  readonly lists?: Readonly<Record<string, List>>;
  readonly filters?: Readonly<Record<string, Condition>>;
  /** Filters that hold with these values in every list that gives none. */
  readonly unlessAsked?: Readonly<Record<string, unknown>>;
  /** The first is the default. */
  readonly orders?: Readonly<Record<string, Order>>;
}

const KEYS: Readonly<Record<string, string>> = {
  Municipality: 'code',
  Region: 'code',
  CareForm: 'code',
  Province: 'code',
};

/** One row of another type, by a property that holds its key. */
export const link = (type: string, property: string) => (row: Row, see: Sight) =>
  see.find(type, KEYS[type] ?? 'id', row[property]);

/** The rows of another type that hold the key of this one. */
export const list = (type: string, property: string, key: string): List => [
  type,
  (row, see) => see.where(type, property, row[key]),
];

/** The row with the greatest value of a property. */
export const latest = (rows: readonly Row[], property: string): Row | null =>
  rows.reduce<Row | null>((last, row) => (!last || String(row[property]) > String(last[property]) ? row : last), null);

const condition = <T>(holds: (row: Row, value: T, see: Sight) => boolean, information?: Information): Condition => ({
  holds,
  ...(information && { information }),
});

export const is = (property: string) => condition((row, value: unknown) => row[property] === value);
export const anyOf = (property: string) =>
  condition((row, values: readonly unknown[]) => row[property] !== null && values.includes(row[property]));
/** Dates are compared as text: that is their order. */
export const atLeast = (property: string) => condition((row, day: string) => String(row[property]) >= day);
export const before = (property: string) => condition((row, day: string) => String(row[property]) < day);
export const within = (from: string, to: string) =>
  condition((row, day: string) => String(row[from]) <= day && (row[to] === null || day < String(row[to])));
export const contains = (property: string) =>
  condition((row, part: string) => String(row[property]).toLowerCase().includes(part.toLowerCase()));
export const ofProvider = condition((row, id: string) => row.providerId === id.slice('Provider:'.length).toLowerCase());
export const that = condition;

const order = (property: string, descending: boolean): Order => ({
  by: (row) => row[property] as string | bigint | Date,
  descending,
});
export const ascending = (property: string) => order(property, false);
export const descending = (property: string) => order(property, true);
/** Amounts and counts: TypeORM gives a bigint as text. */
export const largest = (property: string): Order => ({
  by: (row) => BigInt(row[property] as string),
  descending: true,
});
export const smallest = (property: string): Order => ({ ...largest(property), descending: false });

/** From a quarter up to and including another one. */
export const inQuarter = condition((row, quarter: string) => row.quarter === parseQuarter(quarter));
export const inQuarters = {
  from: condition((row, quarter: string) => String(row.quarter) >= String(parseQuarter(quarter))),
  to: condition((row, quarter: string) => String(row.quarter) <= String(parseQuarter(quarter))),
};
export const inPeriod = { from: atLeast('periodStart'), to: before('periodStart') };
export const byPeriod = { PERIOD_START_DESC: descending('periodStart'), PERIOD_START_ASC: ascending('periodStart') };
