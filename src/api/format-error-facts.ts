import type { Facts } from '../log';
import { chainOf } from './format-error-causes';

/** What may be told of a database error. Its message, detail and query repeat values of rows. */
const OF_THE_DATABASE = ['code', 'table', 'column', 'constraint', 'routine'] as const;

const isOfTheDatabase = (error: object) => 'severity' in error || 'driverError' in error;

const isError = (one: object): one is Error => 'name' in one && 'message' in one;

/** The places in our own code where it happened: enough to find it, and no line of a message. */
function placesOf(error: Error): string {
  const lines = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node:internal'));
  return lines
    .slice(0, 6)
    .map((line) => line.trim().slice(3))
    .join(' < ');
}

/** What the log may hold of an error that nobody foresaw. Of the innermost: what wraps it repeats its message. */
export function factsOf(error: unknown): Facts {
  const innermost = chainOf(error).at(-1);
  if (!innermost || !isError(innermost)) return { error: 'something that is not an error' };
  if (!isOfTheDatabase(innermost)) {
    return { error: innermost.name, message: innermost.message, at: placesOf(innermost) };
  }
  const known = OF_THE_DATABASE.map((name) => [name, (innermost as Error & Record<string, unknown>)[name]] as const);
  const told = known.filter((fact): fact is [(typeof OF_THE_DATABASE)[number], string] => typeof fact[1] === 'string');
  return { error: innermost.name, ...Object.fromEntries(told), at: placesOf(innermost) };
}
