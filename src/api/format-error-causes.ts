/** What lies behind an error: our own, the database that is away, or something nobody foresaw. */
import { EwsError, type Problem, Unavailable } from '../errors';

/** GraphQL, TypeORM and Node each hang the real error on a name of their own. */
const BEHIND = ['originalError', 'driverError', 'cause'] as const;
const DEEPEST = 8;

/** An error and everything behind it, the outermost first. */
export function chainOf(error: unknown): readonly object[] {
  const chain: object[] = [];
  let queue: unknown[] = [error];
  while (queue.length > 0 && chain.length < DEEPEST) {
    const objects = queue.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
    chain.push(...objects);
    queue = objects.flatMap((one) => [
      ...BEHIND.map((name) => one[name]),
      ...(Array.isArray(one.errors) ? one.errors : []),
    ]);
  }
  return chain;
}

/** SQLSTATE classes and system errors after which the same request may well succeed. */
const AWAY =
  /^(?:08...|53...|57P0.|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/;

/** What the driver says without a code when the connection is gone or none comes free. */
const AWAY_IN_WORDS =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** SQLSTATE query_canceled: the statement ran into statement_timeout, and would again. */
const TOO_SLOW = '57014';

const AWAY_SENTENCE = {
  en: 'The database cannot be reached at the moment. Try again in a moment.',
  nl: 'De database is op dit moment niet bereikbaar. Probeer het zo meteen opnieuw.',
};
const TOO_SLOW_SENTENCE = {
  en: 'This takes too long to answer. Ask for less at a time.',
  nl: 'Het antwoord duurt te lang. Vraag minder tegelijk.',
};

/** SQLSTATE of a text with a character that Postgres has no place for (U+0000), and of a day that no calendar has. */
const CANNOT_BE_KEPT = ['22021', '22P05', '22008'];
const CANNOT_BE_KEPT_SENTENCE = {
  en: 'A value cannot be kept as it is: a text holds a character without a meaning, or a day is out of bounds.',
  nl: 'Een waarde is zo niet te bewaren: een tekst bevat een teken zonder betekenis, of een dag ligt te ver weg.',
};

/** A log that cannot be written: then nothing is done or shown. Told by the function that failed, or may not be called. */
const OF_A_LOG = /\b(?:note_readings|append_audit_entry)\b/;
const NOT_LOGGED_SENTENCE = {
  en: 'This could not be written in the log, and therefore it was not done or shown. Try again in a moment.',
  nl: 'Dit kon niet in het logboek worden geschreven, en is daarom niet gedaan of getoond. Probeer het zo meteen opnieuw.',
};

/** What the database says by a code, as one of our words. */
function saidByDatabase(error: object): EwsError | null {
  const code = 'code' in error ? String(error.code) : '';
  if (CANNOT_BE_KEPT.includes(code)) return new EwsError('BAD_USER_INPUT', CANNOT_BE_KEPT_SENTENCE);
  if (code === TOO_SLOW) return new EwsError('SERVICE_UNAVAILABLE', TOO_SLOW_SENTENCE, { retryable: false });
  const message = 'message' in error ? String(error.message) : '';
  const where = 'where' in error ? String(error.where) : '';
  if (code !== '' && OF_A_LOG.test(`${message} ${where}`)) return new Unavailable(NOT_LOGGED_SENTENCE);
  const isAway = AWAY.test(code) || AWAY_IN_WORDS.test(message);
  return isAway ? new Unavailable(AWAY_SENTENCE) : null;
}

/** One finding of class-validator. Its texts may repeat the value, so only the names of the rules are used. */
interface Finding {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly Finding[];
}

function problemsOf(findings: readonly Finding[], path: string): Problem[] {
  return findings.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path ? `${path}.${property}` : property;
    const own = Object.keys(constraints).map((rule) => ({
      field,
      en: `does not meet its rule (${rule}).`,
      nl: `voldoet niet aan zijn regel (${rule}).`,
    }));
    return [...own, ...problemsOf(children, field)];
  });
}

function findingsIn(error: object): readonly Finding[] | null {
  const extensions = 'extensions' in error ? error.extensions : null;
  if (typeof extensions !== 'object' || extensions === null || !('validationErrors' in extensions)) return null;
  return Array.isArray(extensions.validationErrors) ? extensions.validationErrors : null;
}

const REFUSED_INPUT = { en: 'The input is not accepted.', nl: 'De invoer is niet geaccepteerd.' };

/** The error as one of our five words, or null when it is none of them and nobody may hear more. */
export function knownError(error: unknown): EwsError | null {
  const chain = chainOf(error);
  const ours = chain.find((one): one is EwsError => one instanceof EwsError);
  if (ours) return ours;
  for (const one of chain) {
    const findings = findingsIn(one);
    if (findings) return new EwsError('BAD_USER_INPUT', REFUSED_INPUT, { problems: problemsOf(findings, '') });
    const said = saidByDatabase(one);
    if (said) return said;
  }
  return null;
}
