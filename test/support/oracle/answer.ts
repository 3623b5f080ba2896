import type { Foreseen } from './foresee';

export interface AnswerError {
  readonly code: string;
  /** Response keys without the numbers of lists, joined by points. */
  readonly path: string;
}

export interface Answer {
  readonly data: object | null;
  readonly errors: readonly AnswerError[];
}

/** An answer as it went over the wire. */
export function answerOf(text: string): Answer {
  const { data, errors = [] } = JSON.parse(text) as {
    data?: object | null;
    errors?: readonly { extensions?: { code?: string }; path?: readonly (string | number)[] }[];
  };
  return {
    data: data ?? null,
    errors: errors.map(({ extensions, path }) => ({
      code: extensions?.code ?? 'NO CODE',
      path: (path ?? []).filter((key) => typeof key === 'string').join('.'),
    })),
  };
}

const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where two values first differ, and how; null when they are the same to the letter, the order of keys included. */
export function firstDifference(given: unknown, expected: unknown, path = 'data'): string | null {
  if (JSON.stringify(given) === JSON.stringify(expected)) return null;
  const differ = `${path}: given ${short(given)}, expected ${short(expected)}`;
  if (!isObject(given) || !isObject(expected)) return differ;
  const keys = Object.keys(expected);
  if (Object.keys(given).join() !== keys.join()) return differ;
  const found = keys.map((key) => firstDifference(given[key], expected[key], `${path}.${key}`));
  return found.find((difference) => difference !== null) ?? differ;
}

const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED'];
/** What a root field that is worked out may say while another one breaks the answer: graphql-js need not wait for it. */
const OF_WORKED_OUT = ['NOT_FOUND', 'CONFLICT'];
const keyOf = ({ code, path }: AnswerError) => `${code} ${path}`;

/**
 * What the planner's answer lacks or has too much, in words; nothing when it is right. The data must be the same to the
 * letter, in the order that was asked. A refused field is reported once, whether or not there was a row to refuse it for.
 */
export function differences(given: Answer, expected: Answer, foreseen: Foreseen): string[] {
  const difference = firstDifference(given.data, expected.data);
  const found = difference === null ? [] : [difference];
  const said = new Map(given.errors.map((error) => [keyOf(error), error]));
  const wanted = new Map(expected.errors.map((error) => [keyOf(error), error]));
  if (said.size !== given.errors.length) found.push('An error is said twice.');
  // When there is no answer at all, graphql-js does not promise which of several errors it tells.
  const broken = expected.data === null;
  for (const [key] of wanted) if (!said.has(key) && !broken) found.push(`Not said: ${key}`);
  for (const [key, { code, path }] of said) {
    const isForeseen = REFUSALS.includes(code) && foreseen.refused.has(path);
    const isBeside = broken && OF_WORKED_OUT.includes(code) && !path.includes('.');
    if (!wanted.has(key) && !isForeseen && !isBeside) found.push(`Said without reason: ${key}`);
  }
  if (broken && given.errors.length === 0) found.push('There is no answer, and no reason.');
  return found;
}

/** The same, whatever the errors are: a lock that knows no fields reports none. */
export const differencesOfData: typeof differences = (given, expected) => {
  const difference = firstDifference(given.data, expected.data);
  return difference === null ? [] : [difference];
};
