/**
 * What happens, a line at a time: for people while developing, as JSON for machines in production. Never holds what a
 * party delivered, a token, a password or an address with one in it. Called as pino is, which fastify uses.
 */
import type { Mode } from './config';

export type Level = 'info' | 'warn' | 'error';
/** Details of an event; `err` is an error. */
export type Facts = Readonly<Record<string, unknown>>;
type Form = (level: Level, says: string, facts: Facts) => string;

const plain = (fact: unknown) => (fact instanceof Error ? fact.message : String(fact));

const forPeople: Form = (level, says, facts) => {
  const details = Object.entries(facts).map(([name, fact]) => ` ${name}=${plain(fact)}`);
  return `${level === 'info' ? '' : `${level}: `}${says}${details.join('')}`;
};

const forMachines: Form = (level, says, { err, ...facts }) =>
  JSON.stringify({
    time: new Date().toISOString(),
    level,
    msg: says,
    ...facts,
    ...(err instanceof Error && { err: { type: err.name, message: err.message, stack: err.stack } }),
  });

const FORMS = { development: forPeople, production: forMachines } as const satisfies Record<Mode, Form>;
let form: Form = forPeople;

/** Chooses the form, once, when the settings are known. */
export function logAs(mode: Mode): void {
  form = FORMS[mode];
}

interface Write {
  (says: string): void;
  (facts: Facts, says: string): void;
}

const writer =
  (level: Level): Write =>
  (first: Facts | string, says?: string) => {
    const line = typeof first === 'string' ? form(level, first, {}) : form(level, says ?? '', first);
    // To stderr, so that what a command prints can be piped.
    process.stderr.write(`${line}\n`);
  };

export const log = { info: writer('info'), warn: writer('warn'), error: writer('error') };
