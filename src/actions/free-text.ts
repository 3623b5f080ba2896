import { freeTextProblems, tidied } from '../domain/intake/free-text';
import { Invalid } from '../errors';

/** A text that people wrote beside the values. */
export interface Told {
  /** As the caller calls it. */
  readonly field: string;
  readonly text: string;
}

/**
 * The texts as they are kept, whichever way they came: a rule of the door alone would let in what comes by another one.
 * @throws Invalid with everything that is wrong with any of them
 */
export function keptTexts(told: readonly Told[]): string[] {
  const problems = told.flatMap(({ field, text }) => freeTextProblems(text).map((said) => ({ field, ...said })));
  if (problems.length > 0) throw new Invalid(problems);
  return told.map(({ text }) => tidied(text));
}

export const keptText = (field: string, text: string): string => keptTexts([{ field, text }])[0] as string;
