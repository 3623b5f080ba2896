import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import type { Said } from '../src/domain/language';

/** How a value from outside becomes one of ours, or nothing when it is not one. */
type Reading<T> = (value: unknown) => T | undefined;

interface Scalar<T> {
  readonly name: string;
  readonly description: string;
  /** What a good value looks like: the whole text of the error, because an error never repeats the input. */
  readonly mustBe: Said;
  readonly read: Reading<T>;
  /** From what the archive holds to what goes out. */
  readonly write?: (value: unknown) => unknown;
}

const NUMBERS: readonly string[] = [Kind.INT, Kind.FLOAT];

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return NUMBERS.includes(node.kind) ? Number((node as { value: string }).value) : undefined;
}

function scalar<T>({ name, description, mustBe, read, write = read }: Scalar<T>): GraphQLScalarType {
  const refusal = (nodes?: ValueNode) =>
    new GraphQLError(`${name} must be ${mustBe.en}.`, { nodes, extensions: { nl: `${name} moet ${mustBe.nl} zijn.` } });
  const accept = (value: unknown, nodes?: ValueNode) => {
    const accepted = read(value);
    if (accepted === undefined) throw refusal(nodes);
    return accepted;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => {
      const written = write(value);
      if (written === undefined) throw refusal();
      return written;
    },
    parseValue: (value) => accept(value),
    parseLiteral: (node) => accept(literal(node), node),
  });
}

/** The judgement of a scalar of a library, without its error: that one repeats the input. */
function judgedBy<T>(library: GraphQLScalarType): Reading<T> {
  return (value) => {
    try {
      return typeof value === 'string' ? (library.parseValue(value) as T) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** A bigint or numeric comes out of the archive as text. */
const fromArchive = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

const wholeCents = (value: unknown) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined);

export const EuroCents = scalar({
  name: 'EuroCents',
  description:
    'Dutch: bedrag in eurocenten. An amount of money in whole euro cents, as a JSON number: 1250 is EUR 12.50. Exact, and at most 2^53 - 1.',
  mustBe: { en: 'a whole number of euro cents', nl: 'een geheel aantal eurocenten' },
  read: wholeCents,
  write: (value) => wholeCents(fromArchive(value)),
});

const finite = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

export const Decimal = scalar({
  name: 'Decimal',
  description:
    'Dutch: decimaal getal. An exact decimal number, as a JSON number with the digits that were delivered: a volume, an fte, a fraction.',
  mustBe: { en: 'a decimal number', nl: 'een decimaal getal' },
  read: finite,
  write: (value) => finite(fromArchive(value)),
});

const QUARTER = /^20\d{2}Q[1-4]$/;

export const Quarter = scalar({
  name: 'Quarter',
  description:
    'Dutch: kwartaal. A quarter of a calendar year, such as "2026Q3": from 1 July up to, not including, 1 October.',
  mustBe: { en: 'a quarter such as "2026Q3"', nl: 'een kwartaal zoals "2026Q3"' },
  read: (value) => (typeof value === 'string' && QUARTER.test(value) ? value : undefined),
});

export const LocalDate = scalar<string>({
  name: 'LocalDate',
  description: 'Dutch: datum. A day in the Netherlands, such as "2026-07-01", without a time of day or a time zone.',
  mustBe: { en: 'a day such as "2026-07-01"', nl: 'een dag zoals "2026-07-01"' },
  read: judgedBy(GraphQLLocalDate),
});

const moment = judgedBy<Date>(GraphQLDateTimeISO);

export const DateTime = scalar<Date>({
  name: 'DateTime',
  description: 'Dutch: tijdstip. A moment in UTC, such as "2026-07-01T08:30:00.000Z" (RFC 3339).',
  mustBe: { en: 'a moment such as "2026-07-01T08:30:00Z"', nl: 'een tijdstip zoals "2026-07-01T08:30:00Z"' },
  read: moment,
  write: (value) => (value instanceof Date ? value : moment(value))?.toISOString(),
});
