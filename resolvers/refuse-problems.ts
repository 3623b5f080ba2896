import { type ValidationError, validateSync } from 'class-validator';
import { Invalid, type Problem, type Sentence } from '../src/errors';

const STRICT = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

const problemsOf = ({ property, contexts }: ValidationError): Problem[] =>
  Object.values((contexts ?? {}) as Record<string, Sentence>).map(({ en, nl }) => ({ field: property, en, nl }));

/** Refuses an input with every problem at once, in both languages, without repeating a word of it. */
export function refuseProblems(input: object | undefined): void {
  const errors = validateSync(input ?? {}, STRICT);
  if (errors.length > 0) throw new Invalid(errors.flatMap(problemsOf));
}
