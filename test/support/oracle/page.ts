/** A page of a list, cut out of rows in memory (Relay). */
import { Invalid } from '../../../src/errors';
import { cursorKey, openCursor, sealCursor } from '../../../src/reading/cursor';
import type { Sight } from './sight';
import type { Arguments, Order } from './told';
import { TOLD } from './told/index';
import type { Row } from './world';

const DEFAULT = 20;
const MOST = 100;

/** A list as it is asked for: the name of the field, the type of its rows and its arguments. */
export interface Asked {
  readonly field: string;
  readonly type: string;
  readonly args: Arguments;
  /** The order of this list when none is asked for, where it is not the usual one. */
  readonly order?: string | undefined;
}

export interface Page {
  readonly type: string;
  readonly rows: readonly Row[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  cursor(row: Row): string;
}

export const orderOf = ({ type, args, order }: Asked): string =>
  (args.orderBy as string | null | undefined) ?? order ?? (Object.keys(TOLD[type]?.orders ?? {})[0] as string);

/** The conditions that were given: null is as good as nothing. */
export const conditionsOf = ({ args }: Asked): [name: string, value: unknown][] =>
  Object.entries((args.filter ?? {}) as object).filter(([, value]) => value !== null && value !== undefined);

export interface Reach {
  readonly size: number;
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

const given = (value: unknown) => value !== null && value !== undefined;

/** How far a page reaches. Throws Invalid for a size out of bounds, or for two directions at once. */
export function reachOf({ first, last, after, before }: Arguments): Reach {
  const size = Number(first ?? last ?? DEFAULT);
  const isForward = given(first) || given(after);
  const isBackward = given(last) || given(before);
  if (size < 1 || size > MOST || (isForward && isBackward)) {
    throw new Invalid([{ field: 'first/last', en: 'no such page', nl: 'geen pagina' }]);
  }
  return { size, backward: isBackward, after: (after as string) ?? null, before: (before as string) ?? null };
}

/** The key that binds cursors to their list. */
export const keyOfCursors = (asked: Asked, see: Sight) =>
  cursorKey(see.cursorSecret, see.viewer, `${asked.field}:${asked.type}`, asked.args.filter, orderOf(asked));

type Comparable = string | number | bigint | Date;
const compare = (a: Comparable, b: Comparable) => (a < b ? -1 : a > b ? 1 : 0);

/** As Postgres writes a value. Its moments are in UTC here, without zeros at the end. */
function written(value: Comparable): string {
  if (!(value instanceof Date)) return String(value);
  return `${value
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '')}+00`;
}

/** The value that was written, of the same kind as another. */
function readAs(text: string, like: Comparable): Comparable {
  if (typeof like === 'bigint') return BigInt(text);
  if (typeof like === 'number') return Number(text);
  return like instanceof Date ? new Date(text.replace(' ', 'T').replace('+00', 'Z')) : text;
}

/** Rows with the values by which they stand in order, ends broken by identity. */
class Line {
  private readonly places = new Map<Row, readonly [by: Comparable, tie: Comparable]>();

  constructor(
    private readonly order: Order,
    private readonly tie: string,
    private readonly see: Sight,
  ) {}

  place(row: Row): readonly [by: Comparable, tie: Comparable] {
    const known = this.places.get(row) ?? [this.order.by(row, this.see), row[this.tie] as Comparable];
    this.places.set(row, known);
    return known;
  }

  inOrder(rows: readonly Row[]): readonly Row[] {
    return [...rows].sort((a, b) => this.compare(this.place(a), this.place(b)));
  }

  /** Where a row stands to the place in a cursor. */
  against(row: Row, [by, tie]: readonly [string, string]): number {
    const place = this.place(row);
    return this.compare(place, [readAs(by, place[0]), readAs(tie, place[1])]);
  }

  private compare(a: readonly [Comparable, Comparable], b: readonly [Comparable, Comparable]): number {
    const upward = compare(a[0], b[0]) || compare(a[1], b[1]);
    return this.order.descending ? -upward : upward;
  }
}

interface Sorted {
  readonly line: Line;
  readonly rows: readonly Row[];
}
const sorted = new WeakMap<readonly Row[], Map<string, Sorted>>();

/** A sight gives the same rows as the same array every time: they are put in order once. */
function inLine(rows: readonly Row[], asked: Asked, see: Sight): Sorted {
  const orders = sorted.get(rows) ?? new Map<string, Sorted>();
  sorted.set(rows, orders);
  const order = orderOf(asked);
  const known = orders.get(order);
  if (known) return known;
  const { orders: told, tie, key } = TOLD[asked.type] ?? {};
  const line = new Line(told?.[order] as Order, tie ?? key ?? 'id', see);
  const made = { line, rows: line.inOrder(rows) };
  orders.set(order, made);
  return made;
}

function matching(rows: readonly Row[], asked: Asked, see: Sight): readonly Row[] {
  const usual = Object.entries(TOLD[asked.type]?.unlessAsked ?? {});
  const holds = Object.entries({ ...Object.fromEntries(usual), ...Object.fromEntries(conditionsOf(asked)) }).map(
    ([name, value]) => {
      const condition = TOLD[asked.type]?.filters?.[name];
      if (!condition) throw new Error(`The oracle was not told of the filter ${name} of ${asked.type}.`);
      return (row: Row) => condition.holds(row, value as never, see);
    },
  );
  return rows.filter((row) => holds.every((hold) => hold(row)));
}

export function pageOf(all: readonly Row[], asked: Asked, see: Sight): Page {
  const { size, backward, after, before } = reachOf(asked.args);
  const { line, rows } = inLine(all, asked, see);
  const key = keyOfCursors(asked, see);
  const found = matching(rows, asked, see);

  const boundary = after ?? before;
  const limit = boundary === null ? null : openCursor(key, boundary);
  // The row of the cursor itself is on neither side.
  const side = after === null ? -1 : 1;
  const eligible = limit === null ? found : found.filter((row) => Math.sign(line.against(row, limit)) === side);
  const isCut = eligible.length > size;
  return {
    type: asked.type,
    rows: backward ? eligible.slice(-size) : eligible.slice(0, size),
    totalCount: found.length,
    // Away from the direction of reading there is a page whenever a boundary was given: the product promises no more.
    hasNextPage: backward ? boundary !== null : isCut,
    hasPreviousPage: backward ? isCut : boundary !== null,
    cursor: (row) => sealCursor(key, ...(line.place(row).map(written) as [string, string])),
  };
}
