/**
 * The settings of one process. This is the only file that reads the environment: what is not in this table cannot be
 * set, and what is wrong is said at once, all of it, before anything starts.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Invalid, type Problem, type Sentence } from './errors';

export const WORLD_SIZES = ['small', 'demo', 'full'] as const;
/** small: for tests. demo: a country to look around in. full: 2.4 million declarations a year, for measuring. */
export type WorldSize = (typeof WORLD_SIZES)[number];

export const MODES = ['development', 'production'] as const;
/** development: signs its own tokens and shows its workbench. production: neither. */
export type Mode = (typeof MODES)[number];

/** Two roles of one database: the API signs in as the app role, migrations and seeds as the owner of the tables. */
export interface DatabaseUrls {
  readonly app: string;
  readonly owner: string;
}

/** Whose tokens are believed: the `iss` claim, and where its public keys are. */
export interface TokenSource {
  readonly issuer: string;
  readonly jwks: { readonly url: URL } | { readonly file: string };
}

export interface Config {
  readonly mode: Mode;
  /** Name or address of the interface to listen on. */
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder of the embedded database. */
  readonly dataFolder: string;
  /** Null: use the embedded database. */
  readonly database: DatabaseUrls | null;
  /** Null: seed nothing. */
  readonly world: WorldSize | null;
  /** Null: the key that the database made for itself. */
  readonly contextKey: Buffer | null;
  /** Absolute path of the file that the end of the audit log is added to every day; null: none. */
  readonly auditHeadFile: string | null;
  /** Null only in development: the built-in issuer. */
  readonly tokens: TokenSource | null;
}

/** What is wrong with one setting; never repeats its value, which may be a secret. */
class Wrong implements Sentence {
  constructor(
    readonly en: string,
    readonly nl: string,
  ) {}
}

interface Setting<T> {
  readonly says: string;
  readonly otherwise?: string;
  readonly read: (text: string) => T | Wrong;
}

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (text: string): T | Wrong =>
    words.find((word) => word === text) ??
    new Wrong(`must be one of ${words.join(', ')}.`, `moet een van deze zijn: ${words.join(', ')}.`);

function port(text: string): number | Wrong {
  const isPort = /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
  return isPort ? Number(text) : new Wrong('must be a number from 0 to 65535.', 'moet een getal van 0 tot 65535 zijn.');
}

function host(text: string): string | Wrong {
  const isHost = /^[a-z0-9.:-]+$/i.test(text);
  return isHost ? text : new Wrong('must be a name or address.', 'moet een naam of adres zijn.');
}

function postgresUrl(text: string): string | Wrong {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isComplete = url && /^postgres(ql)?:$/.test(url.protocol) && url.username && url.pathname.length > 1;
  return isComplete
    ? text
    : new Wrong(
        'must look like postgres://user:password@host:5432/database.',
        'moet de vorm postgres://gebruiker:wachtwoord@host:5432/database hebben.',
      );
}

function hexKey(text: string): Buffer | Wrong {
  const isKey = /^([0-9a-f]{2}){32,}$/i.test(text);
  return isKey
    ? Buffer.from(text, 'hex')
    : new Wrong('must be at least 32 bytes in hexadecimal.', 'moet minstens 32 bytes zijn, hexadecimaal geschreven.');
}

