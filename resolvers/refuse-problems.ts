import { type ValidationError, validateSync } from 'class-validator';
import type { Explains } from '../schema/no-personal-data';
import { Invalid, type Problem, type Sentence } from '../src/errors';

const STRICT = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

/** A rule brings its remedy along, or says it when it sees the value. */
type Remedy = Sentence | Explains;

const isIndex = (property: string) => /^\d+$/.test(property);
const placeOf = (parent: string, property: string) =>
  isIndex(property) ? `${parent}[${property}]` : [parent, property].filter(Boolean).join('.');

function problemsOf({ property, contexts, children = [] }: ValidationError, given: unknown, parent: string): Problem[] {
  const value = (given as Readonly<Record<string, unknown>>)[property];
  const field = placeOf(parent, property);
  const own = Object.values((contexts ?? {}) as Record<string, Remedy>).flatMap((remedy) => {
    const said = 'explain' in remedy ? remedy.explain(value) : remedy;
    return said ? [{ field, en: said.en, nl: said.nl }] : [];
  });
  return [...own, ...children.flatMap((child) => problemsOf(child, value, field))];
}

/** Refuses an input with every problem at once, in both languages, without repeating a word of it. */
export function refuseProblems(input: object | undefined): void {
  const given = input ?? {};
  const errors = validateSync(given, STRICT);
  if (errors.length > 0) throw new Invalid(errors.flatMap((error) => problemsOf(error, given, '')));
}
