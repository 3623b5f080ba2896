import { GraphQLError, type GraphQLScalarType, GraphQLSchema, parseValue, valueFromAST } from 'graphql';
import { DateTime, Decimal, EuroCents, LocalDate, Quarter } from '../../schema/scalars';
import { sentencesOf } from '../../src/api/format-error-sentences';

const SECRET = 'Jantje-Beton';

interface Case {
  readonly scalar: GraphQLScalarType;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}
const cases: readonly Case[] = [
  {
    scalar: EuroCents,
    good: [0, -1, 1250, Number.MAX_SAFE_INTEGER],
    bad: [0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1250', SECRET, true, null, {}],
  },
  { scalar: Decimal, good: [0, -0.25, 12.5], bad: [Number.NaN, Number.NEGATIVE_INFINITY, '1.5', SECRET, [], null] },
  {
    scalar: Quarter,
    good: ['2026Q3', '2000Q1'],
    bad: ['2026Q5', '2026Q0', '1999Q4', '2026-07-01', '2026Q33', ' 2026Q3', '2026Q3\n', 20263, SECRET, null],
  },
  {
    scalar: LocalDate,
    good: ['2026-07-01', '2024-02-29'],
    bad: ['2026-02-29', '2026-13-01', '2026-7-1', '2026-07-01T00:00:00Z', 20260701, SECRET, null, {}],
  },
  { scalar: DateTime, good: [], bad: ['2026-07-01', '2026-07-01T25:00:00Z', 1_767_225_600, SECRET, null, {}] },
];

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return error instanceof GraphQLError ? error.message : `not a GraphQLError: ${String(error)}`;
  }
  return 'accepted';
}

describe.each(cases)('the scalar $scalar.name', ({ scalar, good, bad }) => {
  it('takes good values as they are', () => {
    expect(good.map((value) => scalar.parseValue(value))).toEqual(good);
  });

  it.each(bad)('refuses %p in one short sentence', (value) => {
    expect(refusal(() => scalar.parseValue(value))).toMatch(new RegExp(`^${scalar.name} must be an? [^.]{5,60}\\.$`));
  });

  it('never repeats what it refused, also not from the query text', () => {
    expect(refusal(() => scalar.parseValue(SECRET))).not.toContain(SECRET);
    const literal = parseValue(`"${SECRET}"`);
    expect(refusal(() => scalar.parseLiteral(literal, null))).not.toContain(SECRET);
    expect(valueFromAST(literal, scalar)).toBeUndefined();
  });
});

describe('the scalars', () => {
  const sentenceOf = sentencesOf(new GraphQLSchema({ types: cases.map(({ scalar }) => scalar) }), false);

  it.each([
    ['EuroCents', 'a whole number of euro cents', 'een geheel aantal eurocenten'],
    ['Decimal', 'a decimal number', 'een decimaal getal'],
    ['Quarter', 'a quarter such as "2026Q3"', 'een kwartaal zoals "2026Q3"'],
    ['LocalDate', 'a day such as "2026-07-01"', 'een dag zoals "2026-07-01"'],
    ['DateTime', 'a moment such as "2026-07-01T08:30:00Z"', 'een tijdstip zoals "2026-07-01T08:30:00Z"'],
  ])('say what %s must be in Dutch as well, in the text of the operation and in a variable', (name, en, nl) => {
    const both = { en: `${name} must be ${en}.`, nl: `${name} moet ${nl} zijn.` };
    expect(sentenceOf(both.en)).toEqual(both);
    expect(sentenceOf(`Variable "$v" got invalid value "${SECRET}"; ${both.en}`)).toEqual(both);
  });

  it('read the same value from a variable and from the query text', () => {
    expect(EuroCents.parseLiteral(parseValue('1250'), null)).toBe(1250);
    expect(Decimal.parseLiteral(parseValue('-0.25'), null)).toBe(-0.25);
    expect(Quarter.parseLiteral(parseValue('"2026Q3"'), null)).toBe('2026Q3');
    expect(LocalDate.parseLiteral(parseValue('"2026-07-01"'), null)).toBe('2026-07-01');
  });

  it('do not read numbers from quotes, nor text without them', () => {
    expect(refusal(() => EuroCents.parseLiteral(parseValue('"1250"'), null))).not.toBe('accepted');
    expect(refusal(() => Quarter.parseLiteral(parseValue('2026'), null))).not.toBe('accepted');
  });

  it('write what the archive holds: bigint and numeric as text, moments as dates', () => {
    expect(EuroCents.serialize('-1250')).toBe(-1250);
    expect(Decimal.serialize('0.070')).toBe(0.07);
    expect(DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(refusal(() => EuroCents.serialize('9007199254740993'))).not.toBe('accepted');
    expect(refusal(() => EuroCents.serialize(''))).not.toBe('accepted');
  });

  it('read a moment with any offset as the same moment', () => {
    expect(DateTime.parseValue('2026-07-01T10:30:00+02:00')).toEqual(new Date('2026-07-01T08:30:00Z'));
  });
});
