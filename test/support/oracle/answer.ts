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

const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED'];
const keyOf = ({ code, path }: AnswerError) => `${code} ${path}`;

/**
 * What the planner's answer lacks or has too much, in words; nothing when it is right. The data must be the same to the
 * letter, in the order that was asked. A refused field is reported once, whether or not there was a row to refuse it for.
 */
export function differences(given: Answer, expected: Answer, foreseen: Foreseen): string[] {
  const found: string[] = [];
  if (JSON.stringify(given.data) !== JSON.stringify(expected.data)) found.push('The data differ.');
  const said = new Map(given.errors.map((error) => [keyOf(error), error]));
  const wanted = new Map(expected.errors.map((error) => [keyOf(error), error]));
  if (said.size !== given.errors.length) found.push('An error is said twice.');
  // When there is no answer at all, graphql-js does not promise which of several errors it tells.
  const broken = expected.data === null;
  for (const [key] of wanted) if (!said.has(key) && !broken) found.push(`Not said: ${key}`);
  for (const [key, { code, path }] of said) {
    const isForeseen = REFUSALS.includes(code) && foreseen.refused.has(path);
    if (!wanted.has(key) && !isForeseen) found.push(`Said without reason: ${key}`);
  }
  if (broken && given.errors.length === 0) found.push('There is no answer, and no reason.');
  return found;
}