function keySet(text: string): TokenSource['jwks'] | Wrong {
  if (/^https:\/\//.test(text) && URL.canParse(text)) return { url: new URL(text) };
  if (!text.includes('://') && existsSync(text)) return { file: resolve(text) };
  return new Wrong(
    'must be an https address or an existing file.',
    'moet een https-adres of een bestaand bestand zijn.',
  );
}

export const SETTINGS = {
  PORT: { says: 'TCP port of the API.', otherwise: '4000', read: port },
  EWS_HOST: {
    says: 'Where the API listens: localhost in development, where anybody may sign in as anybody; otherwise everywhere.',
    read: host,
  },
  EWS_MODE: {
    says: 'development signs its own tokens and shows its workbench; production does neither.',
    otherwise: 'development',
    read: oneOf(MODES),
  },
  EWS_DATA: {
    says: 'Folder of the embedded database.',
    otherwise: '.data',
    read: (text: string): string | Wrong => resolve(text),
  },
  DATABASE_URL: {
    says: 'A Postgres 15 or newer to use instead of the embedded one: the role that the API signs in as.',
    read: postgresUrl,
  },
  DATABASE_OWNER_URL: {
    says: 'The same database for the role that owns the tables, for migrations and seeds.',
    read: postgresUrl,
  },
  EWS_WORLD: {
    says: 'Size of the invented world an empty database is filled with: demo in development, none in production.',
    read: oneOf(WORLD_SIZES),
  },
  EWS_CONTEXT_KEY: {
    says: 'Key that signs who is asking towards the database, hexadecimal. Otherwise the database makes one.',
    read: hexKey,
  },
  EWS_AUDIT_HEAD_FILE: {
    says: 'File that the end of the audit log is added to every day. Send it elsewhere: it shows whether the log was written anew.',
    read: (text: string): string | Wrong => resolve(text),
  },
  EWS_TOKEN_ISSUER: {
    says: 'Issuer of the tokens that are believed. Required in production.',
    read: (text: string): string | Wrong => text,
  },
  EWS_TOKEN_JWKS: {
    says: 'Its public keys: an https address or a file. Required in production.',
    read: keySet,
  },
} as const satisfies Record<string, Setting<unknown>>;

type Name = keyof typeof SETTINGS;
type ValueOf<N extends Name> = Exclude<ReturnType<(typeof SETTINGS)[N]['read']>, Wrong>;

/** Settings that mean nothing without each other. */
const PAIRS = [
  { names: ['DATABASE_URL', 'DATABASE_OWNER_URL'], requiredIn: null },
  { names: ['EWS_TOKEN_ISSUER', 'EWS_TOKEN_JWKS'], requiredIn: 'production' },
] as const satisfies readonly { names: readonly [Name, Name]; requiredIn: Mode | null }[];

function loosePairs(environment: NodeJS.ProcessEnv, mode: Mode | null): Problem[] {
  return PAIRS.flatMap(({ names, requiredIn }) => {
    const missing = names.filter((name) => !environment[name]);
    const isWrong = missing.length === 1 || (missing.length === 2 && mode !== null && mode === requiredIn);
    return (isWrong ? missing : []).map((field) => ({
      field,
      en: `is missing; ${names.join(' and ')} are set together${requiredIn ? `, and always in ${requiredIn}` : ''}.`,
      nl: `ontbreekt; ${names.join(' en ')} horen bij elkaar${requiredIn ? `, en zijn in ${requiredIn} verplicht` : ''}.`,
    }));
  });
}

/** The settings, or Invalid with every problem at once. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: Problem[] = [];

  function value<N extends Name>(name: N): ValueOf<N> | null {
    const setting: Setting<unknown> = SETTINGS[name];
    const text = environment[name] || setting.otherwise;
    if (text === undefined) return null;
    const read = setting.read(text);
    if (!(read instanceof Wrong)) return read as ValueOf<N>;
    problems.push({ field: name, en: read.en, nl: read.nl });
    return null;
  }

  const mode = value('EWS_MODE');
  const [app, owner] = [value('DATABASE_URL'), value('DATABASE_OWNER_URL')];
  const [issuer, jwks] = [value('EWS_TOKEN_ISSUER'), value('EWS_TOKEN_JWKS')];
  problems.push(...loosePairs(environment, mode));
  const config = {
    mode: mode as Mode,
    host: value('EWS_HOST') ?? (mode === 'production' ? '0.0.0.0' : 'localhost'),
    port: value('PORT') as number,
    dataFolder: value('EWS_DATA') as string,
    database: app && owner ? { app, owner } : null,
    world: value('EWS_WORLD') ?? (mode === 'production' ? null : 'demo'),
    contextKey: value('EWS_CONTEXT_KEY'),
    auditHeadFile: value('EWS_AUDIT_HEAD_FILE'),
    tokens: issuer && jwks ? { issuer, jwks } : null,
  };
  if (problems.length > 0) throw new Invalid(problems);
  return config;
}
